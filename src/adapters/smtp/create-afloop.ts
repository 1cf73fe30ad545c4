import { randomBytes } from 'node:crypto';
import type { Zendingen } from '../../domain/ports/zendingen.ts';
import type { Uitkomst, Zending } from '../../domain/sending/zending.ts';
import type { Berichten } from './write-berichten.ts';
import { encodeInhoud, type ZendingInhoud } from './zending-inhoud.ts';
import type { ZendingZegel } from './zending-zegel.ts';

/** What it takes to make a note. */
interface Deps {
  readonly zendingen: Zendingen;
  readonly zegel: ZendingZegel;
  readonly berichten: Berichten;
  readonly now: () => Date;
}

/**
 * Makes the note to the sender about a referral that did not go as it should; what it says is kept, the rest is for the
 * caller to keep together with the end of the referral itself.
 */
export async function createAfloop(
  { zendingen, zegel, berichten, now }: Deps,
  { status, tafel, afzender, bevestigd, aangemaakt }: Zending,
  inhoud: ZendingInhoud,
  uitkomst: Uitkomst,
): Promise<Zending> {
  const sjabloon = status === 'onzeker' || status === 'deels' ? status : 'mislukt';
  const bericht = await berichten.writeAfloop(inhoud, sjabloon, uitkomst, new Date(bevestigd ?? aangemaakt));
  const id = createZendingId();
  const moment = now().toISOString();
  return {
    id,
    soort: 'bericht',
    tafel,
    status: 'wachtrij',
    aangemaakt: moment,
    gewijzigd: moment,
    bevestigd: moment,
    volgende: moment,
    pogingen: 0,
    bestand: await zendingen.bewaarInhoud(zegel.seal(id, encodeInhoud(bericht))),
    sleutel: null,
    afzender,
    inhoud: null,
  };
}

/** A new id for a mail: it tells nothing. */
export function createZendingId(): string {
  return randomBytes(16).toString('base64url');
}
