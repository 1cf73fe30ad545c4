import { toZin } from '../to-zin.ts';
import type { MailModel } from './mail-model.ts';

/** A step of the call: what to say, with what is known of it. */
export interface BelStap {
  readonly nummer: number;
  readonly kop: string;
  readonly rijen: readonly { readonly naam: string; readonly waarde: string }[];
}

/** Where the caller has to fill in the answer while talking. */
const ZELF = '[zeg dit zelf]';

/** What can be said on the telephone, in the order in which one is asked; `belvolgorde` names criteria by id. */
export function toBelkaart(model: MailModel, belvolgorde: readonly string[]): BelStap[] {
  const { verwijzing } = model;
  const plek = (id: string) => (belvolgorde.includes(id) ? belvolgorde.indexOf(id) : belvolgorde.length);
  const toestand = [
    ...model.criteria.flatMap((regel) => (regel.kop === null ? [regel.criterium] : [])),
    ...model.aandachtspunten,
  ].sort((a, b) => plek(a.id) - plek(b.id));
  return [
    {
      kop: 'Zeg wie u bent',
      rijen: toRijen([
        ['Naam', verwijzing.aanmelderNaam],
        verwijzing.functie ? ['Functie', verwijzing.functie] : ['Rol', model.rol],
        ['Organisatie', verwijzing.organisatie],
        ['Telefoon', verwijzing.telefoon],
      ]),
    },
    {
      kop: 'Zeg waarom u belt',
      rijen: [{ naam: 'Hulpvraag', waarde: verwijzing.hulpvraag ?? ZELF }],
    },
    {
      kop: 'Zeg wat er is veranderd, waar de persoon is en hoe snel er zorg nodig is',
      rijen: [
        { naam: 'Casuscode', waarde: verwijzing.casuscode ?? '' },
        { naam: 'Gemeente', waarde: model.gemeente },
        ...toestand.map(({ kort, bekend, antwoord, onderbouwing }) => ({
          naam: toZin(kort),
          waarde: [bekend ? antwoord : ZELF, onderbouwing].filter(Boolean).join('. '),
        })),
      ],
    },
    {
      kop: 'Zeg wat er onveilig is en wie er helpen',
      rijen: toRijen([
        ['Wat de situatie onveilig maakt', verwijzing.risicofactoren ?? ZELF],
        ['Al gedaan', verwijzing.eerderGedaan],
        ['Betrokken', verwijzing.betrokkenen],
        ['Regie', verwijzing.regie],
      ]),
    },
    {
      kop: 'Zeg wat de persoon zelf wil en weet',
      rijen: model.rubrieken
        .filter(({ id }) => id === 'persoon')
        .flatMap(({ velden }) => velden.map(({ label, waarde }) => ({ naam: label, waarde }))),
    },
    {
      kop: 'Spreek af',
      rijen: [
        { naam: 'Vervolg', waarde: 'Wie doet wat, en wanneer belt u elkaar weer?' },
        { naam: 'Gegevens', waarde: 'Hoe stuurt u die veilig (NTA 7516)?' },
        { naam: 'Vertellen', waarde: 'Wie vertelt het de persoon en de cliëntondersteuner?' },
        { naam: 'Gratis cliëntondersteuning', waarde: model.clientondersteuning.join(', ') },
      ],
    },
  ]
    .filter(({ rijen }) => rijen.length > 0)
    .map((stap, index) => ({ nummer: index + 1, ...stap }));
}

function toRijen(rijen: readonly [naam: string, waarde: string | null | undefined][]) {
  return rijen.flatMap(([naam, waarde]) => (waarde ? [{ naam, waarde }] : []));
}
