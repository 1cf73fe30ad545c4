import type { PostUitkomst } from '../../domain/ports/verstuur-mail.ts';
import type { Zending } from '../../domain/sending/zending.ts';

/** How an attempt to send ended, for the log: nothing of the mail, of its sender or of a key is in it. */
interface Poging extends Pick<Zending, 'id' | 'tafel' | 'pogingen'> {
  /** What was sent: the confirmation link, the referral, or the note about how that ended. */
  readonly soort: Zending['soort'] | 'bevestiging';
  readonly uitkomst: PostUitkomst['soort'];
  readonly reden: string;
}

/** Hears how each attempt ended. */
export type MeldPoging = (poging: Poging) => void;
