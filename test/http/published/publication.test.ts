import { describe, expect, it } from 'vitest';
import { createPublication } from '../../../src/http/published/publication.ts';
import { publish } from '../../../src/http/published/published-file.ts';

const toFile = (tekst: string) => publish(Buffer.from(tekst), 'text/plain', 'no-store');
const ZATERDAG = new Date('2026-11-21');
const ZONDAG = new Date('2026-11-22');
const today = () => ZATERDAG;

describe('createPublication', () => {
  it('makes a file once, whether it is asked for or made ahead', async () => {
    let gemaakt = 0;
    const maak = () => toFile(String(++gemaakt));
    const publication = createPublication(
      [
        ['/klaar', toFile('klaar')],
        ['/direct', maak],
        ['/later', async () => maak()],
      ],
      today,
    );
    expect(gemaakt).toBe(0);
    const [eerste, tweede] = [publication.find('/later'), publication.find('/later')];
    expect(await eerste).toBe(await tweede);
    await publication.complete();
    expect(gemaakt).toBe(2);
    expect(publication.find('/later')).toBe(await eerste);
    expect(await publication.find('/klaar')).toEqual(toFile('klaar'));
    expect(publication.find('/niets')).toBeUndefined();
    await publication.complete();
    expect(gemaakt).toBe(2);
  });

  it('makes a file anew on another day, when somebody asks for it', async () => {
    let day = ZATERDAG;
    const gemaakt: string[] = [];
    const maak = (van: Date) => {
      gemaakt.push(van.toISOString().slice(0, 10));
      return toFile(van.toISOString());
    };
    const publication = createPublication(
      [
        ['/a', maak],
        ['/b', maak],
        ['/vast', toFile('vast')],
      ],
      () => day,
    );
    await publication.complete();
    const [eerst, vast] = [publication.find('/a'), publication.find('/vast')];
    day = ZONDAG;
    expect(publication.find('/a')).toEqual(toFile(ZONDAG.toISOString()));
    expect(publication.find('/a')).not.toEqual(eerst);
    expect(publication.find('/vast')).toBe(vast);
    expect(gemaakt).toEqual(['2026-11-21', '2026-11-21', '2026-11-22']);
  });

  it('lets other work in between, and tells of what cannot be made', async () => {
    let beurten = 0;
    const tel = setInterval(() => (beurten += 1));
    const traag = () => {
      for (const eind = performance.now() + 5; performance.now() < eind; );
      return toFile('traag');
    };
    await createPublication(
      Array.from({ length: 20 }, (_, i) => [`/${i}`, traag] as const),
      today,
    ).complete();
    clearInterval(tel);
    expect(beurten).toBeGreaterThan(5);
    await expect(
      createPublication([['/fout', () => Promise.reject(new Error('x'))]], today).complete(),
    ).rejects.toThrow('/fout is niet te maken: x');
  });

  it('tries again what failed, when somebody asks again', async () => {
    let keer = 0;
    const publication = createPublication(
      [
        [
          '/soms',
          async () => {
            keer += 1;
            if (keer === 1) throw new Error('nu niet');
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
