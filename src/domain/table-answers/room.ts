import { z } from 'zod';
import { addDays } from '../calendar.ts';
import { dateSchema, idSchema } from '../model/basis.ts';
import type { VeldFault } from '../referral/verwijzing.ts';
import type { Say } from '../texts.ts';

/** What a table can tell of its room. */
export const ROOM_STANDEN = ['ruimte', 'wachtlijst', 'geenPlek'] as const;
/** How long it is shown, in days: after that nobody knows whether it still holds. */
const ROOM_DAYS = 30;
const MAX_WEEKS = 104;

/** Whether a table has room, as it told itself on a day; the number of weeks is of a waiting list only. */
const roomSchema = z.strictObject({
  stand: z.enum(ROOM_STANDEN),
  weken: z.number().int().min(1).max(MAX_WEEKS).nullable(),
  dag: dateSchema,
});
export type Room = z.infer<typeof roomSchema>;

/** What tables told last, by the id of the table. */
export const roomsSchema = z.record(idSchema, roomSchema);
export type Rooms = Readonly<z.infer<typeof roomsSchema>>;

/** What a table told, when that is not too long ago to show. */
export function findRoom(rooms: Rooms, tafel: string, today: string): Room | null {
  const room = Object.hasOwn(rooms, tafel) ? rooms[tafel] : undefined;
  return room && room.dag <= today && addDays(room.dag, ROOM_DAYS) >= today ? room : null;
}

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
