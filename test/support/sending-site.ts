import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { onTestFinished } from 'vitest';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { startVersturen } from '../../src/sending/start-sending.ts';
import { openStore, type Store } from '../../src/storage/open-store.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { postForm } from './form-walker.ts';
import { CERTIFICAAT, GEBRUIKER, type Mailserver, type OntvangenMail, WACHTWOORD } from './mail-server.ts';
import { content, findAdres, model, ROOT } from './real-content.ts';
import { request } from './request.ts';
import { makeTempDir } from './temp-dir.ts';
import { createTestApp, createTestZegel } from './test-app.ts';
import { vignettes } from './vignettes.ts';

const views = createViews(join(ROOT, 'views'));

export const AFZENDER = 'Sjoerd.Wijkcoach@gemeente.example';
export const VAN = 'wegwijzer@relay.example';
export const TAFELADRES = findAdres('topx');
export const GEHEIM = 'een-geheim-voor-de-wachtrij-van-minstens-32-tekens';
const MINUUT = 60_000;

/** A clock that stands still until a test moves it. */
export interface Klok {
  readonly now: () => Date;
  readonly vooruit: (minuten: number) => void;
}

/** Makes a clock. */
export function createKlok(): Klok {
  let nu = Date.parse('2026-11-21T09:00:00Z');
  return {
    now: () => new Date(nu),
    vooruit: (minuten) => {
      nu += minuten * MINUUT;
    },
  };
}

interface Opties {
  readonly mailserver: Pick<Mailserver, 'poort'>;
  readonly dataDir?: string;
  /** In place of a store on that folder. */
  readonly store?: Store;
  readonly klok?: Klok;
  readonly tls?: 'starttls' | 'direct';
  readonly wachtwoord?: string;
  readonly perUur?: number;
  readonly totaalPerUur?: number;
  readonly secrets?: readonly string[];
  /** How long to wait for an answer of the mail server, in milliseconds. */
  readonly antwoord?: number;
  /** How long an attempt may go on when the queue stops, in milliseconds. */
  readonly respijt?: number;
}

export type SendingSite = Awaited<ReturnType<typeof openSendingSite>>;

/** The real app with sending on: real store, real queue and a real mail server; only the clock is the test's. */
export async function openSendingSite(opties: Opties) {
  const { mailserver, dataDir = makeTempDir(), klok = createKlok(), secrets = [GEHEIM] } = opties;
  const regels: string[] = [];
  const fouten: unknown[] = [];
  const store =
    opties.store ?? (await openStore({ dataDir, now: klok.now, onFout: (fout) => fouten.push(fout) }));
  const caFile = join(makeTempDir(), 'ca.pem');
  writeFileSync(caFile, CERTIFICAAT.cert);
  const { versturen, wachtrij } = startVersturen({
    smtp: {
      host: '127.0.0.1',
      port: mailserver.poort,
      tls: opties.tls ?? 'starttls',
      user: GEBRUIKER,
      password: opties.wachtwoord ?? WACHTWOORD,
      caFile,
      from: VAN,
      senderDomains: ['gemeente.example', 'zorg.example'],
      maxPerHour: opties.perUur ?? 10,
      maxTotalPerHour: opties.totaalPerUur ?? 100,
    },
    zendingen: store.zendingen,
    secrets,
    views,
    baseUrl: 'https://wegwijzer.example',
    now: klok.now,
    meldPoging: (poging) => regels.push(JSON.stringify(poging)),
    meldFout: (fout) => fouten.push(fout),
    wachttijden: { verbinding: 10_000, antwoord: opties.antwoord ?? 10_000 },
    ...(opties.respijt === undefined ? {} : { respijt: opties.respijt }),
  });
  await wachtrij.werkBij();
  let open = true;
  const sluit = async () => {
    if (!open) return;
    open = false;
    await wachtrij.stop();
    await store.close();
  };
  onTestFinished(sluit);
  return {
    app: createTestApp({ now: klok.now, versturen, onLog: (regel) => regels.push(regel) }),
    store,
    versturen,
    wachtrij,
    dataDir,
    klok,
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
  const gevonden = model.tafelOf.get(tafel);
  if (!gevonden) throw new Error(`Er is geen tafel ${tafel}.`);
  const ingevuld: Record<string, string> = {};
  for (const { pad, nodig, opties, label } of listVelden(content, gevonden, VEELPLEGER.rol))
    if (nodig) ingevuld[pad] = opties?.[0]?.id ?? `Ingevuld: ${label}`;
  return Object.entries({
    ...ingevuld,
    casuscode: 'TW-2026-014',
    telefoon: '053-1234567',
    aanmelderNaam: 'Sjoerd',
    ...anders,
  });
}

/** Asks the server to send a referral, as the form of the preview does. */
export function askToSend(
  { app, klok }: SendingSite,
  anders: Readonly<Record<string, string>> = {},
  tafel = 'topx',
  antwoorden = VEELPLEGER,
) {
  const stand = createTestZegel(klok.now).seal(antwoorden);
  return postForm(
    app,
    `/verwijzen/${tafel}/versturen?a=${stand}`,
    fillIn(tafel, { afzender: AFZENDER, ...anders }),
  );
}

/** The mail as a mail program reads it. */
export async function readMail(mail: OntvangenMail | undefined) {
  if (!mail) throw new Error('Er is geen mail ontvangen.');
  const gelezen = await PostalMime.parse(mail.tekst);
  return {
    ...mail,
    onderwerp: gelezen.subject,
    inhoud: gelezen.text ?? '',
    to: gelezen.to?.map(({ address }) => address),
    cc: gelezen.cc?.map(({ address }) => address),
    from: gelezen.from?.address,
    replyTo: gelezen.replyTo?.map(({ address }) => address),
    bijlagen: gelezen.attachments,
    header: (naam: string) => gelezen.headers.find(({ key }) => key === naam)?.value,
    messageId: gelezen.messageId,
  };
}

/** The confirmation link in the last mail. */
export async function readLink({ ontvangen }: Mailserver) {
  const { inhoud } = await readMail(ontvangen.at(-1));
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
export async function sendReferral(site: SendingSite, mailserver: Mailserver, anders = {}) {
  await askToSend(site, anders).expect(200);
  const link = await readLink(mailserver);
  await confirm(site, link).expect(200);
  await site.wachtrij.werkBij();
  return link;
}

/** The text of the page of a link. */
export async function readStand(
  { app }: SendingSite,
  { adres }: { readonly adres: string },
): Promise<string> {
  return (await request(app).get(adres)).text;
}

/** All bytes below a folder, as text. */
export function readAllFiles(map: string): string {
  return readdirSync(map)
    .map((naam) => join(map, naam))
    .map((pad) => (statSync(pad).isDirectory() ? readAllFiles(pad) : readFileSync(pad, 'latin1')))
    .join('\n');
}
