import type { Named } from './veld.ts';

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
  ['vragen', 'stap.door', 'rollen'],
  ['vragen', 'wanneer.feit', 'feiten'],
  ['vragen', 'wanneer.is', 'antwoorden'],
  ['vragen', 'wanneer.tafels', 'tafels'],
  ['regels', 'signaal', 'signalen'],
  ['regels', 'ookGeopendDoor.fact', 'feiten'],
  ['regels', 'voorwaarde.fact', 'feiten'],
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
