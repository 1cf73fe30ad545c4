import type { Contents } from '../storage/contents.ts';
import type { DatabaseAddress } from '../storage/postgres/database.ts';
import { moveToDatabase, moveToFolder, type Transferred } from '../storage/transfer.ts';
import type { World } from './run-command.ts';

const HELP = `Alles wat de site bewaart overzetten, van de map DATA_DIR naar de database STORE_URL of terug.

  npm run opslag:overzetten -- naar-database
  npm run opslag:overzetten -- naar-map

Maak eerst een reservekopie, en stop alle servers. Waar het naartoe gaat, mag nog niets staan.
Alles wordt geteld, teruggelezen en vergeleken; gaat er iets mis, dan verandert er niets.
`;

interface Env extends Pick<World, 'args' | 'now' | 'print' | 'printFault'> {
  readonly dataDir: string;
  readonly database: DatabaseAddress | null;
}

/** Runs `npm run opslag:overzetten` and gives the exit code: 0 when all was moved. Throws StorageFailure when it was not. */
export async function runTransfer({ args, dataDir, database, now, print, printFault }: Env): Promise<number> {
  const [direction, ...rest] = args;
  if (direction === '--help' || direction === undefined) {
    print(HELP);
    return direction === undefined ? 1 : 0;
  }
  if (rest.length > 0 || (direction !== 'naar-database' && direction !== 'naar-map')) {
    printFault(`Dit begrijpen wij niet: ${args.join(' ')}\n\n${HELP}`);
    return 1;
  }
  if (!database) {
    printFault('STORE_URL ontbreekt: daarin staat welke database het is.\n');
    return 1;
  }
  const folder = `de map ${dataDir}`;
  const tables = `PostgreSQL (${database.host}:${database.port}, database ${database.database})`;
  if (direction === 'naar-database') {
    const moved = await moveToDatabase({ dataDir, database, now });
    print(report(folder, tables, moved));
    print(`Wat in de map stond, staat nu in ${moved.aside}. Verwijder dat als alles werkt.\n`);
    print('Start de servers met STORE_URL.\n');
  } else {
    const moved = await moveToFolder({ dataDir, database, now });
    print(report(tables, folder, moved));
    print(`De tabellen staan nu in het schema ${moved.aside}. Verwijder dat als alles werkt.\n`);
    print('Start één server, zonder STORE_URL.\n');
  }
  return 0;
}

function report(from: string, to: string, { contents }: Transferred): string {
  const lines = listCounts(contents).map(([what, count]) => `  ${what.padEnd(22)} ${count}`);
  return `Overgezet van ${from} naar ${to}, geteld en vergeleken:\n${lines.join('\n')}\n`;
}

function listCounts({
  meldingen,
  weken,
  zendingen,
  verzegeld,
  geheim,
  tafels,
  records,
  logboek,
}: Contents): [string, number | string][] {
  return [
    ['meldingen', meldingen.length],
    ['weken met tellingen', Object.keys(weken).length],
    ['e-mails', zendingen.length],
    ['verzegelde berichten', verzegeld.size],
    ['antwoorden van tafels', tafels.antwoorden.length],
    ['versies van de inhoud', records.filter(({ kind }) => kind === 'versie').length],
    ['gegevens van /beheer', records.length],
    ['regels van het logboek', logboek.length],
    ['geheim van de stand', geheim === null ? 'nee' : 'ja'],
  ];
}
