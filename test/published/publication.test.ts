import { describe, expect, it } from 'vitest';
import { createPublication } from '../../src/published/publication.ts';
import { publish } from '../../src/published/published-file.ts';

const toFile = (tekst: string) => publish(Buffer.from(tekst), 'text/plain', 'no-store');

describe('createPublication', () => {
  it('makes a file once, whether it is asked for or made ahead', async () => {
    let gemaakt = 0;
    const maak = () => toFile(String(++gemaakt));
    const publication = createPublication([
      ['/klaar', toFile('klaar')],
      ['/direct', maak],
      ['/later', async () => maak()],
    ]);
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

  it('lets other work in between, and tells of what cannot be made', async () => {
    let beurten = 0;
    const tel = setInterval(() => (beurten += 1));
    const traag = () => {
      for (const eind = performance.now() + 5; performance.now() < eind; );
      return toFile('traag');
    };
    await createPublication(Array.from({ length: 20 }, (_, i) => [`/${i}`, traag] as const)).complete();
    clearInterval(tel);
    expect(beurten).toBeGreaterThan(5);
    await expect(
      createPublication([['/fout', () => Promise.reject(new Error('x'))]]).complete(),
    ).rejects.toThrow('/fout is niet te maken: x');
  });

  it('tries again what failed, when somebody asks again', async () => {
    let keer = 0;
    const publication = createPublication([
      [
        '/soms',
        async () => {
          keer += 1;
          if (keer === 1) throw new Error('nu niet');
          return toFile('toch');
        },
      ],
    ]);
    await expect(publication.find('/soms')).rejects.toThrow('nu niet');
    expect(await publication.find('/soms')).toEqual(toFile('toch'));
  });
});
