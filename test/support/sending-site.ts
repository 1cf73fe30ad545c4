import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { onTestFinished } from 'vitest';
import { writeMail } from '../../src/documents/mail-writer.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { startSending } from '../../src/sending/start-sending.ts';
import type { Store } from '../../src/storage/storage.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { postForm } from './form-walker.ts';
import { CERTIFICATE, type MailServer, PASSWORD, type ReceivedMail, USER } from './mail-server.ts';
import { content, findAddress, model, ROOT } from './real-content.ts';
import { request } from './request.ts';
import { makeTempDir } from './temp-dir.ts';
import { createTestApp, createTestSeal } from './test-app.ts';
import { makeFolder, type TestPlace } from './test-places.ts';
import { say } from './texts.ts';
import { vignettes } from './vignettes.ts';

const views = createViews(join(ROOT, 'views'));

export const SENDER = 'Sjoerd.Wijkcoach@gemeente.example';
export const FROM = 'wegwijzer@relay.example';
export const TAFELADRES = findAddress('topx');
export const SECRET = 'een-geheim-voor-de-wachtrij-van-minstens-32-tekens';
const MINUTE = 60_000;
/** For a mail server that does answer, on a machine that stands still now and then, in milliseconds: what takes longer counts as uncertain, and changes what is tested. */
const PATIENCE = 120_000;

/** A clock that stands still until a test moves it. */
export interface Clock {
  readonly now: () => Date;
  readonly ahead: (minutes: number) => void;
}

/** Makes a clock. */
export function createClock(): Clock {
  let now = Date.parse('2026-11-21T09:00:00Z');
  return {
    now: () => new Date(now),
    ahead: (minutes) => {
      now += minutes * MINUTE;
    },
  };
}

interface Options {
  readonly mailServer: Pick<MailServer, 'port'>;
  /** A folder when not given. */
  readonly place?: TestPlace;
  /** In place of one on that place. */
  readonly store?: Store;
  readonly clock?: Clock;
  readonly tls?: 'starttls' | 'direct';
  readonly password?: string;
  readonly baseUrl?: string;
  readonly perUur?: number;
  readonly totaalPerHour?: number;
  readonly secrets?: readonly string[];
  /** How long to wait for an answer of the mail server, in milliseconds. */
  readonly antwoord?: number;
  /** How long an attempt may go on when the queue stops, in milliseconds. */
  readonly grace?: number;
}

export type SendingSite = Awaited<ReturnType<typeof openSendingSite>>;

/** The real app with sending on: real store, real queue and a real mail server; only the clock is the test's. */
export async function openSendingSite(options: Options) {
  const { mailServer, clock = createClock(), secrets = [SECRET] } = options;
  const place = options.place ?? (await makeFolder());
  const regels: string[] = [];
  const fouten: unknown[] = [];
  const onError = (fault: unknown) => fouten.push(fault);
  const store = options.store ?? (await place.toStorage({ now: clock.now, onError }).open());
  const caFile = join(makeTempDir(), 'ca.pem');
  writeFileSync(caFile, CERTIFICATE.cert);
  const { versturen, wachtrij, mailBeheer } = startSending({
    smtp: {
      host: '127.0.0.1',
      port: mailServer.port,
      tls: options.tls ?? 'starttls',
      login: { user: USER, pass: options.password ?? PASSWORD },
      caFile,
      from: FROM,
      senderDomains: ['gemeente.example', 'zorg.example'],
      maxPerHour: options.perUur ?? 10,
      maxTotalPerHour: options.totaalPerHour ?? 100,
    },
    zendingen: store.zendingen,
    secrets: () => secrets,
    writeMail,
    views,
    baseUrl: options.baseUrl ?? 'https://wegwijzer.example',
    now: clock.now,
    reportAttempt: (attempt) => regels.push(JSON.stringify(attempt)),
    reportFault: (fault) => fouten.push(fault),
    delays: { verbinding: PATIENCE, antwoord: options.antwoord ?? PATIENCE },
    ...(options.grace === undefined ? {} : { grace: options.grace }),
  });
  await wachtrij.update();
  let open = true;
  const sluit = async () => {
    if (!open) return;
    open = false;
    await wachtrij.stop();
    await store.close();
  };
  onTestFinished(sluit);
  return {
    app: createTestApp({
      ...{ now: clock.now, versturen, mailBeheer, records: store.records },
      onLog: (regel) => regels.push(regel),
    }),
    store,
    versturen,
    mailBeheer,
    wachtrij,
    place,
    clock,
    /** What was logged, by the app and by the queue. */
    regels,
    fouten,
    sluit,
  };
}

/** The answers of a case that may be referred to TopX. */
export const VEELPLEGER: Antwoorden =
  vignettes.find(({ naam }) => naam.startsWith('veelpleger'))?.antwoorden ?? {};

/** Every field that a table needs, filled in, with what differs. */
export function fillIn(tafel: string, anders: Readonly<Record<string, string>> = {}): [string, string][] {
  const found = model.tafelOf.get(tafel);
  if (!found) throw new Error(`Er is geen tafel ${tafel}.`);
  const filledIn: Record<string, string> = {};
  for (const { pad, nodigVoorTafel, opties, label } of listVelden(say, content, found, VEELPLEGER.rol))
    if (nodigVoorTafel) filledIn[pad] = opties?.[0]?.id ?? `Ingevuld: ${label}`;
  return Object.entries({
    ...filledIn,
    casuscode: 'TW-2026-014',
    telefoon: '053-1234567',
    aanmelderNaam: 'Sjoerd',
    ...anders,
  });
}

/** Asks the server to send a referral, as the form of the preview does. */
export function askToSend(
  { app, clock }: SendingSite,
  anders: Readonly<Record<string, string>> = {},
  tafel = 'topx',
  antwoorden = VEELPLEGER,
) {
  const stand = createTestSeal(clock.now).seal(antwoorden);
  return postForm(
    app,
    `/verwijzen/${tafel}/versturen?a=${stand}`,
    fillIn(tafel, { afzender: SENDER, ...anders }),
  );
}

/** The mail as a mail program reads it. */
export async function readMail(mail: ReceivedMail | undefined) {
  if (!mail) throw new Error('Er is geen mail ontvangen.');
  const parsed = await PostalMime.parse(mail.tekst);
  return {
    ...mail,
    onderwerp: parsed.subject,
    inhoud: parsed.text ?? '',
    to: parsed.to?.map(({ address }) => address),
    cc: parsed.cc?.map(({ address }) => address),
    from: parsed.from?.address,
    replyTo: parsed.replyTo?.map(({ address }) => address),
    attachments: parsed.attachments,
    header: (naam: string) => parsed.headers.find(({ key }) => key === naam)?.value,
    messageId: parsed.messageId,
  };
}

/** The confirmation link in the last mail. */
export async function readLink({ received }: MailServer) {
  const { inhoud } = await readMail(received.at(-1));
  const [, pad = '', sleutel = ''] =
    /https:\/\/wegwijzer\.example(\/versturen\/[\w-]+)\?sleutel=([\w-]+)/.exec(inhoud) ?? [];
  if (sleutel === '') throw new Error(`Er staat geen link in: ${inhoud}`);
  return { pad, sleutel, adres: `${pad}?sleutel=${sleutel}` };
}

/** Presses the button on the page of a link. */
export function confirm(
  { app }: SendingSite,
  { pad, sleutel }: { readonly pad: string; readonly sleutel: string },
) {
  return postForm(app, pad, [['sleutel', sleutel]]);
}

/** Asks and confirms, and waits until the queue did all it can do now. */
export async function sendReferral(site: SendingSite, mailServer: MailServer, anders = {}) {
  await askToSend(site, anders).expect(200);
  const link = await readLink(mailServer);
  await confirm(site, link).expect(200);
  await site.wachtrij.update();
  return link;
}

/** The text of the page of a link. */
export async function readStand(
  { app }: SendingSite,
  { adres }: { readonly adres: string },
): Promise<string> {
  return (await request(app).get(adres)).text;
}
