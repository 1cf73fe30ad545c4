import { toDutchDate, toTimeText } from '../domain/calendar.ts';
import { emailSchema, ROLLEN, rolSchema } from '../domain/editing/people.ts';
import { createToLogEntry } from '../domain/editing/records.ts';
import { toLinkUrl } from '../login/create-login.ts';
import { createLinks } from '../login/links.ts';
import { createPeople } from '../login/people.ts';
import type { RecordsDesk } from '../storage/storage.ts';
import { readArgs, runAtStorage, toUsageFault, UsageFault, type World } from './run-command.ts';
import { type Column, toTextTable } from './to-table.ts';

const HELP = `Wie mag inloggen bij het beheer (/beheer)

  npm run beheer -- nodig-uit <e-mail> --rol <rol>   maakt iemand toegang en toont een link om één keer in te loggen
  npm run beheer -- lijst                            wie mag inloggen, en met welke rol
  npm run beheer -- sluit <e-mail>                   sluit de toegang af, en logt die persoon overal uit

De rollen zijn: ${ROLLEN.join(', ')}. De server mag gewoon blijven draaien.
`;

const OPTIONS = { rol: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

interface Env extends World {
  readonly desk: RecordsDesk;
}

async function run(env: Env): Promise<void> {
  const { values, positionals } = readArgs(env.args, OPTIONS, HELP);
  if (values.help) return env.print(HELP);
  const [what, email, ...rest] = positionals;
  if (rest.length === 0 && what === 'nodig-uit' && email !== undefined) return invite(env, email, values.rol);
  if (rest.length === 0 && what === 'sluit' && email !== undefined) return close(env, email);
  if (what === 'lijst' && email === undefined) return showList(env);
  throw what === undefined ? new UsageFault(HELP) : toUsageFault(positionals, HELP);
}

/** The people, as they are kept; `isWaiting` tells whether a change waits for a server. */
function open({ desk, now }: Env) {
  let waits = false;
  const records = {
    read: desk.read,
    list: desk.list,
    commit: async (...given: Parameters<RecordsDesk['commit']>) => {
      const outcome = await desk.commit(...given);
      waits = outcome === 'wacht';
      return outcome;
    },
  };
  const toLogEntry = createToLogEntry(now);
  const people = createPeople({ records, links: createLinks(records, now), toLogEntry, now });
  return { people, isWaiting: () => waits };
}

const WAITS = 'De server heeft het nu druk. Dit geldt zodra hij het verwerkt.\n';

async function invite(env: Env, typed: string, typedRol: string | undefined): Promise<void> {
  const { print, printFault, config } = env;
  const [email, rol] = [readEmail(typed), rolSchema.safeParse(typedRol)];
  if (!rol.success) throw new UsageFault(`Geef een rol: --rol ${ROLLEN.join(', --rol ')}.`);
  const { people, isWaiting } = open(env);
  const made = await people.invite(null, email, rol.data);
  if (made.soort !== 'gemaakt') throw new UsageFault(`${email} kan al inloggen.`);
  print(`${toLinkUrl(config.baseUrl, made.token)}\n`);
  printFault(
    `Geef deze link alleen aan ${email}: wie hem heeft, kan één keer inloggen als die persoon. Hij werkt tot ${toTimeText(made.geldigTot)}.\n`,
  );
  if (made.rol !== rol.data)
    printFault(
      `Let op: ${email} heeft al de rol ${made.rol}, en houdt die. Een beheerder kan de rol veranderen.\n`,
    );
  if (!config.isAddressGiven)
    printFault('Let op: BASE_URL is niet ingesteld. De link werkt alleen op deze computer zelf.\n');
  if (isWaiting()) printFault(WAITS);
}

async function close(env: Env, typed: string): Promise<void> {
  const email = readEmail(typed);
  const { people, isWaiting } = open(env);
  const person = await people.findByEmail(email);
  if (!person?.value.actief) throw new UsageFault(`Er is niemand met het adres ${email} die mag inloggen.`);
  await people.close(null, person.id);
  env.print(`${email} kan niet meer inloggen, en is overal uitgelogd.\n`);
  if (isWaiting()) env.print(WAITS);
}

const COLUMNS: readonly Column[] = [
  { kop: 'E-mail', max: 60 },
  { kop: 'Rol', max: 10 },
  { kop: 'Toegang', max: 24 },
  { kop: 'Sinds', max: null },
];

async function showList(env: Env): Promise<void> {
  const all = await open(env).people.list();
  if (all.length === 0) return env.print(`Er mag nog niemand inloggen.\n\n${HELP}`);
  const rows = all
    .map(({ value }) => value)
    .sort((a, b) => a.email.localeCompare(b.email))
    .map(({ email, rol, actief, ingelogd, sinds }) => [
      ...[email, rol],
      actief ? (ingelogd === undefined ? 'nog niet ingelogd' : 'ja') : 'afgesloten',
      toDutchDate(new Date(sinds)),
    ]);
  env.print(toTextTable(COLUMNS, rows, env.breedte));
}

function readEmail(typed: string): string {
  const parsed = emailSchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw new UsageFault(`Dit is geen e-mailadres: ${typed}`);
}

await runAtStorage(
  (storage) => storage.openRecordsDesk(),
  async (desk, world) => {
    await run({ ...world, desk });
    return 0;
  },
);
