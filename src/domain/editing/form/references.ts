import { isObject } from '../../json.ts';
import { listNamen, readThing, type Soort } from '../soort.ts';
import type { Files } from '../versions.ts';
import { findVorm } from './to-invoer.ts';
import { joinPad, type Named, type Veld } from './veld.ts';

/**
 * Which fields name something else: the kind of content (`*`: every kind), the last names on the way to the field, and
 * what it names. The check of the content refuses a name that is not there; so these are choices.
 */
const REFERENCES: readonly (readonly [soort: string, pad: string, naar: Named])[] = [
  ['*', 'bron.document', 'bronnen'],
  ['*', 'contacten.contact', 'contacten'],
  ['*', 'algemeen.contact', 'contacten'],
  ['*', 'kanaal.adres', 'contacten'],
  ['*', 'cc.adres', 'contacten'],
  ['noodnummers', 'formulier', 'contacten'],
  ['gemeenten', 'ggzWerkgebied.organisatie', 'organisaties'],
  ['tafels', 'regie.organisatie', 'organisaties'],
  ['tafels', 'deelnemers.organisaties', 'organisaties'],
  ['plaatsen', 'gemeente', 'gemeenten'],
  ['aanbieders', 'gemeenten', 'gemeenten'],
  ['tafels', 'aanmelders.rollen', 'rollen'],
  ['tafels', 'aanmelders.via', 'rollen'],
  ['tafels', 'aanmelders.overlegMet', 'rollen'],
  ['tafels', 'kanaal.belvolgorde', 'criteria'],
  ['startpunten', 'id', 'rollen'],
  ['startpunten', 'organisaties', 'organisaties'],
  ['vragen', 'stap.door', 'rollen'],
  ['vragen', 'wanneer.feit', 'feiten'],
  ['vragen', 'wanneer.is', 'antwoorden'],
  ['vragen', 'wanneer.tafels', 'tafels'],
  ['regels', 'signaal', 'signalen'],
  ['regels', 'ookGeopendDoor.fact', 'feiten'],
  ['regels', 'voorwaarde.fact', 'feiten'],
  ['regels', 'alsNeeNummer', 'contacten'],
  ['regels', 'alsNeeVoor.rollen', 'rollen'],
  ['regels', 'condition', 'criteria'],
  ['regels', 'financiering.feit', 'jaNeeFeiten'],
  ['regels', 'tarieven.regels.veld', 'pakketvelden'],
  ['regels', 'bijHetBellen', 'feiten'],
  ['pakketvelden', 'tafels', 'tafels'],
  ['pakketvelden', 'nodigBij', 'tafels'],
  ['pakketvelden', 'nietNodigVoor', 'rollen'],
  ['inwoner', 'velden.sleutel', 'pakketvelden'],
  ['voorbeelden', 'antwoorden.sleutel', 'feiten'],
  ['voorbeelden', 'tafels', 'tafels'],
  ['voorbeelden', 'uitkomst', 'uitkomsten'],
];

/** Where their order says something, each is chosen by itself. */
export const ORDERED: ReadonlySet<string> = new Set(['belvolgorde', 'bijHetBellen']);

/** What a field names; null for one that one fills in freely. `pad` holds the names of the fields, without numbers. */
export function findReference(soort: string, pad: readonly string[]): Named | null {
  const here = `.${pad.join('.')}`;
  const found = REFERENCES.find(
    ([kind, end]) => (kind === '*' || kind === soort) && here.endsWith(`.${end}`),
  );
  return found?.[2] ?? null;
}

/** What names the things of a kind; a kind that is not here is named by nothing. */
const NAMED_AS: Readonly<Record<string, readonly Named[]>> = {
  bronnen: ['bronnen'],
  contacten: ['contacten'],
  noodnummers: ['contacten'],
  organisaties: ['organisaties'],
  gemeenten: ['gemeenten'],
  tafels: ['tafels'],
  vragen: ['feiten', 'jaNeeFeiten'],
  pakketvelden: ['pakketvelden'],
};

/** A place that names a thing. */
export interface Use {
  readonly soort: string;
  readonly naam: string;
  /** The name of the field there. */
  readonly pad: string;
}

/** A kind of content with the field of its things. */
export interface Formulier {
  readonly soort: Soort;
  readonly veld: Veld;
}

/** Where the content names a thing: then it cannot go. */
export function findUses(
  files: Files,
  formulieren: readonly Formulier[],
  { soort, id }: { soort: string; id: string },
): readonly Use[] {
  const kinds = NAMED_AS[soort] ?? [];
  if (kinds.length === 0) return [];
  return formulieren.flatMap((formulier) =>
    listNamen(files, formulier.soort).flatMap((naam) => {
      const value = readThing(files, formulier.soort, naam);
      const pads = listReferences(formulier.veld, value, '').filter(
        (found) => found.id === id && kinds.includes(found.naar),
      );
      return pads.map(({ pad }) => ({ soort: formulier.soort.soort, naam, pad }));
    }),
  );
}

interface Reference {
  readonly pad: string;
  readonly naar: Named;
  readonly id: string;
}

/** Everything that a value names, with its place. */
function listReferences(veld: Veld, value: unknown, pad: string): readonly Reference[] {
  switch (veld.soort) {
    case 'verwijzing':
      return typeof value === 'string' ? [{ pad, naar: veld.naar, id: value }] : [];
    case 'meer':
      return Array.isArray(value) ? value.map((id) => ({ pad, naar: veld.naar, id: String(id) })) : [];
    case 'lijst':
      return Array.isArray(value)
        ? value.flatMap((item, number) => listReferences(veld.item, item, joinPad(pad, number)))
        : [];
    case 'register':
      return Object.entries(isObject(value) ? value : {}).flatMap(([key, inner], number) => [
        ...listReferences(veld.sleutel, key, joinPad(joinPad(pad, number), 'sleutel')),
        ...listReferences(veld.waarde, inner, joinPad(joinPad(pad, number), 'waarde')),
      ]);
    case 'groep':
      return isObject(value)
        ? veld.leden.flatMap(({ naam, veld: inner }) =>
            listReferences(inner, value[naam], joinPad(pad, naam)),
          )
        : [];
    case 'vormen': {
      const form = findVorm(veld, value);
      return form ? listReferences(form.veld, value, pad) : [];
    }
    default:
      return [];
  }
}
