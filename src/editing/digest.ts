import { toDutchClock } from '../domain/calendar.ts';
import type { MailBeheer, Waiting, Weekbericht } from '../domain/editing/beheer-mail.ts';
import { listDue } from '../domain/editing/due-list.ts';
import { hasRol, type Medewerker } from '../domain/editing/people.ts';
import type { Kept, Records } from '../domain/editing/records.ts';
import { toIsoWeek } from '../domain/statistics/counts.ts';
import type { VersionStore } from './version-store.ts';

interface Options {
  readonly records: Records;
  readonly versions: Pick<VersionStore, 'readLive'>;
  /** How many reports are open. */
  readonly countOpen: () => Promise<number>;
  readonly mail: MailBeheer;
  readonly now: () => Date;
}

/** The one record of it. */
const LATEST = 'laatste';
/** Nobody gets it at night; by the clock in the Netherlands. */
const EARLIEST = '07:00';

/** Makes what mails those who publish, once a week, what waits in `/beheer`. */
export function createDigest({ records, versions, countOpen, mail, now }: Options) {
  /** Notes that somebody gets it, or after all did not; false when another server noted something meanwhile. */
  async function note(week: string, change: (aan: readonly string[]) => string[]): Promise<boolean> {
    const kept = await records.read('weekbericht', LATEST);
    const value: Weekbericht = { week, aan: change(toDone(kept, week)) };
    const revision = kept?.revision ?? 0;
    return (await records.commit([{ kind: 'weekbericht', id: LATEST, revision, value }])) === 'ok';
  }

  /** Mails one of them, unless another server does; whether to go on. */
  async function mailTo({ id, value }: Kept<Medewerker>, week: string, waiting: Waiting): Promise<boolean> {
    const kept = await records.read('weekbericht', LATEST);
    if (toDone(kept, week).includes(id)) return true;
    // Before it is sent: a server that stops in between costs one mail, and never sends two.
    if (!(await note(week, (aan) => [...aan, id]))) return false;
    if ((await mail({ soort: 'weekbericht', aan: value.email, waiting })) !== 'niet') return true;
    // The next round tries again.
    await note(week, (aan) => aan.filter((other) => other !== id));
    return false;
  }

  return {
    /** Mails whoever did not have it this week and for whom something waits. @throws StorageFailure */
    async run(): Promise<void> {
      if (toDutchClock(now()) < EARLIEST) return;
      const week = toIsoWeek(now());
      const done = toDone(await records.read('weekbericht', LATEST), week);
      const receivers = (await records.list('medewerker')).filter(
        ({ id, value }) => wantsDigest(value) && !done.includes(id),
      );
      if (receivers.length === 0) return;
      const [offered, due, meldingen] = await Promise.all([
        records.list('concept').then((all) => all.filter(({ value }) => value.status === 'aangeboden')),
        versions.readLive().then(({ files }) => listDue(files, now())),
        countOpen(),
      ]);
      for (const receiver of receivers) {
        const concepten = offered.filter(({ value }) => !value.gemaaktDoor.includes(receiver.id)).length;
        const waiting = { meldingen, concepten, nu: due.nu.length, binnenkort: due.binnenkort.length };
        if (Object.values(waiting).every((count) => count === 0)) continue;
        if (!(await mailTo(receiver, week, waiting))) return;
      }
    },
  };
}

/** Whether somebody gets it: who may publish, unless they asked for no more. */
export function wantsDigest({ actief, rol, geenWeekbericht }: Medewerker): boolean {
  return actief && hasRol(rol, 'uitgever') && !geenWeekbericht;
}

/** Who had it in a week. */
function toDone(kept: Kept<Weekbericht> | null, week: string): readonly string[] {
  return kept?.value.week === week ? kept.value.aan : [];
}
