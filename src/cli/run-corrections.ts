import { toDutchDate } from '../domain/calendar.ts';
import { type Command, type Correction, commandSchema } from '../domain/corrections/corrections.ts';
import type { CorrectionsDesk } from '../storage/storage.ts';
import { readArgs, toUsageFault, UsageFault, type World } from './run-command.ts';
import { type Column, toCsv, toTextTable } from './to-table.ts';

const HELP = `Meldingen van bezoekers: "Klopt dit niet?"

  npm run meldingen                        de meldingen die nog niet gesloten zijn
  npm run meldingen -- --alle              ook de gesloten meldingen
  npm run --silent meldingen -- --json     alle meldingen als JSON
  npm run --silent meldingen -- --csv      alle meldingen als CSV, voor een spreadsheet
  npm run meldingen antwoord 12 "tekst"    bewaart wat u melding 12 hebt geantwoord
  npm run meldingen sluit 12               sluit melding 12 en wist het e-mailadres
  npm run meldingen verwijder 12           verwijdert melding 12, als die gesloten is

De server mag gewoon blijven draaien.
`;

const flag = { type: 'boolean', default: false } as const;
const OPTIONS = { alle: flag, json: flag, csv: flag, help: flag };

interface Env extends Pick<World, 'args' | 'breedte' | 'print'> {
  readonly desk: CorrectionsDesk;
}

/** Runs `npm run meldingen`. @throws UsageFault and StorageFailure when it did not do what was asked. */
export async function runCorrections(env: Env): Promise<void> {
  const { args, desk, breedte, print } = env;
  const { values, positionals } = readArgs(args, OPTIONS, HELP);
  if (values.help) return print(HELP);
  const [what, id, tekst, ...more] = positionals;
  const meldingen = await desk.lijst();
  if (what === undefined) {
    if (values.json) return print(`${JSON.stringify(meldingen, null, 2)}\n`);
    return print(
      values.csv ? exportCorrections(meldingen) : showCorrections(meldingen, values.alle, breedte),
    );
  }
  if (what === 'antwoord' && id && tekst !== undefined && more.length === 0) {
    return instruct(env, meldingen, { soort: 'antwoord', id, antwoord: tekst });
  }
  if ((what === 'sluit' || what === 'verwijder') && id && tekst === undefined) {
    return instruct(env, meldingen, { soort: what, id });
  }
  throw toUsageFault(positionals, HELP);
}

/** Has one instruction on one report carried out, and says what became of it. */
async function instruct(
  { desk, print }: Env,
  meldingen: readonly Correction[],
  given: Command,
): Promise<void> {
  const melding = meldingen.find(({ id }) => id === given.id);
  if (!melding) throw new UsageFault(`Er is geen melding met nummer ${given.id}.`);
  if (given.soort === 'verwijder' && melding.status !== 'gesloten')
    throw new UsageFault(`Melding ${given.id} is nog niet gesloten. Sluit die eerst.`);
  const command = commandSchema.safeParse(given);
  if (!command.success) throw new UsageFault(command.error.issues[0]?.message ?? 'Dit klopt niet.');
  const isDone = await desk.carryOut(command.data);
  print(`${DONE[command.data.soort](melding)}\n`);
  if (!isDone) print('De server draait nu niet, of heeft het druk. Hij verwerkt dit zodra hij kan.\n');
}

const DONE: Readonly<Record<Command['soort'], (melding: Correction) => string>> = {
  antwoord: (melding) => `Het antwoord op melding ${melding.id} is bewaard.${toMailAdvice(melding)}`,
  sluit: ({ id }) => `Melding ${id} is gesloten. Het e-mailadres is gewist.`,
  verwijder: ({ id }) => `Melding ${id} is verwijderd.`,
};

/** The server sends nothing: the operator does. */
function toMailAdvice({ email }: Correction): string {
  return email ? ` Mail het zelf aan ${email}.` : ' De melder gaf geen e-mailadres.';
}

const COLUMNS: readonly Column[] = [
  { kop: 'Nr', max: 6 },
  { kop: 'Datum', max: 10 },
  { kop: 'Status', max: 10 },
  { kop: 'Pagina', max: 28 },
  { kop: 'Veld', max: 20 },
  { kop: 'Wat moet het zijn', max: null },
];

/** The reports as a table, without the closed ones unless `all`, for a terminal of this width. */
function showCorrections(meldingen: readonly Correction[], alle: boolean, width: number): string {
  const shown = meldingen.filter(({ status }) => alle || status !== 'gesloten');
  const closed = meldingen.length - shown.length;
  const ending =
    closed > 0
      ? `${closed} gesloten ${closed === 1 ? 'melding' : 'meldingen'} niet getoond: voeg --alle toe.\n`
      : '';
  if (shown.length === 0) return `Er zijn geen open meldingen.\n${ending}`;
  const rijen = shown.map(({ id, gemaakt, status, pagina, veld, watMoetHetZijn, email, antwoord }) => [
    id,
    toDutchDate(new Date(gemaakt)),
    status,
    pagina,
    veld,
    [
      watMoetHetZijn,
      ...(email ? [`[van ${email}]`] : []),
      ...(antwoord ? [`[antwoord: ${antwoord}]`] : []),
    ].join(' '),
  ]);
  return `${toTextTable(COLUMNS, rijen, width)}${ending === '' ? '' : `\n${ending}`}`;
}

const FIELDS = ['id', 'gemaakt', 'status', 'pagina', 'veld', 'watMoetHetZijn', 'email', 'antwoord'] as const;

/** All reports as CSV, for a spreadsheet. */
function exportCorrections(meldingen: readonly Correction[]): string {
  return toCsv([FIELDS, ...meldingen.map((melding) => FIELDS.map((veld) => melding[veld] ?? ''))]);
}
