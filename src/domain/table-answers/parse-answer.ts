import type { Content } from '../model/content.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { judgeDate } from '../referral/check-date.ts';
import type { VeldFault } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';
import { DELEN, listWaarom, type TafelAntwoord, tafelAntwoordSchema } from './choices.ts';

/** What the form holds: one choice, and the fields of all choices, of which those of the other choices do not count. */
export interface TypedAnswer {
  readonly keuze: string;
  readonly datum: string;
  readonly waarom: string;
  readonly naar: string;
  readonly delen: readonly string[];
}

/** Reads what a table answered, or says per field what is missing. `today` is the date in the Netherlands. */
export function parseTafelAntwoord(
  say: Say,
  { tafels }: Pick<Content, 'tafels'>,
  tafel: Overlegtafel,
  typed: TypedAnswer,
  today: string,
): { readonly antwoord: TafelAntwoord } | { readonly fout: VeldFault } {
  const fault = (veld: keyof TypedAnswer, melding: string) => ({ fout: { veld, melding } });
  const { keuze, datum, waarom, naar, delen } = typed;
  switch (keuze) {
    case 'ontvangen':
    case 'opgepakt':
      return { antwoord: { keuze } };
    case 'opAgenda': {
      const oordeel = judgeDate(datum, 'overleg', today);
      if (oordeel === null) return { antwoord: { keuze, datum } };
      if (oordeel === 'geenDatum') return fault('datum', say('tafelantwoord.datum'));
      return fault('datum', say(datum < today ? 'tafelantwoord.datum-geweest' : 'tafelantwoord.datum-ver'));
    }
    case 'nietOpgepakt':
      return listWaarom(tafel).includes(waarom)
        ? { antwoord: { keuze, waarom } }
        : fault('waarom', say('tafelantwoord.waarom'));
    case 'doorverwezen':
      return tafels.some(({ id }) => id === naar && id !== tafel.id)
        ? { antwoord: { keuze, naar } }
        : fault('naar', say('tafelantwoord.naar'));
    case 'meerNodig': {
      const known = DELEN.filter((deel) => delen.includes(deel));
      const parsed = tafelAntwoordSchema.safeParse({ keuze, delen: known });
      return parsed.success && known.length === delen.length
        ? { antwoord: parsed.data }
        : fault('delen', say('tafelantwoord.delen'));
    }
    default:
      return fault('keuze', say('tafelantwoord.kies'));
  }
}
