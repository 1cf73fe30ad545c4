import type { LiveVersion } from '../../domain/editing/versions.ts';
import type { Say } from '../../domain/texts.ts';

/** How far a version is on its way to visitors, as a notice. */
export interface SiteState {
  readonly soort: 'ok' | 'info' | 'error';
  readonly tekst: string;
  /** It is being made: who looks again later sees something else. */
  readonly isBezig: boolean;
}

/** Whether visitors see the version `nummer`: a server makes all pages of a version before it shows any of them. */
export function toSiteState(
  say: Say,
  nummer: number,
  shown: Pick<LiveVersion, 'nummer' | 'fault'>,
): SiteState {
  const getoond = shown.nummer;
  if (getoond === nummer)
    return { soort: 'ok', tekst: say('concepten.site-staat', { nummer }), isBezig: false };
  if (getoond > nummer)
    return { soort: 'info', tekst: say('concepten.site-later', { nummer, getoond }), isBezig: false };
  if (shown.fault !== null && shown.fault.nummer >= nummer)
    return { soort: 'error', tekst: say('concepten.site-fout', { nummer, getoond }), isBezig: false };
  return { soort: 'info', tekst: say('concepten.site-bezig', { nummer, getoond }), isBezig: true };
}
