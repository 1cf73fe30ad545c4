import { applyOverrides } from '../../src/domain/editing/part.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import { readAttribute, unescapeHtml } from './form-walker.ts';
import { logIn } from './logged-in.ts';
import { createMemoryRecords } from './memory-records.ts';
import { projectFiles } from './real-content.ts';
import { createTestApp, SPACIOUS } from './test-app.ts';

/** A redacteur with a draft of their own, in the test app. */
export async function openEditor() {
  const records = createMemoryRecords();
  const app = createTestApp({ records, limits: SPACIOUS });
  const redacteur = await logIn(app, records, 'redacteur');
  const { headers } = await redacteur.post('/concepten', { titel: 'Eigen concept' }).expect(303);
  const id = /concepten\/([^/?]+)/.exec(headers.location ?? '')?.[1] ?? '';
  const concept = async () => {
    const kept = await records.read('concept', id);
    if (!kept) throw new Error('Het concept is er niet.');
    return kept.value;
  };
  return {
    ...{ records, app, redacteur, id, concept },
    /** The content of the draft, below `/beheer`. */
    base: `/concepten/${id}/inhoud`,
    /** The content as the draft makes it. */
    files: async (): Promise<Files> => applyOverrides(projectFiles, (await concept()).bestanden),
  };
}

/** What a browser sends of the form of a thing when one saves it as it is shown: values by the names of the fields. */
export function readValues(html: string): Record<string, string[]> {
  const [, content = ''] = /<form\b[^>]*id="formulier"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  const values: Record<string, string[]> = {};
  const add = (naam: string, waarde: string) => {
    values[naam] = [...(values[naam] ?? []), waarde];
  };
  const fields = content.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  );
  for (const [, input, area, text = '', select, options = ''] of fields) {
    const naam = readAttribute(input ?? area ?? select ?? '', 'name');
    if (naam === 'csrf') continue;
    if (area !== undefined) add(naam, unescapeHtml(text.replace(/^\n/, '')).replaceAll('\n', '\r\n'));
    else if (select !== undefined) add(naam, readSelected(options));
    else if (!/type="(radio|checkbox)"/.test(input ?? '') || / checked$/.test(input ?? ''))
      add(naam, readAttribute(input ?? '', 'value'));
  }
  return values;
}

function readSelected(options: string): string {
  const [chosen] = [...options.matchAll(/<option\b([^>]*)>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => / selected$/.test(attributes));
  return chosen === undefined ? '' : readAttribute(chosen, 'value');
}
