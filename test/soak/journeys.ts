import { readForms, readLinks } from '../support/form-walker.ts';
import { content } from '../support/real-content.ts';
import { type Vignet, vignettes } from '../support/vignettes.ts';
import type { Antwoord, Visitor } from './visitor.ts';

/** One thing that a visitor does; it throws when an answer is not what it must be. */
type Action = (visitor: Visitor) => Promise<void>;

const PATHS = [
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
const SEARCH_WORDS = [
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
const BETWEEN_CORRECTIONS = 2_500;

/** All that is done, and how often each in a hundred. */
export const ACTIONS: readonly (readonly [action: Action, keer: number])[] = [
  [walk, 25],
  [browse, 35],
  [search, 10],
  [useApi, 15],
  [err, 10],
  [report, 5],
];

/** A whole case: the questions, the advice, and where it may be referred, the referral and its downloads. */
async function walk(visitor: Visitor): Promise<void> {
  const advies = await answer(visitor);
  const verwijzen = readLinks(advies.text).find((href) => href.startsWith('/verwijzen/'));
  if (verwijzen) await refer(visitor, verwijzen);
}

/** Answers all questions that are asked of a case; gives the advice. */
export async function answer(
  visitor: Visitor,
  { antwoorden }: Vignet = pick<Vignet>(vignettes),
): Promise<Antwoord> {
  let adres = expectStatus(await visitor.get('vragen', '/vragen'), 303).location;
  for (let stap = 0; adres.startsWith('/vragen/') && stap < 60; stap += 1) {
    const [form] = readForms(expectStatus(await visitor.get('vragen', adres), 200).text);
    const [feit] = [...(form?.keuzes.keys() ?? [])];
    if (!form || !feit) throw new Error(`Geen vraag op ${adres.split('?')[0]}`);
    const values = [antwoorden[feit] ?? 'weetNiet'].flat();
    const velden = values.map((waarde) => [feit, waarde] as const);
    adres = expectStatus(await visitor.post('vragen', form.action, velden), 303).location;
  }
  return expectStatus(await visitor.get('advies', adres), 200);
}

async function refer(visitor: Visitor, adres: string): Promise<void> {
  const [form] = readForms(expectStatus(await visitor.get('verwijzen', adres), 200).text);
  const velden = (form?.velden ?? []).map(([naam, waarde]) => [naam, VERWIJZING[naam] ?? waarde] as const);
  const voorbeeld = expectStatus(await visitor.post('verwijzen', form?.action ?? '', velden), 200);
  const [takeAlong] = readForms(voorbeeld.text);
  const [, actie = ''] = pick([...voorbeeld.text.matchAll(/name="actie" value="(eml|pdf|txt|ics)"/g)]);
  const fields = [...(takeAlong?.velden ?? []), ['actie', actie] as const];
  const soort = actie === 'pdf' ? 'pdf' : 'download';
  expectStatus(await visitor.post(soort, takeAlong?.action ?? '', fields), 200);
}

/** Reads a page. */
export async function browse(visitor: Visitor): Promise<void> {
  expectStatus(await visitor.get('pagina', pick(PATHS)), 200);
}

/** Looks for a word, on the page and as data. */
export async function search(visitor: Visitor): Promise<void> {
  const q = encodeURIComponent(pick(SEARCH_WORDS));
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
      [await visitor.post('fout', '/klopt-niet', [['watMoetHetZijn', 'x'.repeat(300_000)]]), 413] as const,
  ])();
  expectStatus(antwoord, status);
}

let previousCorrection = 0;

async function report(visitor: Visitor): Promise<void> {
  if (performance.now() - previousCorrection < BETWEEN_CORRECTIONS) return;
  previousCorrection = performance.now();
  const velden = { pagina: '/', veld: 'proef', watMoetHetZijn: 'Dit is een proef.', email: '' };
  const antwoord = await visitor.post('melding', '/klopt-niet', Object.entries(velden));
  // More than a server takes in an hour is refused with 429.
  if (antwoord.status !== 429) expectStatus(antwoord, 200);
}

function expectStatus(antwoord: Antwoord, status: number): Antwoord {
  if (antwoord.status !== status) throw new Error(`${antwoord.status} in plaats van ${status}`);
  return antwoord;
}

function pick<T>(list: readonly T[]): T {
  const chosen = list[Math.floor(Math.random() * list.length)];
  if (chosen === undefined) throw new Error('Er is niets om uit te kiezen.');
  return chosen;
}
