import type { Veld } from '../referral/veld.ts';
import { parseVerwijzing, type VeldFault, type Warning } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';
import type { Aantekening } from './casus.ts';

type Part = Exclude<keyof Aantekening, 'id' | 'genoteerd'>;

const PARTS: readonly { pad: Part; soort: Veld['soort']; max: number; nodig: boolean }[] = [
  { pad: 'datum', soort: 'datum', max: 10, nodig: true },
  { pad: 'functie', soort: 'regel', max: 100, nodig: true },
  { pad: 'organisatie', soort: 'regel', max: 100, nodig: true },
  { pad: 'gezien', soort: 'tekst', max: 5_000, nodig: true },
  { pad: 'verloop', soort: 'keuze', max: 20, nodig: false },
  { pad: 'teDoen', soort: 'tekst', max: 5_000, nodig: false },
];
const VERLOOP = ['beter', 'gelijk', 'slechter'] as const;

/** The fields of a new entry of the journal; they obey the rules of the fields of a package. */
export function listAantekeningVelden(say: Say): Veld[] {
  return PARTS.map(({ pad, soort, max, nodig }) => {
    const label = say(`casus.veld-${pad}`);
    return {
      pad,
      rubriek: 'casus',
      label,
      inTekst: label,
      naam: label,
      hulp: say(`casus.veld-${pad}-hulp`),
      soort,
      max,
      ...(soort === 'datum' ? { dag: 'feit' as const } : {}),
      ...(soort === 'keuze'
        ? { opties: VERLOOP.map((id) => ({ id, tekst: say(`casus.verloop-${id}`) })) }
        : {}),
      privacy: soort === 'tekst' || soort === 'regel',
      nodigVoorTafel: nodig,
      wieWeetHet: '',
    };
  });
}

/** A new entry, or what is wrong with it, or what in it may be of the person and is not yet said to be no such thing. */
export type AantekeningResult =
  | { readonly aantekening: Aantekening }
  | { readonly fouten: readonly VeldFault[] }
  | { readonly waarschuwingen: readonly Warning[] };

/** Checks what was typed of an entry. `confirmed` holds the ids of warnings that are no data of the person. */
export function parseAantekening(
  say: Say,
  velden: readonly Veld[],
  given: Readonly<Record<string, string>>,
  confirmed: readonly string[],
  made: Pick<Aantekening, 'id' | 'genoteerd'>,
  today: string,
): AantekeningResult {
  const checked = parseVerwijzing(say, velden, given, confirmed, today);
  const empty = velden.filter(({ pad, nodigVoorTafel }) => nodigVoorTafel && !given[pad]?.trim());
  const fouten = [
    ...empty.map(({ pad, naam }) => ({ veld: pad, melding: say('casus.veld-leeg', { veld: naam }) })),
    ...('fouten' in checked ? checked.fouten : []),
  ];
  if (fouten.length > 0 || 'fouten' in checked) return { fouten };
  if (checked.waarschuwingen.some(({ bevestigd }) => !bevestigd))
    return { waarschuwingen: checked.waarschuwingen };
  const read = (pad: Part) => checked.waarde.get(pad) ?? '';
  return {
    aantekening: {
      ...made,
      datum: read('datum'),
      functie: read('functie'),
      organisatie: read('organisatie'),
      gezien: read('gezien'),
      verloop: VERLOOP.find((id) => id === read('verloop')) ?? '',
      teDoen: read('teDoen'),
    },
  };
}
