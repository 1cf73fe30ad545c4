import { describe, expect, it } from 'vitest';
import { createPublication } from '../../../src/http/published/publication.ts';
import { publish } from '../../../src/http/published/published-file.ts';

const toFile = (tekst: string) => publish(Buffer.from(tekst), 'text/plain', 'no-store');
const ZATERDAG = new Date('2026-11-21');
const ZONDAG = new Date('2026-11-22');
const today = () => ZATERDAG;

describe('createPublication', () => {
  it('makes a file once, whether it is asked for or made ahead', async () => {
    let made = 0;
    const make = () => toFile(String(++made));
    const publication = createPublication(
      [
        ['/klaar', toFile('klaar')],
        ['/direct', make],
        ['/later', async () => make()],
      ],
      today,
    );
    expect(made).toBe(0);
    const [first, second] = [publication.find('/later'), publication.find('/later')];
    expect(await first).toBe(await second);
    await publication.complete();
    expect(made).toBe(2);
    expect(publication.find('/later')).toBe(await first);
    expect(await publication.find('/klaar')).toEqual(toFile('klaar'));
    expect(publication.find('/niets')).toBeUndefined();
    await publication.complete();
    expect(made).toBe(2);
  });

  it('makes a file anew on another day, when somebody asks for it', async () => {
    let day = ZATERDAG;
    const made: string[] = [];
    const make = (from: Date) => {
      made.push(from.toISOString().slice(0, 10));
      return toFile(from.toISOString());
    };
    const publication = createPublication(
      [
        ['/a', make],
        ['/b', make],
        ['/vast', toFile('vast')],
      ],
      () => day,
    );
    await publication.complete();
    const [first, vast] = [publication.find('/a'), publication.find('/vast')];
    day = ZONDAG;
    expect(publication.find('/a')).toEqual(toFile(ZONDAG.toISOString()));
    expect(publication.find('/a')).not.toEqual(first);
    expect(publication.find('/vast')).toBe(vast);
    expect(made).toEqual(['2026-11-21', '2026-11-21', '2026-11-22']);
  });

  it('lets other work in between, and tells of what cannot be made', async () => {
    let turns = 0;
    const count = setInterval(() => (turns += 1));
    const slow = () => {
      for (const end = performance.now() + 5; performance.now() < end; );
      return toFile('traag');
    };
    await createPublication(
      Array.from({ length: 20 }, (_, i) => [`/${i}`, slow] as const),
      today,
    ).complete();
    clearInterval(count);
    expect(turns).toBeGreaterThan(5);
    await expect(
      createPublication([['/fout', () => Promise.reject(new Error('x'))]], today).complete(),
    ).rejects.toThrow('/fout is niet te maken: x');
  });

  it('tries again what failed, when somebody asks again', async () => {
    let times = 0;
    const publication = createPublication(
      [
        [
          '/soms',
          async () => {
            times += 1;
            if (times === 1) throw new Error('nu niet');
            return toFile('toch');
          },
        ],
      ],
      today,
    );
    await expect(publication.find('/soms')).rejects.toThrow('nu niet');
    expect(await publication.find('/soms')).toEqual(toFile('toch'));
  });
});
