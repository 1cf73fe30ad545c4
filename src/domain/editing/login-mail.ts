/** Why a link to log in with goes by mail. */
export type LoginMailKind = 'uitnodiging' | 'inloglink';

/** A link to log in with, to mail. */
interface LoginMail {
  readonly soort: LoginMailKind;
  readonly aan: string;
  readonly link: string;
  readonly geldigTot: Date;
}

/** Mails a link at once; whether the mail server took it, as far as it said. Never throws. */
export type MailLoginLink = (mail: LoginMail) => Promise<boolean>;
