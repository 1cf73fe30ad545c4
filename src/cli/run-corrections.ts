import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Command, type Correction, commandSchema } from '../domain/model/correction.ts';
import { StorageFailure } from '../domain/storage-failure.ts';
import { readMeldingen } from '../storage/corrections-file.ts';
import { isSlotTaken } from '../storage/folder-lock.ts';
import { leaveOpdracht, listOpdrachten } from '../storage/operator-commands.ts';
import { type Kolom, toCsv, toTable } from './to-table.ts';

const HULP = `Meldingen van bezoekers: "Klopt dit niet?"

  npm run meldingen                        de meldingen die nog niet gesloten zijn
  npm run meldingen -- --alle              ook de gesloten meldingen
  npm run --silent meldingen -- --json     alle meldingen als JSON
  npm run --silent meldingen -- --csv      alle meldingen als CSV, voor een spreadsheet
  npm run meldingen antwoord 12 "tekst"    bewaart wat u melding 12 hebt geantwoord
  npm run meldingen sluit 12               sluit melding 12 en wist het e-mailadres

De server mag gewoon blijven draaien.
`;
/** How long a running server gets to carry out an instruction, in milliseconds. */
const GEDULD = 5_000;

/** What the command needs of the world around it. */
interface Omgeving {
  readonly args: readonly string[];
  readonly dataDir: string;
  readonly now: () => Date;
  /** The width of the terminal, in characters. */
  readonly breedte: number;
  readonly print: (tekst: string) => void;
  readonly printFout: (tekst: string) => void;
}

/** Runs `npm run meldingen` and gives the exit code: 0 when it did what was asked. */
export async function runMeldingen(omgeving: Omgeving): Promise<number> {
  try {
    await run(omgeving);
    return 0;
  } catch (error) {
    if (!(error instanceof StorageFailure || error instanceof GebruikFout)) throw error;
    omgeving.printFout(`${error.message}\n`);
    return 1;
  }
}

/** The command was typed wrong. */
class GebruikFout extends Error {}

async function run(omgeving: Omgeving): Promise<void> {
  const { args, dataDir, breedte, print } = omgeving;
  const { values, positionals } = readArgs(args);
  if (values.help) return print(HULP);
  const [wat, id, tekst, ...over] = positionals;
  const meldingen = await readMeldingen(dataDir);
  if (wat === undefined) {
    if (values.json) return print(`${JSON.stringify(meldingen, null, 2)}\n`);
    return print(values.csv ? exportMeldingen(meldingen) : showMeldingen(meldingen, values.alle, breedte));
  }
  if (wat === 'antwoord' && id && tekst !== undefined && over.length === 0) {
    return instruct(omgeving, meldingen, { soort: 'antwoord', id, antwoord: tekst });
  }
  if (wat === 'sluit' && id && tekst === undefined) {
    return instruct(omgeving, meldingen, { soort: 'sluit', id });
  }
  throw new GebruikFout(`Dit begrijpen wij niet: ${positionals.join(' ')}\n\n${HULP}`);
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        alle: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw new GebruikFout(`Dit begrijpen wij niet: ${args.join(' ')}\n\n${HULP}`);
  }
}

/** Leaves the instruction for the server, and waits a moment for a server that runs. */
async function instruct(
  { dataDir, now, print }: Omgeving,
  meldingen: readonly Correction[],
  gegeven: Command,
): Promise<void> {
  const melding = meldingen.find(({ id }) => id === gegeven.id);
  if (!melding) throw new GebruikFout(`Er is geen melding met nummer ${gegeven.id}.`);
  const opdracht = commandSchema.safeParse(gegeven);
  if (!opdracht.success) throw new GebruikFout(opdracht.error.issues[0]?.message ?? 'Dit klopt niet.');
  const pad = await leaveOpdracht(dataDir, opdracht.data, now());
  const isGedaan = isSlotTaken(dataDir) && (await waitUntilDone(dataDir, pad));
  print(
    opdracht.data.soort === 'antwoord'
      ? `Het antwoord op melding ${melding.id} is bewaard.${toMailRaad(melding)}\n`
      : `Melding ${melding.id} is gesloten. Het e-mailadres is gewist.\n`,
  );
  if (!isGedaan) print('De server draait nu niet, of heeft het druk. Hij verwerkt dit zodra hij kan.\n');
}

/** The server sends nothing: the operator does. */
function toMailRaad({ email }: Correction): string {
  return email ? ` Mail het zelf aan ${email}.` : ' De melder gaf geen e-mailadres.';
}

async function waitUntilDone(dataDir: string, pad: string): Promise<boolean> {
  for (const einde = Date.now() + GEDULD; Date.now() < einde; await wait(100)) {
    if (!(await listOpdrachten(dataDir)).some((wachtende) => wachtende.pad === pad)) return true;
  }
  return false;
}

const KOLOMMEN: readonly Kolom[] = [
  { kop: 'Nr', max: 6 },
  { kop: 'Datum', max: 10 },
  { kop: 'Status', max: 10 },
  { kop: 'Pagina', max: 28 },
  { kop: 'Veld', max: 20 },
  { kop: 'Wat moet het zijn', max: null },
];

/** The reports as a table, without the closed ones unless `alle`, for a terminal of this width. */
function showMeldingen(meldingen: readonly Correction[], alle: boolean, breedte: number): string {
  const getoond = meldingen.filter(({ status }) => alle || status !== 'gesloten');
  const gesloten = meldingen.length - getoond.length;
  const slot =
    gesloten > 0
      ? `${gesloten} gesloten ${gesloten === 1 ? 'melding' : 'meldingen'} niet getoond: voeg --alle toe.\n`
      : '';
  if (getoond.length === 0) return `Er zijn geen open meldingen.\n${slot}`;
  const rijen = getoond.map(({ id, gemaakt, status, pagina, veld, watMoetHetZijn, email, antwoord }) => [
    id,
    gemaakt.slice(0, 10),
    status,
    pagina,
    veld,
    [
      watMoetHetZijn,
      ...(email ? [`[van ${email}]`] : []),
      ...(antwoord ? [`[antwoord: ${antwoord}]`] : []),
    ].join(' '),
  ]);
  return `${toTable(KOLOMMEN, rijen, breedte)}${slot === '' ? '' : `\n${slot}`}`;
}

/** All reports as CSV, for a spreadsheet. */
function exportMeldingen(meldingen: readonly Correction[]): string {
  const velden = [
    'id',
    'gemaakt',
    'status',
    'pagina',
    'veld',
    'watMoetHetZijn',
    'email',
    'antwoord',
  ] as const;
  return toCsv([velden, ...meldingen.map((melding) => velden.map((veld) => melding[veld] ?? ''))]);
}
