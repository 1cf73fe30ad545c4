import type { MailConcept } from '../referral/mail-concept.ts';
import type { ReachedLimit } from './outbox-rules.ts';
import type { OutgoingMailStatus } from './outgoing-mail.ts';

/** A referral that its sender wants the server to send. */
export interface SendRequest {
  readonly tafel: { readonly id: string; readonly inZin: string };
  /** The checked address of the sender. */
  readonly afzender: string;
  readonly mail: MailConcept;
  /** Its text without the link in it, which is another one the next day: by this the mail is known again. */
  readonly eigenTekst: string;
  /** The name of the package that goes along. */
  readonly pdfName: string;
  /** Makes that package. */
  readonly pdf: () => Promise<Buffer>;
}

/** What became of asking to send. */
export type SendRequestResult =
  /** A confirmation link was sent; `zeker` is false when the mail server did not say that it took it. */
  | { readonly soort: 'gevraagd'; readonly geldigTot: Date; readonly zeker: boolean }
  /** This very mail is on its way already, or was sent. */
  | { readonly soort: 'al'; readonly status: OutgoingMailStatus }
  | { readonly soort: 'limiet'; readonly limiet: ReachedLimit }
  /** The mail server refuses the address of the sender. */
  | { readonly soort: 'geweigerd' }
  /** The confirmation link could not be sent. */
  | { readonly soort: 'nietGelukt' };

/** What a confirmation link stands for now. */
export type LinkStatus =
  | { readonly soort: 'onbekend' }
  | { readonly soort: 'verlopen' }
  | {
      readonly soort: 'teBevestigen';
      readonly tafel: string;
      readonly afzender: string;
      readonly aan: readonly string[];
      readonly cc: readonly string[];
      readonly onderwerp: string;
      readonly geldigTot: Date;
    }
  | {
      readonly soort: 'bevestigd';
      readonly tafel: string;
      readonly status: OutgoingMailStatus;
      readonly gewijzigd: Date;
      /** When the next attempt is made; null when there is none to come. */
      readonly volgende: Date | null;
    };

/** Sends referrals for users, after they confirmed it from their own mailbox. */
export interface Sending {
  /** Domains of senders, in lower case. */
  readonly domains: readonly string[];
  /**
   * Keeps a referral so that only the confirmation link can open it, and sends that link to the sender.
   * @throws StorageFailure when it cannot be kept, PdfFailure when there is no package.
   */
  requestSending(request: SendRequest): Promise<SendRequestResult>;
  /** What a link stands for; changes nothing. */
  view(id: string, key: string): Promise<LinkStatus>;
  /**
   * Puts the referral of a link into the queue, once; then tells what the link stands for.
   * @throws StorageFailure when that cannot be kept.
   */
  confirm(id: string, key: string): Promise<LinkStatus>;
}
