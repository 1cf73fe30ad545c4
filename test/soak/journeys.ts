import { readForms, readLinks } from '../support/form-walker.ts';
import { content } from '../support/real-content.ts';
import { type Vignet, vignettes } from '../support/vignettes.ts';
import type { Antwoord, Visitor } from './visitor.ts';

/** One thing that a visitor does; it throws when an answer is not what it must be. */
type Handeling = (visitor: Visitor) => Promise<void>;

const PADEN = [
  ...[
    '/',
    '/overlegtafels',
    '/gemeenten',
    '/clientondersteuning',
    '/rollen',
    '/beslisboom',
    '/statistiek',
    '/over',
  ],
  ...['/privacy', '/toegankelijkheid', '/api/v1/openapi.json', '/api/v1/overlegtafels', '/api/v1/vragen'],
  ...content.gemeenten.map(({ id }) => `/gemeenten/${id}`),
];
const ZOEKWOORDEN = [
  'verslaving',
  'schulden',
  'enschede',
  'topx',
  'overlast',
  'bestaatniet',
  'wlz indicatie',
];
const VERWIJZING: Readonly<Record<string, string>> = {
  casuscode: 'TW-2026-014',
  hulpvraag: 'Eén plan voor zorg, inkomen en veiligheid.',
};
/** Between two reports of all visitors together, in milliseconds: the store takes 500 that are open. */
const TUSSEN_MELDINGEN = 2_500;

/** All that is done, and how often each in a hundred. */
export const HANDELINGEN: readonly (readonly [doe: Handeling, keer: number])[] = [
  [walk, 25],
  [browse, 35],
  [search, 10],
  [useApi, 15],
  [err, 10],
  [report, 5],
];

/** A whole case: the questions, the advice, and where it may be referred, the referral and its downloads. */
async function walk(visitor: Visitor): Promise<void> {
  const { antwoorden } = pick<Vignet>(vignettes);
  let adres = expectStatus(await visitor.get('vragen', '/vragen'), 303).location;
  for (let stap = 0; adres.startsWith('/vragen/') && stap < 60; stap += 1) {
    const [formulier] = readForms(expectStatus(await visitor.get('vragen', adres), 200).text);
    const [feit] = [...(formulier?.keuzes.keys() ?? [])];
    if (!formulier || !feit) throw new Error(`Geen vraag op ${adres.split('?')[0]}`);
    const waarden = [antwoorden[feit] ?? 'weetNiet'].flat();
    const velden = waarden.map((waarde) => [feit, waarde] as const);
    adres = expectStatus(await visitor.post('vragen', formulier.action, velden), 303).location;
  }
  const advies = expectStatus(await visitor.get('advies', adres), 200);
  const verwijzen = readLinks(advies.text).find((href) => href.startsWith('/verwijzen/'));
  if (verwijzen) await refer(visitor, verwijzen);
}

async function refer(visitor: Visitor, adres: string): Promise<void> {
  const [formulier] = readForms(expectStatus(await visitor.get('verwijzen', adres), 200).text);
  const velden = (formulier?.velden ?? []).map(
    ([naam, waarde]) => [naam, VERWIJZING[naam] ?? waarde] as const,
  );
  const voorbeeld = expectStatus(await visitor.post('verwijzen', formulier?.action ?? '', velden), 200);
  const [meenemen] = readForms(voorbeeld.text);
  const [levering] = pick([
    ...voorbeeld.text.matchAll(/\/verwijzen\/[\w-]+\/(?:eml|pdf|txt|ics)\?a=[\w-]+/g),
  ]);
  const soort = levering.includes('/pdf?') ? 'pdf' : 'download';
  expectStatus(await visitor.post(soort, levering, meenemen?.velden ?? []), 200);
}

async function browse(visitor: Visitor): Promise<void> {
  expectStatus(await visitor.get('pagina', pick(PADEN)), 200);
}

async function search(visitor: Visitor): Promise<void> {
  const q = encodeURIComponent(pick(ZOEKWOORDEN));
  expectStatus(await visitor.get('zoeken', `/zoeken?q=${q}`), 200);
  expectStatus(await visitor.get('zoeken', `/api/v1/zoeken?q=${q}`), 200);
}

async function useApi(visitor: Visitor): Promise<void> {
  const { antwoorden } = pick<Vignet>(vignettes);
  const advies = await visitor.send('api', '/api/v1/adviezen', JSON.stringify({ antwoorden }));
  const [tafel] = JSON.parse(expectStatus(advies, 200).text).tafels as string[];
  if (!tafel) return;
  const body = JSON.stringify({ tafel, antwoorden, verwijzing: VERWIJZING });
  expectStatus(await visitor.send('api', '/api/v1/verwijzingen', body), 200);
}

/** What visitors and programs do wrong; each is refused, and none of it is a fault of ours. */
async function err(visitor: Visitor): Promise<void> {
  const [antwoord, status] = await pick([
    async () => [await visitor.get('fout', '/bestaat-niet'), 404] as const,
    async () => [await visitor.get('fout', '/advies?a=vervalst'), 400] as const,
    async () =>
      [await visitor.post('fout', '/vragen/acuut-gevaar', [['acuutGevaar', 'misschien']]), 400] as const,
    async () => [await visitor.send('fout', '/api/v1/adviezen', '{"antwoorden":'), 400] as const,
    async () => [await visitor.send('fout', '/api/v1/adviezen', '{"antwoorden":{"x":1}}'), 400] as const,
    async () =>
      [await visitor.post('fout', '/klopt-niet', [['watMoetHetZijn', 'x'.repeat(30_000)]]), 413] as const,
  ])();
  expectStatus(antwoord, status);
}

let vorigeMelding = 0;

async function report(visitor: Visitor): Promise<void> {
  if (performance.now() - vorigeMelding < TUSSEN_MELDINGEN) return;
  vorigeMelding = performance.now();
  const velden = { pagina: '/', veld: 'proef', watMoetHetZijn: 'Dit is een proef.', email: '' };
  const antwoord = await visitor.post('melding', '/klopt-niet', Object.entries(velden));
  // More than a server takes in an hour is refused with 429.
  if (antwoord.status !== 429) expectStatus(antwoord, 200);
}

function expectStatus(antwoord: Antwoord, status: number): Antwoord {
  if (antwoord.status !== status) throw new Error(`${antwoord.status} in plaats van ${status}`);
  return antwoord;
}

function pick<T>(lijst: readonly T[]): T {
  const gekozen = lijst[Math.floor(Math.random() * lijst.length)];
  if (gekozen === undefined) throw new Error('Er is niets om uit te kiezen.');
  return gekozen;
}
