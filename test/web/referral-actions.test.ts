import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FILE_FORMATS, type FileFormat } from '../../src/referral/file-formats.ts';
import { REGIOTAFEL } from '../support/domain-facts.ts';
import { postForm } from '../support/form-walker.ts';
import { listButtons, pressButton } from '../support/press-button.ts';
import { ROOT } from '../support/real-content.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { findVignet } from '../support/verwijzing-cases.ts';

const app = createTestApp();
const STAND = `a=${createTestSeal().seal(findVignet('instelling met alle'))}`;
const FORM = `/verwijzen/${REGIOTAFEL}`;
const VELDEN = [
  ['casuscode', 'TW-1'],
  ['hulpvraag', 'Eén vraag.'],
  ['overlegdatum', '2026-12-14'],
] as const;
const BUTTONS: Readonly<Record<FileFormat, string>> = {
  eml: '(.eml)',
  pdf: 'Download als pdf',
  txt: 'Download als tekst',
  ics: '(.ics)',
};

describe('a button that says in the form itself what to do', () => {
  it.each(Object.keys(FILE_FORMATS) as FileFormat[])(
    'gets the same %s as from its address',
    async (format) => {
      const preview = (await postForm(app, `${FORM}?${STAND}`, VELDEN).expect(200)).text;
      const button = listButtons(preview).find((text) => text.includes(BUTTONS[format])) ?? '';
      const pressed = await pressButton(app, preview, button).expect(200);
      const posted = await postForm(app, `${FORM}/${format}?${STAND}`, VELDEN).expect(200);
      expect(pressed.headers['content-disposition']).toBe(posted.headers['content-disposition']);
      expect(pressed.headers['content-type']).toBe(posted.headers['content-type']);
    },
  );

  it('changes the text, and saves it from the form', async () => {
    const preview = await postForm(app, `${FORM}?${STAND}`, VELDEN).expect(200);
    const form = await pressButton(app, preview.text, 'Wijzig de tekst').expect(200);
    expect(form.text).toContain('Eén vraag.');
    const file = await pressButton(app, form.text, 'Bewaar als casusbestand').expect(200);
    expect(file.headers['content-disposition']).toContain('.casus.json');
  });

  it('says that a fault is no personal data, in the same form', async () => {
    const faulty = [
      ...VELDEN.filter(([naam]) => naam !== 'hulpvraag'),
      ['hulpvraag', 'Bel 06-12345678.'],
    ] as const;
    const preview = (await postForm(app, `${FORM}?${STAND}`, faulty).expect(200)).text;
    expect(preview).not.toMatch(/name="bevestigd"[^>]*form=|form="[^"]*" name="bevestigd"/);
    const [, id = ''] = /name="bevestigd" value="([^"]+)"/.exec(preview) ?? [];
    const again = await pressButton(app, preview, 'Werk bij', { ticked: { bevestigd: [id] } }).expect(200);
    expect(again.text).toMatch(/name="bevestigd" value="[^"]+" checked/);
  });
});

it('an action that is none is refused, and the limit on PDFs holds for a button too', async () => {
  await postForm(app, `${FORM}?${STAND}`, [...VELDEN, ['actie', 'constructor']]).expect(400);
  const limited = createTestApp({
    limits: {
      posts: { perAddress: 100, samen: 100 },
      pdf: { perAddress: 1, samen: 100 },
      meldingen: { perAddress: 1, samen: 1 },
    },
  });
  const ask = () => postForm(limited, `${FORM}?${STAND}`, [...VELDEN, ['actie', 'pdf']]);
  await ask().expect(200);
  await ask().expect(429);
});

it('no view has what text browsers do not know: an address or a shape for one button, a field outside its form', () => {
  const folder = join(ROOT, 'views');
  const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.hbs'),
  );
  expect(views.length).toBeGreaterThan(100);
  const wrong = views.filter((path) =>
    // An address that is that of the form with a place in the page does the same where it is not known.
    /formaction="(?!\{\{@root\.actie\}\}#)|formmethod|formenctype|<(?:button|input|select|textarea)\b[^>]*\sform=/.test(
      readFileSync(join(folder, path), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});
