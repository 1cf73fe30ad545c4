import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import { PLACES, type TestPlace } from '../support/test-places.ts';

const compiled = useCompiledSource();

/** Sends 200 reports, so many at a time, says of each that it is acknowledged, and kills itself somewhere after a number. */
const SCRIPT = `
  const { chooseStorage } = await import(process.argv[1]);
  const where = JSON.parse(process.argv[2]);
  const { meldingen } = await chooseStorage({ ...where, now: () => new Date(), onError: () => {} }).open();
  const { writeSync } = await import('node:fs');
  let nummer = 0;
  let bevestigd = 0;
  const send = async () => {
    while (nummer < 200) {
      const tekst = 'Melding ' + ++nummer + ' ' + 'x'.repeat(1000);
      const melding = await meldingen.report({ pagina: '/', veld: 'proef', watMoetHetZijn: tekst });
      writeSync(1, melding.id + ' ' + tekst.split(' ')[1] + '\\n');
      bevestigd += 1;
      if (bevestigd === Number(process.argv[4])) {
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), Math.random());
      }
    }
  };
  await Promise.all(Array.from({ length: Number(process.argv[3]) }, send));`;

/** The same with answers to 200 links. */
const ANSWERS = SCRIPT.replace('{ meldingen }', '{ antwoorden }').replace(
  / {6}const tekst[\s\S]*?\n {6}bevestigd/,
  `
      const sleutel = String(++nummer).padStart(22, '0');
      const link = { tafel: 'topx', gemaakt: '2026-11-20', versie: '0a1b2c', sleutel };
      await antwoorden.put(link, { keuze: 'opgepakt' }, '2026-11-21');
      writeSync(1, sleutel + '\\n');
      bevestigd`,
);

/** Runs that in a process of its own, and gives all acknowledgements that were made. */
async function sendAndKill(
  { where }: TestPlace,
  atOnce: number,
  later: number,
  script = SCRIPT,
): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      script,
      compiled('storage/choose-storage.js'),
      JSON.stringify(where),
      String(atOnce),
      String(later),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const end = once(child, 'exit');
  const confirmed: string[] = [];
  for await (const regel of createInterface(child.stdout)) confirmed.push(regel);
  expect(await end).toEqual([null, 'SIGKILL']);
  return confirmed;
}

describe.each(PLACES)('kill -9 in the middle of 200 writes, with %s', (_name, makePlace) => {
  it.each([
    { atOnce: 1, after: 1 },
    { atOnce: 1, after: 37 },
    { atOnce: 7, after: 50 },
    { atOnce: 7, after: 123 },
    { atOnce: 50, after: 101 },
  ])(
    'loses no report that was acknowledged: $atOnce at once, killed after $after',
    async ({ atOnce, after }) => {
      const place = await makePlace();
      const confirmed = await sendAndKill(place, atOnce, after);
      expect(confirmed.length).toBeGreaterThanOrEqual(after);
      expect(confirmed.length).toBeLessThan(200);
      const { meldingen } = await place.open();
      const kept = (await meldingen.lijst()).map(
        ({ id, watMoetHetZijn }) => `${id} ${watMoetHetZijn.split(' ')[1]}`,
      );
      expect(kept).toEqual(expect.arrayContaining(confirmed));
      expect(new Set(kept).size).toBe(kept.length);
      // And it goes on.
      expect(
        await meldingen.report({ pagina: '/', veld: 'proef', watMoetHetZijn: 'Na de val.' }),
      ).not.toBeNull();
    },
  );

  it.each([
    { atOnce: 1, after: 37 },
    { atOnce: 7, after: 123 },
  ])(
    'loses no answer of a table that was acknowledged: $atOnce at once, killed after $after',
    async ({ atOnce, after }) => {
      const place = await makePlace();
      const confirmed = await sendAndKill(place, atOnce, after, ANSWERS);
      expect(confirmed.length).toBeGreaterThanOrEqual(after);
      expect(confirmed.length).toBeLessThan(200);
      const { antwoorden } = await place.open();
      const kept = (await antwoorden.lijst()).map(({ sleutel }) => sleutel);
      expect(kept).toEqual(expect.arrayContaining(confirmed));
      expect(new Set(kept).size).toBe(kept.length);
    },
  );
});
