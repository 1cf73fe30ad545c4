import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { runTransfer } from '../../src/cli/run-transfer.ts';
import { leaveCommand } from '../../src/storage/folder/corrections-file.ts';
import { leaveRecordCommand } from '../../src/storage/folder/records-commands.ts';
import { APPLICATION } from '../../src/storage/postgres/database.ts';
import { afterwards, NOW, toOutgoingMail } from '../domain/sending/outgoing-mail.ts';
import { NEW_CORRECTION } from '../support/open-test-store.ts';
import { changeMedewerker, MEDEWERKER, publish, saveConcept, toLine } from '../support/records.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { makeDatabase, makeFolder, type TestDatabase, type TestPlace } from '../support/test-places.ts';

/** Runs the command between a folder and a database; gives its exit code and what it said. */
async function run(
  folder: Awaited<ReturnType<typeof makeFolder>>,
  { address }: { readonly address: TestDatabase['address'] | null },
  ...args: string[]
) {
  const said = { uit: '', fout: '' };
  const code = await runTransfer({
    args,
    dataDir: folder.dataDir,
    database: address,
    now: () => NOW,
    print: (tekst) => {
      said.uit += tekst;
    },
    printFault: (tekst) => {
      said.fout += tekst;
    },
  });
  return { code, ...said };
}

/** Leaves some of everything in a place; gives what a server finds there. */
async function fillAndRead(place: TestPlace) {
  const store = await place.open();
  for (const nummer of [1, 2, 3])
    await store.meldingen.report({ ...NEW_CORRECTION, watMoetHetZijn: `Melding ${nummer}\nmet é en 👍` });
  await store.meldingen.process({ soort: 'antwoord', id: '2', antwoord: 'Dank u.' });
  await store.meldingen.process({ soort: 'sluit', id: '3' });
  // The number of a report that is gone is not used again.
  await store.meldingen.process({ soort: 'verwijder', id: '3' });
  store.counts.tel({ soort: 'afgerond', uitkomst: 'tafel', tafels: ['topx'] });
  store.counts.tel({ soort: 'beantwoord', feit: 'rol', weetNiet: true });
  const bestand = await store.zendingen.bewaarInhoud(Buffer.from([0, 128, 255]));
  const keep = [
    toOutgoingMail({
      id: 'b'.repeat(22),
      status: 'wachtrij',
      volgende: afterwards(5).toISOString(),
      bestand,
    }),
    toOutgoingMail({ id: 'a'.repeat(22), status: 'verstuurd', bestand: null, bevestigd: NOW.toISOString() }),
  ];
  await store.zendingen.decide({}, () => ({ keep, result: null }));
  const link = { tafel: 'topx', gemaakt: '2026-11-20', versie: '0a1b2c', sleutel: 'c'.repeat(22) };
  const refused = { keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' } as const;
  await store.antwoorden.put(link, refused, '2025-11-01');
  await store.antwoorden.put({ ...link, sleutel: 'd'.repeat(22) }, { keuze: 'opgepakt' }, '2026-11-21');
  await store.antwoorden.put({ ...link, sleutel: 'e'.repeat(22) }, refused, '2026-11-21');
  await store.antwoorden.putRoom('topx', { stand: 'wachtlijst', weken: 3, dag: '2026-11-21' });
  const files = { 'tables/z.json': { z: 1, a: 'é' }, 'rules/a.json': ['👍'] };
  await store.records.commit(publish(1, files), [1, 2, 3].map(toLine));
  await store.records.commit([changeMedewerker('m1'), saveConcept('c', 0, files)], LOG);
  await store.records.commit([changeMedewerker('m1', 1, { rol: 'beheerder' })]);
  await store.close();
  return readEverything(place);
}

/** More lines than the folder keeps in one file. */
const LOG = Array.from({ length: 700 }, (_, number) => toLine(number));

async function readEverything(place: TestPlace) {
  const store = await place.open();
  const zendingen = await store.zendingen.lijst();
  const all = {
    meldingen: await store.meldingen.lijst(),
    weken: await store.counts.perWeek(),
    zendingen,
    inhoud: await Promise.all(zendingen.map(({ bestand }) => bestand && store.zendingen.leesInhoud(bestand))),
    antwoorden: await store.antwoorden.lijst(),
    ruimte: await store.antwoorden.rooms(),
    // As text: content keeps the order of its keys.
    inhoudVanVersie: JSON.stringify(await store.records.read('inhoud', '000001')),
    concepten: JSON.stringify(await store.records.list('concept')),
    versies: await store.records.list('versie'),
    medewerkers: await store.records.list('medewerker'),
    logboek: await store.records.readLog(1_000),
    geheim: await place.toStorage().readSecret(),
  };
  await store.close();
  return all;
}

describe('npm run opslag:overzetten', () => {
  it('moves everything into a database and back, counted, and leaves what was there beside', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const before = await fillAndRead(folder);
    mkdirSync(join(folder.dataDir, 'thema'));
    await leaveRecordCommand(folder.dataDir, [changeMedewerker('m9')], [toLine(9)], NOW);
    const there = await run(folder, database, 'naar-database');
    expect(there).toMatchObject({ code: 0, fout: '' });
    expect(there.uit).toMatch(/^Overgezet van de map .* naar PostgreSQL \(.*, geteld en vergeleken:$/m);
    for (const line of [
      /meldingen +2$/m,
      /weken met tellingen +1$/m,
      /e-mails +2$/m,
      /berichten +1$/m,
      /versies van de inhoud +1$/m,
      /gegevens van \/beheer +5$/m,
      /regels van het logboek +704$/m,
      /stand +ja$/m,
    ])
      expect(there.uit).toMatch(line);
    // What an operator asked for and no server did yet is done first.
    const asked = { id: 'm9', revision: 1, value: MEDEWERKER };
    expect(await readEverything(database)).toEqual({
      ...before,
      medewerkers: [...before.medewerkers, asked],
      logboek: [toLine(9), ...before.logboek],
    });
    // A server on the folder would send the mail that waits a second time.
    expect(readdirSync(folder.dataDir).sort()).toEqual(['overgezet-20261121-090000', 'thema']);
    const store = await database.open();
    expect((await store.meldingen.report(NEW_CORRECTION))?.id).toBe('4');
    await store.meldingen.process({ soort: 'sluit', id: '4' });
    await store.close();

    const later = await readEverything(database);
    const back = await run(folder, database, 'naar-map');
    expect(back).toMatchObject({ code: 0, fout: '' });
    expect(back.uit).toContain('De tabellen staan nu in het schema wegwijzer_overgezet_20261121_090000.');
    expect(await readEverything(folder)).toEqual(later);
    expect(
      await database.ask('SELECT count(*)::int AS aantal FROM wegwijzer_overgezet_20261121_090000.meldingen'),
    ).toEqual([{ aantal: 3 }]);
    const again = await folder.open();
    expect((await again.meldingen.report(NEW_CORRECTION))?.id).toBe('5');
  });

  it('carries out what an operator asked for and no server did yet', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    await fillAndRead(folder);
    await leaveCommand(folder.dataDir, { soort: 'sluit', id: '1' }, NOW);
    await run(folder, database, 'naar-database');
    expect(await (await database.open()).meldingen.lijst()).toMatchObject([{ status: 'gesloten' }, {}]);
  });

  it('moves a folder with nothing in it, and one to a database that a server started on', async () => {
    const folder = await makeFolder(makeTempDir());
    const database = await makeDatabase();
    await (await database.open()).close();
    const secret = await database.toStorage().readSecret();
    expect((await run(folder, database, 'naar-database')).uit).toMatch(/stand +nee$/m);
    expect(await database.toStorage().readSecret()).toBe(secret);
  });

  it.each(['naar-database', 'naar-map'])('does nothing with a damaged secret: %s', async (direction) => {
    const folder = await makeFolder(makeTempDir());
    const database = await makeDatabase();
    await fillAndRead(direction === 'naar-map' ? database : folder);
    writeFileSync(join(folder.dataDir, 'stand-secret'), 'kort');
    const before = await folder.readAll();
    await expect(run(folder, database, direction)).rejects.toThrow(
      /stand-secret is beschadigd\. Verwijder het/,
    );
    expect(await folder.readAll()).toBe(before);
  });

  it.each([
    ['a server works with the folder', 'naar-database', 'Er werkt al een server met deze gegevens'],
    ['a server works with the folder', 'naar-map', 'Er werkt al een server met deze gegevens'],
  ])('does nothing while %s: %s', async (_name, direction, reason) => {
    const folder = await makeFolder();
    await folder.open();
    await expect(run(folder, await makeDatabase(), direction)).rejects.toThrow(reason);
  });

  it.each(['naar-database', 'naar-map'])(
    'does nothing while a server works with the database: %s',
    async (direction) => {
      const folder = await makeFolder();
      const database = await makeDatabase();
      await fillAndRead(direction === 'naar-map' ? database : folder);
      const { meldingen } = await database.open();
      await meldingen.count();
      const before = existsSync(folder.dataDir) ? await folder.readAll() : '';
      await expect(run(folder, database, direction)).rejects.toThrow('Stop eerst alle servers.');
      expect(existsSync(folder.dataDir) ? await folder.readAll() : '').toBe(before);
    },
  );

  it('waits a moment for the connections of a server that has just stopped', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const before = await fillAndRead(folder);
    const last = new Client({ connectionString: database.url, application_name: APPLICATION });
    await last.connect();
    const moved = run(folder, database, 'naar-database');
    // Until the transfer looks who is connected: it waits then, and has not read the folder's last word yet.
    await vi.waitFor(async () => {
      const others = await database.ask(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_stat_activity%' AND application_name = $1",
        [APPLICATION],
      );
      expect(others.length).toBeGreaterThan(0);
    });
    await last.end();
    expect(await moved).toMatchObject({ code: 0, fout: '' });
    expect(await readEverything(database)).toEqual(before);
  });

  it.each([
    ['naar-database', 'In de database staan al gegevens. Er is niets veranderd.'],
    ['naar-map', /In de map .* staan al gegevens\. Er is niets veranderd\./],
  ])('writes over nothing: %s', async (direction, reason) => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const both = [await fillAndRead(folder), await fillAndRead(database)];
    await expect(run(folder, database, direction)).rejects.toThrow(reason);
    expect([await readEverything(folder), await readEverything(database)]).toEqual(both);
  });

  it('changes nothing when what is read back is not the same, or cannot be written', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const before = await fillAndRead(folder);
    await (await database.open()).close();
    // A database that keeps something else than it was given.
    await database.ask(`CREATE FUNCTION anders() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.veld := 'anders'; RETURN NEW; END $$`);
    await database.ask(
      'CREATE TRIGGER anders BEFORE INSERT ON wegwijzer.meldingen FOR EACH ROW EXECUTE FUNCTION anders()',
    );
    await expect(run(folder, database, 'naar-database')).rejects.toThrow(
      'Wat is overgezet, is niet gelijk (meldingen). Er is niets veranderd.',
    );
    expect(await readEverything(folder)).toEqual(before);
    expect(await (await database.open()).meldingen.lijst()).toEqual([]);
  });

  it('leaves no half folder, and the database as it was, when the folder cannot be written', async () => {
    const folder = await makeFolder();
    const database = await makeDatabase();
    const before = await fillAndRead(database);
    mkdirSync(folder.dataDir);
    mkdirSync(join(folder.dataDir, 'meldingen.json.nieuw'));
    await expect(run(folder, database, 'naar-map')).rejects.toThrow('meldingen.json lukt niet');
    expect(await readEverything(database)).toEqual(before);
    expect(readdirSync(folder.dataDir).sort()).toEqual([
      'meldingen.json.nieuw',
      'mislukt-overgezet-20261121-090000',
    ]);
  });

  it('explains itself', async () => {
    const folder = await makeFolder();
    const nowhere = { address: (await makeDatabase()).address };
    expect(await run(folder, { address: null }, 'naar-map')).toMatchObject({
      code: 1,
      fout: 'STORE_URL ontbreekt: daarin staat welke database het is.\n',
    });
    expect(await run(folder, nowhere, '--help')).toMatchObject({ code: 0 });
    expect(await run(folder, nowhere)).toMatchObject({ code: 1, uit: expect.stringContaining('naar-map') });
    expect(await run(folder, nowhere, 'terug')).toMatchObject({
      code: 1,
      fout: expect.stringContaining('Dit begrijpen wij niet: terug'),
    });
    await expect(run(folder, nowhere, 'naar-database')).rejects.toThrow(
      `De map ${folder.dataDir} is er niet.`,
    );
  });
});
