import type { Casus, CasusAdvies, EditedList } from '../../domain/casus/casus.ts';
import type { Personal } from '../../domain/casus/find-personal.ts';
import { isSameCasus } from '../../domain/casus/write-casus.ts';
import type { VeldFault, Warning } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import type { Opened } from './open-files.ts';

/** What is shown beside the case itself. */
export interface Shown {
  /** What of a file could not be kept. */
  readonly gevallen?: readonly string[];
  readonly fouten?: readonly VeldFault[];
  readonly waarschuwingen?: readonly Warning[];
  /** What was typed of items of the lists: stays. */
  readonly values?: Readonly<Record<string, string>>;
  /** The list of which an item is being changed, or is not right yet. */
  readonly wijzigt?: EditedList;
  /** What was just done, and the part of the page where it shows: the page opens there. */
  readonly melding?: {
    readonly plaats: string;
    readonly tekst: string;
    /** Nothing changed that has to be saved. */
    readonly zonder?: true;
  };
  /** A link that was just made again for this package, and the last day on which it works. */
  readonly link?: { readonly id: string; readonly adres: string; readonly tot: string };
  /** The whole journal, not only its last entries. */
  readonly alles?: true;
  /** The advice of before, when that is another than the file has. */
  readonly eerder?: CasusAdvies | undefined;
  /** There is a question to go on with. */
  readonly heeftVraag?: boolean;
  /** The questions were asked for, and there is none to ask: the answers stand open. */
  readonly gevraagd?: boolean;
  /** All of it stands in the file that was opened. */
  readonly bewaard?: boolean;
  /** What in the texts of an opened file looks like data of the person. */
  readonly persoonlijk?: Personal;
}

/** When something was asked. */
export interface Asked {
  readonly moment: string;
  /** In the Netherlands. */
  readonly today: string;
}

/** A case after an action, and what the page has to show of it. */
export interface Acted {
  readonly casus: Casus;
  readonly shown: Shown;
}

type Told = NonNullable<Shown['melding']>;

/** What is said when there is no next question: after the last answer, or to who asked for more of them. */
export function toWalked(
  say: Say,
  form: URLSearchParams,
  hasMore: boolean,
): Pick<Shown, 'melding' | 'gevraagd'> {
  const klaar = say(hasMore ? 'casus.klaar-vragen-nu' : 'casus.klaar-vragen');
  return form.get('actie') === 'antwoord'
    ? { melding: { plaats: 'stand', tekst: klaar } }
    : { melding: { plaats: 'stand', tekst: say('casus.geen-vragen'), zonder: true }, gevraagd: true };
}

/** What is said when so many files were joined with a case, or with each other; of one alone nothing. */
export function toJoined(
  say: Say,
  base: Casus | null,
  casus: Casus,
  heel: Opened['heel'],
  count: number,
): Told | undefined {
  if (!base && count < 2) return undefined;
  const plaats = 'stand';
  const isIn = (one: Casus) => isSameCasus(one, casus);
  if (base && isIn(base)) return { plaats, tekst: say('casus.klaar-samen-gelijk'), zonder: true };
  if (!base && heel.length === count && heel.every(isIn))
    return { plaats, tekst: say('casus.klaar-samen-zelfde'), zonder: true };
  if (heel.some(isIn)) return { plaats, tekst: say('casus.klaar-samen-al'), zonder: true };
  return { plaats, tekst: say('casus.klaar-samen') };
}
