import { describe, expect, it } from 'vitest';
import type { Casus } from '../../../src/domain/casus/casus.ts';
import { VERWIJZING_STANDEN } from '../../../src/domain/casus/casus.ts';
import { postForm, readForms } from '../../support/form-walker.ts';
import { findPlainFaults } from '../../support/plain-text.ts';
import { readEml } from '../../support/referral-requests.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../../support/test-app.ts';
import { fillNeeded, VERWIJS_ROUTES } from '../../support/verwijzing-cases.ts';

const app = createTestApp({ limits: SPACIOUS });
const seal = createTestSeal();
const CODE = 'TW-2026-001';

type Fields = Readonly<Record<string, string>>;
const post = (path: string, fields: Fields) => postForm(app, path, Object.entries(fields));
const postBytes = (path: string, fields: Fields) =>
  post(path, fields)
    .buffer(true)
    .parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });
const readField = (html: string, naam: string): string =>
  readForms(html)
    .flatMap(({ velden }) => velden)
    .find(([name]) => name === naam)?.[1] ?? '';
/** A textarea of a page by its id. */
const readBox = (html: string, id: string): string => {
  const [, text = ''] = new RegExp(`<textarea[^>]* id="${id}"[^>]*>([\\s\\S]*?)</textarea>`).exec(html) ?? [];
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
};
/** What the page of a case offers: the values of its buttons that lead to a follow-up. */
const listOffered = (html: string) =>
  [...html.matchAll(/formaction="\/casus\/vervolg" name="actie" value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  );

type Route = (typeof VERWIJS_ROUTES)[number];

/** A case with one package made for this table, told to the person. */
async function makeCase({ tafel, basis, rol }: Route, more: Fields = {}): Promise<Casus> {
  const typed = { ...fillNeeded(tafel, rol), casuscode: CODE, geinformeerd: 'akkoord', ...more };
  const { text } = await post(`/casus?a=${seal.seal({ ...basis, rol })}&tafel=${tafel}`, typed).expect(200);
  const casus = JSON.parse(readField(text, 'casus')) as Casus;
  expect(casus.verwijzingen).toHaveLength(1);
  return casus;
}

type Made = Casus['verwijzingen'][number];
const change = (casus: Casus, made: Partial<Made>): Casus => ({
  ...casus,
  verwijzingen: casus.verwijzingen.map((one) => ({ ...one, ...made })),
});
const show = (casus: Casus) => post('/casus', { casus: JSON.stringify(casus) }).expect(200);
const open = (casus: Casus, actie: string) =>
  post('/casus/vervolg', { casus: JSON.stringify(casus), actie }).expect(200);

/** Other texts than when the package was made. */
const retype = (casus: Casus): Casus => ({
  ...casus,
  velden: Object.fromEntries(
    Object.entries(casus.velden).map(([pad, texts]) => [
      pad,
      pad === 'hulpvraag'
        ? texts.map((text) => ({ ...text, waarde: 'Wie helpt er in het weekend?' }))
        : texts,
    ]),
  ),
});

const P10_ROUTES = VERWIJS_ROUTES.filter(
  ({ tafel, route }) => tafel === 'mobiel-p10-team' && route === 'zelf',
);
const CASES: readonly (readonly [string, Route, Fields])[] = [
  ...VERWIJS_ROUTES.map((route) => [`${route.tafel}, ${route.route}`, route, {}] as const),
  ...P10_ROUTES.flatMap((route) =>
    ['inzet', 'voortzetting'].map(
      (bericht) =>
        [
          `${route.tafel}, ${bericht}`,
          route,
          { bericht, evaluatieUren: '20', gewensteUitkomst: 'Rust.' },
        ] as const,
    ),
  ),
];

describe.each(CASES)('%s', (_name, route, more) => {
  it('in every state each follow-up that is offered is a whole text for who had the package', async () => {
    const made = retype(await makeCase(route, more));
    const kinds = new Set<string>();
    for (const stand of VERWIJZING_STANDEN) {
      const casus = change(made, { stand, standDatum: stand === 'gemaakt' ? '' : '2026-11-20' });
      for (const actie of listOffered((await show(casus)).text)) {
        const [kind = ''] = actie.split(':');
        if (kind === 'verstuurd' || kind === 'voortzetting') continue;
        kinds.add(kind);
        const { text } = await open(casus, actie);
        const mail = readBox(text, 'tekst');
        expect(readBox(text, 'onderwerp')).toContain(CODE);
        expect(findPlainFaults(`${readBox(text, 'onderwerp')}\n\n${mail}`)).toEqual([]);
        expect(mail).not.toContain('TW-2026.014/b');
        if (kind.startsWith('terugkoppeling')) expect(readBox(text, 'aan')).toBe('');
        else if (route.route === 'zelf') expect(readBox(text, 'aan')).toBe(route.aan.join(', '));
        if (kind === 'aanvulling') {
          expect(mail).toContain('Wie helpt er in het weekend?');
          // What did not change is not told again.
          expect(mail.split('Met vriendelijke groet')[0]).not.toContain('Veld ');
        }
        const isCall = route.tafel === 'crisisteam-zorgkantoor' && !kind.startsWith('terugkoppeling');
        expect(mail.includes('ZEG DIT')).toBe(isCall);
        expect(text.includes('vervolg-eml')).toBe(text.includes('href="mailto:'));
        if (isCall) expect(text).not.toContain('vervolg-eml');
        expect(mail.includes('- Wij hebben nog nodig:')).toBe(['bevestiging', 'aanvulling'].includes(kind));
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['bevestiging', 'aanvulling', 'intrekking']));
  });
});
