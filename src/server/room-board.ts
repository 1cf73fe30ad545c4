import type { Rooms } from '../domain/table-answers/room.ts';
import type { TableAnswers } from '../domain/table-answers/table-answers.ts';

/** How often to look what tables told another server, in milliseconds. */
const INTERVAL = 60_000;

/** What tables told of their room, at hand for every page. */
export interface RoomBoard {
  read(): Rooms;
  /** Goes up when a table told something: what was made before is made again. */
  edition(): number;
  /** Looks at once, after a table told something here. */
  refresh(): Promise<void>;
}

/** Makes the board; it looks again every minute, and shows what it knew while there is no storage. */
export function createRoomBoard({ rooms }: Pick<TableAnswers, 'rooms'>, interval = INTERVAL): RoomBoard {
  let known: Rooms = {};
  let edition = 0;

  async function refresh(): Promise<void> {
    const found = await rooms().catch(() => known);
    if (JSON.stringify(found) === JSON.stringify(known)) return;
    known = found;
    edition += 1;
  }

  void refresh();
  setInterval(() => void refresh(), interval).unref();
  return { read: () => known, edition: () => edition, refresh };
}
