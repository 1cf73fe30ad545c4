import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/cli/to-table.ts';
import { findPersonalData } from '../../src/domain/privacy/find-personal-data.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { FAMILIES, repeatTo } from '../support/slow-texts.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';

/** In characters. */
const SHORT = 50_000;
/** How many times as long the longer text is: far more than what the memory costs a longer text beside the work itself. */
const TIMES = 16;
/** What a field may hold is no longer than this. */
const TIMES_IN_FIELD = 4;
/** In which power of the length the work grows at most: one is linear, two is quadratic. */
const POWER = 1.6;
/** In milliseconds; below that, what is measured is mostly noise. */
const LEAST = 2;

const PIECES = [
  ...['a', 'A', '0', '1', ' ', '\n', '(', '@', '.', '-', "'", '€', '°', 'é', '😀', '\u0301', '\ud800'],
  ...[
    '1 ',
    '12 ',
    '12-',
    '1-',
    '1.',
    '06',
    '06 1-2.',
    '(0',
    '+31 ',
    '7511',
    '1234.',
    '123-456-',
    '123 456 ',
    'a1',
    '1a',
  ],
  ...[
    'A.',
    'a.',
    'Th.',
    'Aa ',
    'Aa Bb ',
    'De ',
    'van ',
    'van de ',
    'Jan-',
    'A-',
    'AB-12-',
    `a${'-'.repeat(60)}`,
  ],
  ...[
    'dhr. ',
    'mevrouw De ',
    'de heer ',
    'moeder ',
    'cliënt van ',
    'naam ',
    'naam: ',
    'heet ',
    'cliënt heet ',
    'A. De ',
  ],
  ...[
    'geb ',
    'geb. dat ',
    'geboren 1-',
    '° 1-1-19',
    '12 maart ',
    '1-1-1',
    'bsn ',
    'bsn 1',
    'BSN van de ',
    'b.s.n.',
  ],
  ...[
    'a@',
    '@a.',
    'a@a.',
    'a@a-',
    'Straat 1',
    'Straat ',
    'Kerkstraat 12 7511',
    'Laan van Aa ',
    '6-1',
    'kenteken ',
    'kenteken A',
  ],
  ...['7511AB ', 'A. Jansen ', 'jan@example.nl ', '12-03-1985 ', '123456782 ', '06-12345678 ', '12-AB-34 '],
  'mw. J. Jansen, geb. 12-03-1985, Dorpsstraat 12, 7511 AB, 06-12345678, jan@example.nl, 123456782, 12-AB-34; ',
];

/** The least processor time of this process in a few tries, in milliseconds: other processes do not count in it. */
async function measure(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 4; turn += 1) {
    const begin = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begin);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** With which power of its length the work for a text grows. */
async function measureGrowth(
  work: (text: string) => unknown,
  piece: string,
  { end = '', times = TIMES } = {},
): Promise<number> {
  const [short, long] = [repeatTo(piece, end, SHORT), repeatTo(piece, end, times * SHORT)];
  let power = Number.POSITIVE_INFINITY;
  // What another process did to the cache or the clock of the processor is gone the next time; a quadratic is not.
  for (let turn = 0; turn < 3 && power >= POWER; turn += 1) {
    const first = Math.max(await measure(() => work(short)), LEAST);
    power = Math.min(power, Math.log((await measure(() => work(long))) / first) / Math.log(times));
  }
  return power;
}

describe('work grows with the text and no faster', () => {
  it.each(PIECES)('in findPersonalData, for %j again and again', async (piece) => {
    expect(await measureGrowth(findPersonalData, piece)).toBeLessThan(POWER);
  });

  it.each([' ', '"', ',', ', ', '='])('in toCsv, for %j', async (piece) => {
    expect(await measureGrowth((text) => toCsv([[text]]), piece)).toBeLessThan(POWER);
  });

  it.each(FAMILIES)('in a form that is sent: %s', async (_name, piece, end) => {
    const port = await startLiveServer(createTestApp({ limits: SPACIOUS }));
    const path = `/verwijzen/topx?a=${createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') })}`;
    const post = async (text: string) => {
      // Up to what one field may hold; what is longer is refused unread.
      const body = new URLSearchParams({
        casuscode: 'TW-2026-001',
        hulpvraag: text.slice(0, text.length / 10),
      });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const { status } = await send(port, 'POST', path, { headers, body: body.toString() });
      expect([200, 400]).toContain(status);
    };
    expect(await measureGrowth(post, piece, { end, times: TIMES_IN_FIELD })).toBeLessThan(POWER);
  });
});
