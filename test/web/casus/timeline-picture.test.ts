import { expect, it } from 'vitest';
import { toTimelinePicture } from '../../../src/web/casus/to-timeline-picture.ts';

const event = (datum: string, baan: string) => ({ datum, baan, vorm: 'beter' }) as const;
const NAMES = ['gemeente Almelo', 'politie'];

/** The parts of the line of today, from top to bottom. */
function readLine(pad: string): [x: number, from: number, to: number][] {
  return [...pad.matchAll(/M(\d+) (\d+)V(\d+)/g)].map(([, x, from, to]) => [
    Number(x),
    Number(from),
    Number(to),
  ]);
}

it.each([
  ['at the left', '2026-11-01', ['2026-11-20', '2026-12-20']],
  ['a little further', '2026-11-10', ['2026-11-01', '2026-12-20']],
  ['in the middle', '2026-12-01', ['2026-11-01', '2026-12-31']],
  ['at the right', '2026-12-31', ['2026-11-01', '2026-11-20']],
  ['alone', '2026-11-01', ['2026-11-01', '2026-11-01']],
])('the line of today runs through no label, and past every lane, with today %s', (_name, today, days) => {
  const events = days.map((day, index) => event(day, NAMES[index] ?? ''));
  const { vandaag, banen, hoog } = toTimelinePicture(events, NAMES, today);
  const line = readLine(vandaag.pad);
  expect(line.length).toBeGreaterThan(0);
  expect(banen).toHaveLength(2);
  for (const { naam, tekstX, tekstY, y, hoog: high } of banen) {
    const end = tekstX + 7 * naam.length;
    for (const [x, from, to] of line) {
      const isInLabel = x <= end && from < tekstY + 3 && to > tekstY - 10;
      expect(isInLabel, `${naam}: ${vandaag.pad}`).toBe(false);
    }
    // Where the shapes are it is drawn.
    expect(line.some(([, from, to]) => from <= y + 18 && to >= y + high)).toBe(true);
  }
  expect(line.at(-1)?.[2]).toBeLessThan(hoog);
});

it('the line of today is whole where no label is', () => {
  const events = [event('2026-11-01', 'politie')];
  expect(readLine(toTimelinePicture(events, NAMES, '2026-12-31').vandaag.pad)).toHaveLength(1);
});
