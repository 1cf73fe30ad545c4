import type { Choice, FindChoices } from './choices.ts';
import type { Groep, Invoer, Lid } from './veld.ts';

/** The words of a form. */
export interface FormWords {
  /** What a field is called; `ouder` is the name of what it is in. */
  readonly label: (naam: string, ouder: string) => string;
  readonly hulp: (naam: string, ouder: string) => string | null;
  /** What one thing of a list is called. */
  readonly een: (naam: string, ouder: string) => string;
  readonly keuze: (waarde: string) => string;
  readonly vorm: (naam: string) => string;
}

/** A choice as it is shown. */
export interface Optie extends Choice {
  readonly inputId: string;
  readonly gekozen: boolean;
  /** It is chosen and not there: said, and kept until somebody chooses another. */
  readonly isWeg: boolean;
}

/** A field as it is shown; `soort` says which of the others are used. */
export interface Knoop {
  readonly soort:
    | 'tekst'
    | 'keuze'
    | 'rondjes'
    | 'vinkjes'
    | 'vink'
    | 'vast'
    | 'lijst'
    | 'groep'
    | 'deel'
    | 'vormen';
  readonly id: string;
  /** The name of the field in the form, which is its place in the value. */
  readonly naam: string;
  readonly label: string;
  readonly hulp: string | null;
  readonly fouten: readonly string[];
  readonly isNodig: boolean;
  readonly waarde: string;
  /** Null: one line. */
  readonly rijen: number | null;
  readonly invoer: 'text' | 'date' | 'url';
  readonly opties: readonly Optie[];
  readonly kinderen: readonly Knoop[];
  readonly verborgen: readonly { readonly naam: string; readonly waarde: string }[];
  readonly items: readonly Item[];
  /** What one thing of the list is called. */
  readonly een: string;
  /** Whether a part that may be left out is there, or a box is ticked. */
  readonly isEr: boolean;
  /** The name of the choice between forms. */
  readonly vormNaam: string;
  /** Other fields depend on it: a button shows them again. */
  readonly ververs: boolean;
}

/** A thing in a list. */
export interface Item {
  readonly pad: string;
  readonly nummer: number;
  /** What it is about; empty when nothing is filled in. */
  readonly kop: string;
  readonly isEerste: boolean;
  readonly isLaatste: boolean;
  readonly isOpen: boolean;
  readonly knoop: Knoop;
}

/** Where a field stands. */
export interface Plek {
  readonly lid: Pick<Lid, 'naam' | 'isNodig'>;
  readonly pad: string;
  readonly ouder: string;
  readonly siblings: Groep;
}

/** What a whole form is shown with. */
export interface Toon {
  readonly woorden: FormWords;
  readonly choices: FindChoices;
  /** What is wrong, by the name of the field. */
  readonly fouten: ReadonlyMap<string, readonly string[]>;
  /** The form as a whole. */
  readonly root: Invoer;
}

/** The id of a field in the page: letters, digits and dashes. */
export function toVeldId(pad: string): string {
  return `veld-${pad.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

/** A field with what all fields have. */
export function toBasis({ woorden, fouten }: Toon, { lid: { naam, isNodig }, pad, ouder }: Plek): Knoop {
  return {
    soort: 'tekst',
    id: toVeldId(pad),
    naam: pad,
    label: naam === '' ? '' : woorden.label(naam, ouder),
    hulp: naam === '' ? null : woorden.hulp(naam, ouder),
    fouten: fouten.get(pad) ?? [],
    isNodig,
    waarde: '',
    rijen: null,
    invoer: 'text',
    opties: [],
    kinderen: [],
    verborgen: [],
    items: [],
    een: '',
    isEr: true,
    vormNaam: '',
    ververs: false,
  };
}
