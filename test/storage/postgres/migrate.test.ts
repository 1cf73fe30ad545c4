import { describe, expect, it, onTestFinished } from 'vitest';
import { StorageFailure } from '../../../src/domain/storage-failure.ts';
import { createCorrections } from '../../../src/storage/postgres/corrections-table.ts';
import { createDatabase } from '../../../src/storage/postgres/database.ts';
import { migrate } from '../../../src/storage/postgres/migrate.ts';
import { MIGRATIONS } from '../../../src/storage/postgres/migrations.ts';
import { NEW_CORRECTION, NOW, toCorrections } from '../../support/open-test-store.ts';
import { withClient } from '../../support/postgres-server.ts';
import { changeMedewerker } from '../../support/records.ts';
import { createTestDatabase, makeDatabase, type TestDatabase } from '../../support/test-places.ts';

const LAST = MIGRATIONS.at(-1)?.nummer ?? 0;

/** Brings the tables to a version that comes after this one. */
async function migrateTo(place: TestDatabase, vanaf: number, sql: string): Promise<void> {
  const database = createDatabase(place.address);
  await migrate(database, [...MIGRATIONS, { nummer: LAST + 1, vanaf, sql }]).finally(database.close);
}

it('the changes follow each other, and none asks for one that comes after it', () => {
  expect(MIGRATIONS.map(({ nummer }) => nummer)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  for (const { nummer, vanaf } of MIGRATIONS) expect(vanaf).toBeLessThanOrEqual(nummer);
});

it('servers that start together make the tables once', async () => {
  const place = await makeDatabase();
  const stores = await Promise.all(Array.from({ length: 8 }, () => place.open()));
  await Promise.all(toCorrections(8).map((fresh, nummer) => stores[nummer]?.meldingen.report(fresh)));
  expect(await place.ask('SELECT nummer FROM wegwijzer.migraties')).toHaveLength(MIGRATIONS.length);
  expect(await stores[0]?.meldingen.lijst()).toHaveLength(8);
});

describe('tables of the version before this one', () => {
  const before = MIGRATIONS.slice(0, -1);

  it('get what is new, keep what there was, and still serve that version', async () => {
    const place = await makeDatabase();
    const old = createDatabase(place.address);
    onTestFinished(old.close);
    await migrate(old, before);
    await old.query(
      "INSERT INTO wegwijzer.meldingen (gemaakt, pagina, veld, wat_moet_het_zijn, status) VALUES (now(), '/', 'v', 'w', 'open')",
    );
    const { meldingen, records } = await place.open();
    expect(await meldingen.lijst()).toHaveLength(1);
    expect(await records.commit([changeMedewerker('m1')])).toBe('ok');
    // That version starts again beside this one.
    await migrate(old, before);
    expect(await createCorrections(old, () => NOW).report(NEW_CORRECTION)).toMatchObject({ id: '2' });
    expect(await records.list('medewerker')).toHaveLength(1);
  });

  it('have no faults before they get what is new', async () => {
    const place = await makeDatabase();
    const old = createDatabase(place.address);
    await migrate(old, before).finally(old.close);
    expect(await place.toStorage().findFaults()).toEqual([]);
  });
});

describe('tables of the version after this one', () => {
  it('serve this one beside it, also after a restart', async () => {
    const place = await makeDatabase();
    const old = await place.open();
    await migrateTo(place, LAST, 'ALTER TABLE wegwijzer.meldingen ADD COLUMN prioriteit integer');
    for (const fresh of toCorrections(1)) await old.meldingen.report(fresh);
    const again = await place.open();
    expect(await again.meldingen.report(NEW_CORRECTION)).toMatchObject({ id: '2' });
    expect(await place.toStorage().findFaults()).toEqual([]);
  });

  it('are left alone when this one cannot work with them', async () => {
    const place = await makeDatabase();
    await place.open();
    await migrateTo(place, LAST + 1, 'ALTER TABLE wegwijzer.meldingen RENAME TO berichten');
    const message = /^De tabellen in PostgreSQL komen van een nieuwere versie .* zet de reservekopie terug/;
    await expect(place.toStorage().open()).rejects.toThrow(message);
    await expect(place.toStorage().open()).rejects.toThrow(StorageFailure);
    expect(await place.toStorage().findFaults()).toEqual([expect.stringMatching(message)]);
  });

  it('are there whole or not at all', async () => {
    const place = await makeDatabase();
    await place.open();
    await expect(migrateTo(place, 1, 'CREATE TABLE wegwijzer.half (); SELECT 1 / 0')).rejects.toThrow(
      'het systeem meldt 22012',
    );
    expect(await place.ask("SELECT to_regclass('wegwijzer.half')::text AS tabel")).toEqual([{ tabel: null }]);
  });
});

describe('a database that cannot serve', () => {
  it.each([
    [
      'is not there',
      { database: 'bestaat_niet' },
      'die database bestaat niet. Maak die, of verbeter STORE_URL',
    ],
    ['does not know the user', { user: 'niemand' }, 'de database laat deze gebruiker niet toe'],
    ['is somewhere else', { port: 1 }, 'daar luistert geen database. Start PostgreSQL'],
    ['has no TLS', { tls: { caFile: null } }, 'de database kan geen TLS'],
  ])('says it in words: it %s', async (_name, anders, reason) => {
    const { address } = await makeDatabase();
    const database = createDatabase({ ...address, ...anders });
    await expect(migrate(database)).rejects.toThrow(reason);
    await expect(migrate(database)).rejects.toThrow(StorageFailure);
    await database.close();
  });

  it('says it in words: it keeps text in no known form', async () => {
    const { address, ask } = await makeDatabase();
    const database = `${address.database}_ascii`;
    await ask(
      `CREATE DATABASE ${database} ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
    );
    const place = createTestDatabase(address.port, database);
    await expect(place.toStorage().open()).rejects.toThrow('De database bewaart tekst als SQL_ASCII.');
  });

  it('says it in words: the user may make nothing in it; a schema that is there and its own will do', async () => {
    const { address, ask, toStorage } = await makeDatabase();
    const user = `u_${address.database}`;
    await ask(`CREATE ROLE ${user} LOGIN`);
    const database = createDatabase({ ...address, user });
    await expect(migrate(database)).rejects.toThrow('de gebruiker heeft geen rechten.');
    await ask(`CREATE SCHEMA wegwijzer AUTHORIZATION ${user}`);
    await migrate(database);
    await database.close();
    expect(await toStorage().findFaults()).toEqual([]);
  });

  it('never says what was to be kept', async () => {
    const place = await makeDatabase();
    const { meldingen } = await place.open();
    await place.ask('ALTER TABLE wegwijzer.meldingen ADD CHECK (length(wat_moet_het_zijn) < 5)');
    const fault = await meldingen
      .report({ ...NEW_CORRECTION, watMoetHetZijn: 'MERKTEKST' })
      .catch((error: unknown) => error as Error);
    expect(fault).toBeInstanceOf(StorageFailure);
    expect(JSON.stringify([fault, String(fault), (fault as Error).stack])).not.toMatch(/MERK|wijkcoach/);
    expect((fault as Error).cause).toBeUndefined();
    await withClient(place.url, async (client) => {
      const { rows } = await client.query('SELECT query FROM pg_stat_activity');
      expect(JSON.stringify(rows)).not.toContain('MERKTEKST');
    });
  });
});
