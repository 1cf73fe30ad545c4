import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { listVelden, type Veld } from '../../src/domain/referral/veld.ts';
import { BEO, CRISISTEAM, HOOGCOMPLEX, LEVENSLOOP, P10, REGIOTAFEL, TOPX, TRIAGE } from './domain-facts.ts';
import { content, findAddress, model } from './real-content.ts';
import { say } from './texts.ts';
import { vignettes } from './vignettes.ts';

/** Answers of the vignette whose name starts like this. */
export function findVignet(begin: string): Antwoorden {
  const vignet = vignettes.find(({ naam }) => naam.startsWith(begin));
  if (!vignet) throw new Error(begin);
  return vignet.antwoorden;
}

const VEILIGHEIDSHUIS = [findAddress('topx')];

/** Per table: answers with which it fits, a role that may refer and one that may not, and what then comes out. */
export const VERWIJS_CASES = [
  {
    tafel: TOPX,
    basis: findVignet('veelpleger'),
    mag: 'procesmanager',
    niet: 'woningcorporatie',
    aan: VEILIGHEIDSHUIS,
    via: 'procesmanager',
    onderwerp: 'Aanmelding TopX',
    bijlage: true,
  },
  {
    tafel: TRIAGE,
    basis: findVignet('huisarts zoekt'),
    mag: 'huisarts',
    niet: 'politie',
    aan: ['aanmelding@triagetafeltwente.nl'],
    via: 'wijkcoach',
    onderwerp: 'Aanmelding Triage- & Transfertafel',
    bijlage: true,
  },
  {
    tafel: REGIOTAFEL,
    basis: findVignet('instelling met alle'),
    mag: 'zorgaanbieder',
    niet: 'wijkcoach',
    aan: ['zorginhoudelijkadviseurwlz@menzis.nl'],
    via: 'zorgaanbieder',
    onderwerp: 'Casus voor Regiotafel Wlz - ggz',
    bijlage: false,
  },
  {
    tafel: CRISISTEAM,
    basis: findVignet('mantelzorger'),
    mag: 'huisarts',
    niet: 'wijkcoach',
    aan: [],
    via: 'huisarts',
    onderwerp: 'Belkaart Crisis- en ondersteuningsteam',
    bijlage: false,
  },
  {
    tafel: HOOGCOMPLEX,
    basis: findVignet('patiënt zelf'),
    mag: 'inwoner',
    niet: 'wijkcoach',
    aan: [],
    via: 'procesmanager',
    onderwerp: 'Melding Hoogcomplex OostNL',
    bijlage: false,
  },
  {
    tafel: LEVENSLOOP,
    basis: findVignet('psychose'),
    mag: 'procesmanager',
    niet: 'ggz-aanbieder',
    aan: VEILIGHEIDSHUIS,
    via: 'procesmanager',
    onderwerp: 'Aanmelding Levensloopaanpak',
    bijlage: true,
  },
  {
    tafel: BEO,
    basis: findVignet('tafels geprobeerd'),
    mag: 'clientondersteuner',
    niet: 'woningcorporatie',
    aan: VEILIGHEIDSHUIS,
    via: 'procesmanager',
    onderwerp: 'Aanmelding Bestuurlijk escalatieoverleg',
    bijlage: true,
  },
  {
    tafel: P10,
    basis: findVignet('verward gedrag na'),
    mag: 'wijkcoach',
    niet: 'huisarts',
    aan: [],
    via: 'wijkcoach',
    onderwerp: 'Vraag over inzet mobiel P10-team',
    bijlage: true,
  },
] as const;

/** Each of those with both roles. */
export const VERWIJS_ROUTES = VERWIJS_CASES.flatMap((testCase) => [
  { ...testCase, rol: testCase.mag, route: 'zelf' as const },
  { ...testCase, rol: testCase.niet, route: 'via' as const },
]);

/** The fields of a table for a role. */
export function listTafelVelden(tafel: string, rol?: string): Veld[] {
  const found = model.tafelOf.get(tafel);
  if (!found) throw new Error(tafel);
  return listVelden(say, content, found, rol);
}

const VAST: Readonly<Record<string, string>> = {
  casuscode: 'TW-2026.014/b',
  hulpvraag: 'Eén plan voor zorg, ïnkomen en veiligheid; de coördinator über alles: € 300 schuld.',
  overlegdatum: '2026-12-14',
  // So that the weighing without consent is told as well.
  geinformeerd: 'niet-akkoord',
  clientondersteuner: 'betrokken',
  bericht: 'vraag',
  telefoon: '053-4871234',
  email: 'wijkcoach@example.nl',
  blijvend: 'blijvend',
};

/** Every field of a table filled in, by name: with accents, a euro sign, and nothing that looks like a person. */
export function fillAll(tafel: string, rol?: string): Record<string, string> {
  return Object.fromEntries(
    listTafelVelden(tafel, rol).map(({ pad, soort, naam }, index) => {
      if (VAST[pad]) return [pad, VAST[pad]];
      if (soort === 'datum') return [pad, '2026-11-02'];
      if (soort === 'getal') return [pad, '20'];
      return [pad, `Veld ${index}, café € ${index}: ${naam.toLowerCase()}`.slice(0, 60)];
    }),
  );
}

/** Only what each table needs, filled in. */
export function fillNeeded(tafel: string, rol?: string): Record<string, string> {
  const needed = new Set(
    listTafelVelden(tafel, rol)
      .filter((veld) => veld.nodigVoorTafel)
      .map(({ pad }) => pad),
  );
  const all = { ...fillAll(tafel, rol), geinformeerd: 'akkoord' };
  return Object.fromEntries(Object.entries(all).filter(([path]) => needed.has(path)));
}

/** Fields by name as the nested JSON of the API: `plan.0.wie` becomes `plan: [{wie}]`. */
export function toApiVerwijzing(velden: Readonly<Record<string, string>>): Record<string, unknown> {
  const plan: Record<string, string>[] = [];
  const onderbouwing: Record<string, Record<string, string>> = {};
  const rest: Record<string, unknown> = {};
  for (const [path, waarde] of Object.entries(velden)) {
    const [groep = '', wie = '', deel = ''] = path.split('.');
    if (groep === 'plan') plan[Number(wie)] = { ...plan[Number(wie)], [deel]: waarde };
    else if (groep === 'onderbouwing') onderbouwing[wie] = { ...onderbouwing[wie], [deel]: waarde };
    else rest[path] = waarde;
  }
  return { ...rest, plan: plan.filter(Boolean), onderbouwing };
}
