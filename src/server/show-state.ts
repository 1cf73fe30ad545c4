import type { PdfWriter } from '../documents/pdf/pdf-writer.ts';
import type { OutgoingMailStatus } from '../domain/sending/outgoing-mail.ts';
import type { LogOutput } from '../http/log.ts';
import type { Metrics } from '../http/metrics.ts';
import type { LiveSite } from './live-site.ts';
import type { Core } from './open-core.ts';

/** What can be looked at. */
interface Parts {
  readonly core: Pick<Core, 'meldingen' | 'zendingen' | 'antwoorden' | 'hasStorage'>;
  readonly pdfWriter: Pick<PdfWriter, 'queueLength'>;
  readonly output: Pick<LogOutput, 'dropped'>;
  readonly live: Pick<LiveSite<never>, 'nummer' | 'fault'>;
}

/** The states of a mail that an operator is to know the number of, and what each means. */
const MAILS: readonly [name: string, help: string, statuses: readonly OutgoingMailStatus[]][] = [
  ['unconfirmed', 'Mails whose sender has not confirmed them yet', ['onbevestigd']],
  ['waiting', 'Mails in the queue: confirmed, and not sent yet', ['wachtrij', 'bezig']],
  ['failed', 'Mails of the past week that did not, or perhaps not, arrive', ['mislukt', 'deels', 'onzeker']],
];

/** Shows the state of a running server among its numbers: storage, reports, mail, PDFs, log and content. */
export function showState(
  metrics: Pick<Metrics, 'show'>,
  { core: { meldingen, zendingen, antwoorden, hasStorage }, pdfWriter, output, live }: Parts,
): void {
  const show = (name: string, help: string, read: () => unknown) =>
    metrics.show(`rdm_${name}`, help, async () => Number(await read()));
  show('storage_up', 'Whether what must be kept can be kept now (1) or not (0)', hasStorage);
  const count = () => meldingen.count();
  show('meldingen', 'Correction reports that are kept', async () => (await count()).totaal);
  const open = 'Correction reports that nobody answered or closed; 500 is the limit';
  show('meldingen_open', open, async () => (await count()).open);
  const answers = 'Answers of tables that are kept by themselves; 5000 is the limit';
  show('tafelantwoorden', answers, async () => (await antwoorden.lijst()).length);
  for (const [name, help, statuses] of MAILS)
    show(`mails_${name}`, help, async () => {
      const list = await zendingen.lijst();
      return list.filter(({ status }) => statuses.includes(status)).length;
    });
  show('pdf_queue', 'PDFs that are being made or wait for their turn', pdfWriter.queueLength);
  show('log_lines_dropped', 'Lines of the log that could not be written', output.dropped);
  show('content_version', 'The version of the content that is shown; 0 is that of the program', live.nummer);
  const fault =
    'Whether this program cannot show the newest version of the content (1), and shows an older one';
  show('content_fault', fault, () => live.fault() !== null);
}
