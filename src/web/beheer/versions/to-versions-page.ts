import { toTimeText } from '../../../domain/calendar.ts';
import type { LiveVersion } from '../../../domain/editing/live-version.ts';
import type { Kept } from '../../../domain/editing/records.ts';
import type { Versie } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';
import type { ToName } from '../read-names.ts';

interface Options {
  readonly say: Say;
  /** The newest first. */
  readonly versions: readonly Kept<Versie>[];
  readonly toName: ToName;
  /** The number of the version that was published last. */
  readonly live: number;
  /** What this server shows now. */
  readonly shown: Pick<LiveVersion, 'nummer' | 'fault'>;
  readonly hasNewProgram: boolean;
  readonly gedaan: string | null;
}

/** The page of all versions, the newest first, and what asks for attention. */
export function toVersionsPage({ say, versions, toName, live, shown, hasNewProgram, gedaan }: Options): Page {
  const { fault } = shown;
  return {
    template: 'beheer-versies',
    titel: say('concepten.versies'),
    kruimels: [{ tekst: say('concepten.versies') }],
    model: {
      gedaan,
      hasNewProgram,
      getoond: shown.nummer,
      fault: fault && { nummer: fault.nummer, fouten: fault.fouten },
      versies: [
        ...versions.map(({ value }) => ({
          href: `${BEHEER}/versies/${value.nummer}`,
          kop: say('concepten.versie-titel', { nummer: value.nummer }),
          isLive: value.nummer === live,
          titel: value.titel,
          wanneer: toTimeText(new Date(value.op)),
          door: toName(value.uitgegevenDoor),
          makers: value.gemaaktDoor.map(toName).join(', ') || null,
          reden: value.reden,
        })),
        {
          href: `${BEHEER}/versies/0`,
          kop: say('concepten.versie-nul'),
          isLive: live === 0,
          titel: say('concepten.versie-nul-uitleg'),
          wanneer: null,
          door: null,
          makers: null,
          reden: null,
        },
      ],
    },
  };
}
