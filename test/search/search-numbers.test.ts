import { describe, expect, it } from 'vitest';
import { content } from '../support/real-content.ts';
import { search } from '../support/real-search-index.ts';

const first = (vraag: string) => search(vraag).map(({ soort, id }) => `${soort}/${id}`)[0];

describe('a telephone number that is searched for', () => {
  it.each(['14 053', '14053', '14-053', 'gemeente 14 053'])('finds whose it is: %s', (vraag) => {
    expect(first(vraag)).toBe('gemeente/enschede');
    expect(search(vraag)[0]?.waarom).toBe('Het telefoonnummer 14 053 staat hier.');
  });

  it.each(content.noodnummers.filter(({ kies }) => kies !== null))('finds $naam', ({ id, kies }) => {
    const digits = kies ?? '';
    for (const written of [digits, `${digits.slice(0, 4)} ${digits.slice(4)}`])
      expect(first(written)).toBe(`noodnummer/${id}`);
  });

  it('is no other number, and no words that stand in it', () => {
    expect(search('088 965 0000')).toEqual([]);
    expect(search('0547 123456')).toEqual([]);
    expect(search('14 053').map(({ id }) => id)).toEqual(['enschede']);
  });

  it.each(['14 0547', '140547', '14-0547', '0547'])(
    'of which only the area code is known, finds the numbers with that code: %s',
    (vraag) => {
      const [best, ...more] = search(vraag);
      expect(best).toMatchObject({
        id: 'hof-van-twente',
        waarom: `Het nummer “${vraag.replace('-', ' ')}” kennen wij niet. Dit nummer hoort bij netnummer 0547: 0547-858585.`,
      });
      expect(more).toEqual([]);
    },
  );

  it('of which only the area code is typed, is first the short number with that code', () => {
    expect(first('053')).toBe('gemeente/enschede');
    expect(search('053').map(({ id }) => id)).toEqual(expect.arrayContaining(['haaksbergen', 'losser']));
    expect(search('14 0546').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['almelo', 'tubbergen', 'twenterand', 'wierden']),
    );
    // No area code of Twente, and no area code at all.
    for (const vraag of ['14 020', '020', '14', '05', '14 05', '00000'])
      expect(search(vraag).filter(({ waarom }) => waarom.startsWith('Het nummer'))).toEqual([]);
  });

  it('says that a word is another name only where it is the whole of it', () => {
    const why = (vraag: string, wanted: string) => search(vraag).find(({ id }) => id === wanted)?.waarom;
    expect(why('14', 'gemeenten-twente')).toBe('“14” staat in een andere naam voor Gemeenten van Twente.');
    expect(why('zvh', 'zorg-en-veiligheidshuis')).toMatch('“ZVH” is een ander woord voor');
  });
});
