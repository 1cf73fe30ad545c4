import type { Versturen } from '../../domain/ports/versturen.ts';
import type { Views } from '../../domain/ports/views.ts';
import type { Zendingen } from '../../domain/ports/zendingen.ts';
import { createVersturen } from './create-versturen.ts';
import { createWachtrij, type Wachtrij } from './create-wachtrij.ts';
import type { MeldPoging } from './meld-poging.ts';
import { readCa } from './read-ca.ts';
import { createSmtpMailer, type Mailserver, type Wachttijden } from './smtp-mailer.ts';
import { createBerichten } from './write-berichten.ts';
import { createZendingZegel } from './zending-zegel.ts';

/** How the operator configured sending. */
interface Instellingen extends Omit<Mailserver, 'ca'> {
  readonly caFile: string | null;
  readonly from: string;
  readonly senderDomains: readonly string[];
  readonly maxPerHour: number;
  readonly maxTotalPerHour: number;
}

interface Opties {
  readonly smtp: Instellingen;
  readonly zendingen: Zendingen;
  /** The secrets of the server, newest first. */
  readonly secrets: readonly string[];
  readonly views: Pick<Views, 'renderText'>;
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly meldPoging: MeldPoging;
  readonly meldFout: (fout: unknown) => void;
  readonly wachttijden?: Wachttijden;
  /** How long an attempt may go on when the server stops, in milliseconds. */
  readonly respijt?: number;
}

/**
 * Starts sending: what the pages need, and the queue, which goes on with what it had when the server stopped.
 * @throws Error in plain Dutch when the file of the CA cannot be read.
 */
export function startVersturen(opties: Opties): { versturen: Versturen; wachtrij: Wachtrij } {
  const { smtp, zendingen, secrets, views, baseUrl, now, wachttijden } = opties;
  const zegel = createZendingZegel(secrets);
  const verstuur = createSmtpMailer({ ...smtp, ca: readCa(smtp.caFile) }, wachttijden);
  const berichten = createBerichten({ views, van: smtp.from, baseUrl, now });
  const wachtrij = createWachtrij({ ...opties, zegel, berichten, verstuur });
  const versturen = createVersturen({
    domeinen: smtp.senderDomains,
    limieten: { perAfzender: smtp.maxPerHour, totaal: smtp.maxTotalPerHour },
    baseUrl,
    zendingen,
    zegel,
    berichten,
    verstuur,
    wachtrij,
    meldPoging: opties.meldPoging,
    now,
  });
  void wachtrij.werkBij();
  return { versturen, wachtrij };
}
