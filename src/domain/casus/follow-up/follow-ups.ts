import type { GemaakteVerwijzing } from '../casus.ts';

/** What can be written after a package was made. */
const VERVOLGEN = [
  'bevestiging',
  'aanvulling',
  'evaluatie',
  'terugkoppeling',
  'terugkoppeling-persoon',
  'intrekking',
] as const;
export type Vervolg = (typeof VERVOLGEN)[number];

type Stand = GemaakteVerwijzing['stand'];

/** States in which the table may still be at work on it. */
const RUNNING: readonly Stand[] = ['gemaakt', 'verstuurd', 'ontvangen', 'opAgenda', 'opgepakt'];
const UNANSWERED: readonly Stand[] = ['gemaakt', 'verstuurd'];

/** What is known of a package, beside itself. */
export interface FollowUpFacts {
  /** Whether what was typed for the table is another text now. */
  readonly isChanged: boolean;
  /** Whether the user is the person, or someone near. */
  readonly isInwoner: boolean;
  /** Whether the person knows of the package: who does not know hears of it in a conversation first. */
  readonly isTold: boolean;
}

/** What makes sense to write about a package now. */
export function listFollowUps(
  made: GemaakteVerwijzing,
  { isChanged, isInwoner, isTold }: FollowUpFacts,
): Vervolg[] {
  const { stand, velden, weg } = made;
  const runs = RUNNING.includes(stand);
  const isSent = stand !== 'gemaakt';
  const offered: Readonly<Record<Vervolg, boolean>> = {
    bevestiging: UNANSWERED.includes(stand),
    aanvulling: runs && isChanged,
    evaluatie: canGoOn(made) && Boolean(velden.evaluatieUren),
    terugkoppeling: isSent && !isInwoner,
    'terugkoppeling-persoon': isSent && !isInwoner && isTold,
    intrekking: runs,
  };
  return weg ? [] : VERVOLGEN.filter((vervolg) => offered[vervolg]);
}

/** What a package has become when this was written about it; null where that is not known yet. */
export function toStandAfter(vervolg: Vervolg, { stand }: GemaakteVerwijzing): Stand | null {
  if (vervolg === 'intrekking') return 'ingetrokken';
  return stand === 'gemaakt' ? 'verstuurd' : null;
}

/** Whether a deployment that was agreed can be told to go on: that is a package of its own. */
export function canGoOn({ soort, stand, weg }: GemaakteVerwijzing): boolean {
  return !weg && (soort === 'inzet' || soort === 'voortzetting') && RUNNING.includes(stand);
}
