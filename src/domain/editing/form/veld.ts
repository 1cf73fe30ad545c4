/** What a field names: things that are there, so that one chooses and never types. */
export type Named =
  | ('bronnen' | 'contacten' | 'organisaties' | 'gemeenten' | 'tafels' | 'feiten' | 'jaNeeFeiten')
  | ('signalen' | 'rollen' | 'pakketvelden')
  /** The answers of the question that the field beside it (`fact`, `feit`, `sleutel`) names. */
  | 'antwoorden'
  /** The criteria of the same table: in this form, or in the other file of the table. */
  | 'criteria'
  /** What the advice can be, as the tree names it. */
  | 'uitkomsten';

/** A member of a group. */
export interface Lid {
  readonly naam: string;
  readonly veld: Veld;
  /** It may not be left empty. */
  readonly isNodig: boolean;
  /** What stands there when it is left empty; undefined: nothing, not even its name. */
  readonly leeg: null | undefined;
}

/** What one fills in for a value: made of its JSON Schema, so that a form asks exactly what the file may hold. */
export type Veld =
  | {
      readonly soort: 'tekst';
      readonly patroon: RegExp | null;
      readonly max: number | null;
      readonly isAdres: boolean;
    }
  | {
      readonly soort: 'getal';
      readonly heel: boolean;
      readonly van: number | null;
      readonly tot: number | null;
    }
  | { readonly soort: 'datum' }
  | { readonly soort: 'jaNee' }
  /** True, or not there. */
  | { readonly soort: 'vink' }
  /** Always this. */
  | { readonly soort: 'vast'; readonly waarde: unknown }
  | { readonly soort: 'keuze'; readonly waarden: readonly string[] }
  | { readonly soort: 'verwijzing'; readonly naar: Named }
  /** Several of what is there. */
  | { readonly soort: 'meer'; readonly naar: Named; readonly min: number }
  /** One answer as a text, or several as a list. */
  | { readonly soort: 'antwoord' }
  /** Short texts, one on a line. */
  | { readonly soort: 'regels'; readonly min: number }
  | { readonly soort: 'lijst'; readonly item: Veld; readonly min: number }
  | { readonly soort: 'groep'; readonly leden: readonly Lid[] }
  /** One of these forms. */
  | { readonly soort: 'vormen'; readonly vormen: readonly Vorm[] }
  /** Names that one chooses, with something for each. */
  | { readonly soort: 'register'; readonly sleutel: Veld; readonly waarde: Veld };

/** One of the forms that a value may have, with the name that tells it from the others. */
export interface Vorm {
  readonly naam: string;
  readonly veld: Veld;
}

/** What is filled in so far: texts as typed, lists, and groups by name. A form of several is `{ vorm, inhoud }`. */
export type Invoer = string | readonly Invoer[] | { readonly [naam: string]: Invoer };
export type Groep = { readonly [naam: string]: Invoer };

/** How an answer stands in the file, and how many there may be, by the fields beside it. */
export interface AnswerForm {
  /** One answer is a text, and no list of one. */
  readonly isTekst: boolean;
  /** The question takes one answer. */
  readonly isEen: boolean;
}

/** The name of a field within another. */
export function joinPad(pad: string, naam: string | number): string {
  return pad === '' ? String(naam) : `${pad}.${naam}`;
}

/** Whether a part has a button to add it: whatever else may be left empty simply is. */
export function isDeel({ veld, isNodig }: Lid): boolean {
  return !isNodig && (veld.soort === 'groep' || veld.soort === 'vormen');
}

function isGroep(invoer: Invoer | undefined): invoer is Groep {
  return typeof invoer === 'object' && !Array.isArray(invoer);
}

/** What is filled in in a group; nothing for what is no group. */
export function toGroep(invoer: Invoer | undefined): Groep {
  return isGroep(invoer) ? invoer : {};
}

export function toItems(invoer: Invoer | undefined): readonly Invoer[] {
  return Array.isArray(invoer) ? invoer : [];
}

export function toTekst(invoer: Invoer | undefined): string {
  return typeof invoer === 'string' ? invoer : '';
}
