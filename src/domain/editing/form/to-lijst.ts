import { shorten } from '../../sentence.ts';
import type { Item, Knoop, Plek, Toon } from './knoop.ts';
import { toCountName, toShownVormName, toVormName } from './read-form.ts';
import { type Groep, type Invoer, joinPad, type Lid, toItems, toTekst, type Veld } from './veld.ts';

/** Makes the field of what is in another. */
type ToKnoop = (veld: Veld, typed: Invoer, plek: Plek) => Knoop;

/** A list with its things, each with its buttons. */
export function toLijst(
  { woorden, fouten }: Toon,
  basis: Knoop,
  veld: Extract<Veld, { soort: 'lijst' | 'register' }>,
  typed: Invoer,
  { lid: { naam }, ouder }: Plek,
  toKnoop: ToKnoop,
): Knoop {
  const een = woorden.een(naam, ouder);
  const inner: Veld = veld.soort === 'lijst' ? veld.item : toEntry(veld);
  const things = toItems(typed);
  const items = things.map((item, number): Item => {
    const pad = joinPad(basis.naam, number);
    const lid = { naam: '', isNodig: true };
    const knoop = toKnoop(inner, item, { lid, pad, ouder: naam, siblings: {} });
    const kop = summarize(knoop);
    return {
      pad,
      nummer: number + 1,
      kop,
      isEerste: number === 0,
      isLaatste: number === things.length - 1,
      isOpen: kop === '' || [...fouten.keys()].some((other) => other === pad || other.startsWith(`${pad}.`)),
      knoop: { ...knoop, label: knoop.soort === 'groep' ? '' : `${een} ${number + 1}` },
    };
  });
  const verborgen = [{ naam: toCountName(basis.naam), waarde: String(things.length) }];
  return { ...basis, soort: 'lijst', een, items, verborgen };
}

/** A name with what there is for it, as a group of two. */
function toEntry({ sleutel, waarde }: Extract<Veld, { soort: 'register' }>): Veld {
  const leden: Lid[] = [
    { naam: 'sleutel', veld: sleutel, isNodig: true, leeg: undefined },
    { naam: 'waarde', veld: waarde, isNodig: true, leeg: undefined },
  ];
  return { soort: 'groep', leden };
}

/** A choice between forms, with the fields of the chosen one. */
export function toVormen(
  { woorden }: Toon,
  basis: Knoop,
  { vormen }: Extract<Veld, { soort: 'vormen' }>,
  typed: Groep,
  { lid: { naam } }: Plek,
  toKnoop: ToKnoop,
): Knoop {
  const chosen = toTekst(typed.vorm);
  const form = vormen[chosen === '' ? -1 : Number(chosen)]?.veld;
  const plek = { lid: { naam: '', isNodig: true }, pad: basis.naam, ouder: naam, siblings: {} };
  const inner = form && form.soort !== 'vast' ? toKnoop(form, typed.inhoud ?? '', plek) : null;
  const label = inner?.soort === 'groep' ? '' : (vormen[Number(chosen)]?.naam ?? '');
  return {
    ...basis,
    soort: 'vormen',
    vormNaam: toVormName(basis.naam),
    opties: vormen.map(({ naam: vorm }, number) => ({
      id: String(number),
      tekst: woorden.vorm(vorm),
      inputId: `${basis.id}-vorm-${number}`,
      gekozen: String(number) === chosen,
      isWeg: false,
    })),
    verborgen: [{ naam: toShownVormName(basis.naam), waarde: chosen }],
    kinderen: inner
      ? [{ ...inner, id: `${basis.id}-inhoud`, fouten: [], label: label === '' ? '' : woorden.vorm(label) }]
      : [],
  };
}

/** How many characters of a text tell what it is. */
const LONGEST = 90;

/** What a thing in a list is about: the first text in it, or the first choice. */
function summarize(knoop: Knoop): string {
  if (knoop.soort === 'tekst') return shorten(knoop.waarde, LONGEST);
  if (knoop.soort === 'keuze')
    return shorten(knoop.opties.find(({ gekozen }) => gekozen)?.tekst ?? '', LONGEST);
  const inner = [...knoop.kinderen].sort((a, b) => Number(isId(a)) - Number(isId(b)));
  const [first = ''] = inner.map(summarize).filter(Boolean);
  return first !== '' || knoop.items.length === 0 ? first : `${knoop.items.length} × ${knoop.een}`;
}

const isId = ({ naam }: Knoop) => naam.endsWith('.id');
