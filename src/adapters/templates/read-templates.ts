import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSchrijffout, type Sjabloon } from './compile-template.ts';

/** Thrown when templates cannot be used; `fouten` names each one. */
export class SjabloonFout extends Error {
  readonly fouten: readonly string[];

  constructor(fouten: readonly string[]) {
    super(fouten.join('\n'));
    this.name = 'SjabloonFout';
    this.fouten = fouten;
  }
}

const MAPPEN = ['partials', 'pages', 'layouts', 'mail/partials', 'mail'] as const;

/** The templates, by the folder below `views` in which they lie. */
type Sjablonen = Readonly<Record<(typeof MAPPEN)[number], readonly Sjabloon[]>>;

/**
 * Reads all templates below `root` (the folder `views`). A fault in one must show at the start, not when it is first used.
 * @throws SjabloonFout with every template that is missing or written wrong.
 */
export function readTemplates(root: string): Sjablonen {
  const fouten: string[] = [];
  const mappen = MAPPEN.map((map) => [map, readMap(root, map, fouten)] as const);
  if (fouten.length > 0) throw new SjabloonFout(fouten);
  return Object.fromEntries(mappen) as unknown as Sjablonen;
}

/** The hash of templates: of where they lie and what is in them. */
export function toKenmerk(sjablonen: Sjablonen): string {
  return createHash('sha256').update(JSON.stringify(sjablonen)).digest('base64url');
}

function readMap(root: string, map: string, fouten: string[]): Sjabloon[] {
  const noEscape = map.startsWith('mail');
  try {
    const sjablonen = readdirSync(join(root, map), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
      .map(({ name }) => ({
        naam: name.slice(0, -'.hbs'.length),
        tekst: readFileSync(join(root, map, name), 'utf8'),
        noEscape,
      }));
    for (const sjabloon of sjablonen) {
      const uitleg = findSchrijffout(sjabloon);
      if (uitleg)
        fouten.push(`views/${map}/${sjabloon.naam}.hbs: dit sjabloon is niet goed geschreven (${uitleg}).`);
    }
    return sjablonen;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    fouten.push(`views/${map} is niet te lezen (${code}). Zet de map met sjablonen terug.`);
    return [];
  }
}
