import type { VeldFault } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';
import { MAX_WEEKS, ROOM_STANDEN, type Room } from './room.ts';

/** Reads what a table tells of its room, or says what is missing. `today` is the date in the Netherlands. */
export function parseRoom(
  say: Say,
  typed: { readonly stand: string; readonly weken: string },
  today: string,
): { readonly room: Room } | { readonly fout: VeldFault } {
  const stand = ROOM_STANDEN.find((one) => one === typed.stand);
  if (!stand) return { fout: { veld: 'stand', melding: say('tafelantwoord.kies') } };
  if (stand !== 'wachtlijst') return { room: { stand, weken: null, dag: today } };
  const weken = /^\s*\d{1,3}\s*$/.test(typed.weken) ? Number(typed.weken) : 0;
  return weken >= 1 && weken <= MAX_WEEKS
    ? { room: { stand, weken, dag: today } }
    : { fout: { veld: 'weken', melding: say('tafelantwoord.weken', { hoogstens: MAX_WEEKS }) } };
}
