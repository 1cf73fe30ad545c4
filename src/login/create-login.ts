import type { MailBeheer } from '../domain/editing/beheer-mail.ts';
import { createToLogEntry, type Records } from '../domain/editing/records.ts';
import { createAttempts } from './attempts.ts';
import { createEnter } from './enter.ts';
import { createAskLink, createLinks } from './links.ts';
import { createOidc, type OidcConfig } from './oidc.ts';
import { createPeople } from './people.ts';
import { createSessions } from './sessions.ts';
import { isSameText } from './tokens.ts';

interface Options {
  readonly records: Records;
  /** The secrets of the server, newest first. */
  readonly secrets: () => readonly string[];
  /** Where the outside world sees the site, without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Date;
  /** Null when the server sends no mail. */
  readonly mail: MailBeheer | null;
  /** Null when the operator did not configure a provider. */
  readonly oidc: OidcConfig | null;
  /** Hears what goes wrong where no visitor waits for it. */
  readonly report: (fault: unknown) => void;
}

/** All of logging in to `/beheer`. */
export type Login = ReturnType<typeof createLogin>;

/** Makes it. */
export function createLogin({ records, secrets, baseUrl, now, mail, oidc, report }: Options) {
  const toLogEntry = createToLogEntry(now);
  const toUrl = (token: string) => toLinkUrl(baseUrl, token);
  const links = createLinks(records, now);
  const sessions = createSessions(records, now);
  const attempts = createAttempts(records, secrets, now);
  const enter = createEnter({ records, sessions, links, toLogEntry, now });
  const provider = oidc && createOidc(oidc, baseUrl, now);
  return {
    sessions,
    attempts,
    links,
    people: createPeople({ records, links, toLogEntry, now }),
    enterByLink: enter.byLink,
    provider: provider && {
      begin: provider.begin,
      /** Logs in who came back. @throws NotIdentified, ProviderDown, StorageFailure */
      finish: async (query: string, secret: string, browser: Parameters<typeof enter.byLink>[1]) =>
        enter.byProvider(await provider.finish(query, secret), browser),
    },
    mail,
    askLink: mail && createAskLink({ records, links, attempts, mail, toUrl, toLogEntry, now, report }),
    toUrl,
    toLogEntry,
    isSameText,
  };
}

/** The address of a link to log in with. */
export function toLinkUrl(baseUrl: string, token: string): string {
  return `${baseUrl}/beheer/link/${token}`;
}
