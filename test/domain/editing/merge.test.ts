import fc from 'fast-check';
import { expect, it } from 'vitest';
import { merge } from '../../../src/domain/editing/merge.ts';
import { getAt, isSame, setAt } from '../../../src/domain/json.ts';

const json = fc.jsonValue({ maxDepth: 4 });
const base = {
  lijst: [
    { id: 'a', tekst: 'een', nummers: ['1', '2'] },
    { id: 'b', tekst: 'twee' },
    { id: 'c', tekst: 'drie' },
  ],
  naam: 'oud',
};

it('wie niets wijzigt, houdt niets tegen', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      expect(merge(from, to, from)).toEqual({ value: to, clashes: [] });
      expect(isSame(merge(from, from, to).value, to)).toBe(true);
      expect(merge(from, to, to).clashes).toEqual([]);
    }),
  );
});

it('noemt elke plaats waar beiden iets anders maakten, en houdt daar het onze', () => {
  fc.assert(
    fc.property(json, json, json, (from, ours, theirs) => {
      const { value, clashes } = merge(from, ours, theirs);
      for (const clash of clashes) {
        expect(isSame(clash.ours, clash.theirs)).toBe(false);
        if (clash.ours !== undefined) expect(getAt(value, clash.path)).toEqual(clash.ours);
      }
    }),
  );
});

it('voegt wijzigingen op verschillende plaatsen samen', () => {
  const ours = setAt(base, ['lijst', 0, 'tekst'], 'EEN');
  const theirs = setAt(setAt(base, ['lijst', 2], undefined), ['naam'], 'nieuw');
  expect(merge(base, ours, theirs)).toEqual({
    value: {
      lijst: [
        { id: 'a', tekst: 'EEN', nummers: ['1', '2'] },
        { id: 'b', tekst: 'twee' },
      ],
      naam: 'nieuw',
    },
    clashes: [],
  });
});

it('laat twee mensen elk iets toevoegen, ieder op zijn eigen plaats', () => {
  const add = (at: number, id: string) => ({
    ...base,
    lijst: base.lijst.toSpliced(at, 0, { id, tekst: id }),
  });
  const { value, clashes } = merge(base, add(1, 'x'), add(3, 'y'));
  expect((value as typeof base).lijst.map(({ id }) => id)).toEqual(['a', 'x', 'b', 'c', 'y']);
  expect(clashes).toEqual([]);
});

it('houdt een nieuwe volgorde naast een nieuwe tekst', () => {
  const ours = { ...base, lijst: base.lijst.toReversed() };
  const { value, clashes } = merge(base, ours, setAt(base, ['lijst', 1, 'tekst'], 'TWEE'));
  expect((value as typeof base).lijst.map(({ id, tekst }) => `${id} ${tekst}`)).toEqual([
    'c drie',
    'b TWEE',
    'a een',
  ]);
  expect(clashes).toEqual([]);
});

it('weghalen tegen wijzigen is een botsing', () => {
  const ours = setAt(base, ['lijst', 1, 'tekst'], 'TWEE');
  const { clashes } = merge(base, ours, setAt(base, ['lijst', 1], undefined));
  expect(clashes).toEqual([
    { path: ['lijst', 1], base: base.lijst[1], ours: { id: 'b', tekst: 'TWEE' }, theirs: undefined },
  ]);
});

it('een lijst van woorden is één plaats', () => {
  const [ours, theirs] = ['3', '4'].map((extra) => setAt(base, ['lijst', 0, 'nummers', 2], extra));
  expect(merge(base, ours, theirs).clashes.map(({ path }) => path)).toEqual([['lijst', 0, 'nummers']]);
});
