import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCorrections } from '../../src/cli/run-corrections.ts';
import { NEW_CORRECTION, toCorrections } from '../support/open-test-store.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { makeDatabase, makeFolder, PLACES, type TestPlace } from '../support/test-places.ts';

/** Runs the command; gives its exit code and what it said, as the program does. */
async function run(place: TestPlace, ...args: string[]) {
  const desk = place.toStorage().openDesk();
  let uit = '';
  const print = (tekst: string) => {
    uit += tekst;
  };
  try {
    await runCorrections({ args, desk, breedte: 160, print });
    return { code: 0, uit, fout: '' };
  } catch (error) {
    return { code: 1, uit, fout: `${(error as Error).message}\n` };
  } finally {
    await desk.close();
  }
}

/** A place with two reports, and the server that runs on it. */
async function fill(place: TestPlace) {
  const store = await place.open();
  await store.meldingen.report(NEW_CORRECTION);
  await store.meldingen.report({
    pagina: '/gemeenten/borne',
    veld: '=1+1',
    watMoetHetZijn: 'Een\nander nummer.',
  });
  return { place, store };
}

describe.each(PLACES)('npm run meldingen, with %s', (_name, makePlace) => {
  const start = async () => fill(await makePlace());

  it('shows the reports as a table, beside a running server', async () => {
    const { place } = await start();
    const { code, uit } = await run(place);
    expect(code).toBe(0);
    expect(uit).toMatch(/^Nr {2}Datum {7}Status/);
    expect(uit).toContain('1   2026-11-21  open    /overlegtafels/topx  E-mailadres');
    expect(uit).toContain('[van wijkcoach@example.nl]');
  });

  it('shows the day that it was here', async () => {
    const { desk } = { desk: (await start()).place.toStorage().openDesk() };
    const lijst = async () => [
      { ...NEW_CORRECTION, id: '1', gemaakt: '2026-11-21T23:30:00.000Z', status: 'open' as const },
    ];
    let uit = '';
    await runCorrections({
      args: [],
      desk: { ...desk, lijst },
      breedte: 160,
      print: (tekst) => (uit += tekst),
    });
    await desk.close();
    expect(uit).toContain('2026-11-22');
  });

  it('gives all of them as JSON and as CSV', async () => {
    const { place, store } = await start();
    await store.meldingen.process({ soort: 'sluit', id: '1' });
    const json = JSON.parse((await run(place, '--json')).uit);
    expect(json).toEqual(await store.meldingen.lijst());
    const csv = (await run(place, '--csv')).uit;
    expect(csv).toContain('"id";"gemaakt";"status";"pagina";"veld";"watMoetHetZijn";"email";"antwoord"\r\n');
    expect(csv).toContain(
      `"2";"2026-11-21T09:00:00.000Z";"open";"/gemeenten/borne";"'=1+1";"Een\nander nummer."`,
    );
  });

  it('keeps an answer and closes, while the server runs', async () => {
    const { place, store } = await start();
    expect(await run(place, 'antwoord', '1', 'Dank u, het is aangepast.')).toEqual({
      code: 0,
      uit: 'Het antwoord op melding 1 is bewaard. Mail het zelf aan wijkcoach@example.nl.\n',
      fout: '',
    });
    expect((await store.meldingen.lijst())[0]).toMatchObject({
      status: 'beantwoord',
      antwoord: 'Dank u, het is aangepast.',
    });
    expect((await run(place, 'sluit', '1')).uit).toBe('Melding 1 is gesloten. Het e-mailadres is gewist.\n');
    expect((await store.meldingen.lijst())[0]).not.toHaveProperty('email');
    expect((await run(place)).uit).toContain('1 gesloten melding niet getoond: voeg --alle toe.');
    expect((await run(place, '--alle')).uit).toContain('[antwoord: Dank u, het is aangepast.]');
  });

  it('takes a closed report away, and leaves it in no file', async () => {
    const { place, store } = await start();
    await run(place, 'sluit', '2');
    expect(await place.readAll()).toContain('/gemeenten/borne');
    expect(await run(place, 'verwijder', '2')).toEqual({
      code: 0,
      uit: 'Melding 2 is verwijderd.\n',
      fout: '',
    });
    expect(await store.meldingen.lijst()).toMatchObject([{ id: '1' }]);
    expect(await place.readAll()).not.toContain('/gemeenten/borne');
    for (const fresh of toCorrections(1)) expect((await store.meldingen.report(fresh))?.id).toBe('3');
  });

  it.each([
    [['sluit', '9'], 'Er is geen melding met nummer 9.'],
    [['antwoord', '1', ' '], 'Geef een antwoord.'],
    [['antwoord', '1', 'x'.repeat(2_001)], 'hoogstens 2000 tekens'],
    [['antwoord', '1'], 'Dit begrijpen wij niet: antwoord 1'],
    [['antwoord', '1', 'twee', 'woorden'], 'npm run meldingen antwoord 12 "tekst"'],
    [['verwijder', '1'], 'Melding 1 is nog niet gesloten. Sluit die eerst.'],
    [['verwijder', '9'], 'Er is geen melding met nummer 9.'],
    [['sluit'], 'Dit begrijpen wij niet: sluit'],
    [['wis', '1'], 'Dit begrijpen wij niet: wis 1'],
    [['--xml'], 'Dit begrijpen wij niet: --xml'],
  ])('refuses %j with words', async (args, verwacht) => {
    const { place, store } = await start();
    const voor = await store.meldingen.lijst();
    const { code, uit, fout } = await run(place, ...args);
    expect({ code, uit }).toEqual({ code: 1, uit: '' });
    expect(fout).toContain(verwacht);
    expect(await store.meldingen.lijst()).toEqual(voor);
  });

  it('explains itself', async () => {
    expect((await run(await makePlace(), '--help')).uit).toContain('npm run meldingen sluit 12');
  });
});

describe('npm run meldingen', () => {
  it('keeps it for a server that does not run, and shows it already', async () => {
    const { place, store } = await fill(await makeFolder());
    await store.close();
    const { code, uit } = await run(place, 'sluit', '2');
    expect(code).toBe(0);
    expect(uit).toContain('De server draait nu niet, of heeft het druk. Hij verwerkt dit zodra hij kan.');
    expect((await run(place)).uit).not.toContain('/gemeenten/borne');
  });

  it('says it when there is nothing', async () => {
    expect(await run(await makeFolder())).toEqual({
      code: 0,
      uit: 'Er zijn geen open meldingen.\n',
      fout: '',
    });
  });

  it('says which file is broken', async () => {
    const dataDir = makeTempDir();
    const place = await makeFolder(dataDir);
    writeFileSync(join(dataDir, 'meldingen.json'), '{');
    expect(await run(place)).toMatchObject({
      code: 1,
      fout: expect.stringContaining(`Het bestand ${join(dataDir, 'meldingen.json')} is beschadigd`),
    });
  });

  it('says it when no server made the tables yet', async () => {
    expect(await run(await makeDatabase())).toMatchObject({
      code: 1,
      fout: expect.stringContaining('er ontbreekt een tabel. Start de server opnieuw'),
    });
  });
});
