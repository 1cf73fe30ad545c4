import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import { publish, saveConcept, toLine } from '../support/records.ts';
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

/** Publishes 200 versions, each with its content, a draft that is written anew and three lines of the log. */
const VERSIONS = `
  const { chooseStorage } = await import(process.argv[1]);
  const where = JSON.parse(process.argv[2]);
  const { records } = await chooseStorage({ ...where, now: () => new Date(), onError: () => {} }).open();
  const { writeSync } = await import('node:fs');
  const tekst = 'x'.repeat(20_000);
  const [inhoud, versie, concept] = ${JSON.stringify([...publish(1), saveConcept('c', 0, {})])};
  const line = ${JSON.stringify(toLine(0))};
  for (let nummer = 1; nummer <= 200; nummer += 1) {
    const id = String(nummer).padStart(6, '0');
    const changes = [
      { ...inhoud, id, value: { tekst, nummer } },
      { ...versie, id, value: { ...versie.value, nummer } },
      { ...concept, revision: nummer - 1, value: { ...concept.value, bestanden: { tekst, nummer } } },
    ];
    const log = Array.from({ length: 3 }, () => ({ ...line, over: 'Concept ' + nummer }));
    writeSync(1, nummer + ' ' + (await records.commit(changes, log)) + '\\n');
    if (nummer === Number(process.argv[4])) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Math.random() * 20);
  }`;

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
      compiled('storage/open-storage.js'),
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

  it.each([3, 40, 110])(
    'has every version whole, with its draft and its lines, or not at all: killed after %i',
    async (after) => {
      const place = await makePlace();
      const confirmed = await sendAndKill(place, 1, after, VERSIONS);
      expect(confirmed.length).toBeLessThan(200);
      const { records } = await place.open();
      const last = await records.findLiveVersion();
      expect(last).toBeGreaterThanOrEqual(confirmed.length);
      expect(confirmed).toEqual(confirmed.map((_, index) => `${index + 1} ok`));
      const numbers = Array.from({ length: last }, (_, index) => index + 1);
      expect((await records.list('versie')).map(({ value }) => value.nummer)).toEqual(numbers);
      const contents = (await records.list('inhoud')).map(({ value }) => value.nummer);
      expect(contents).toEqual(numbers);
      expect(await records.read('concept', 'c')).toMatchObject({
        revision: last,
        value: { bestanden: { nummer: last } },
      });
      const lines = numbers.flatMap((number) => [toLine(number), toLine(number), toLine(number)]);
      expect(await records.readLog(1_000)).toEqual(lines.reverse());
      expect(await place.toStorage().findFaults()).toEqual([]);
      // And it goes on.
      expect(await records.commit(publish(last + 1))).toBe('ok');
    },
  );
});
