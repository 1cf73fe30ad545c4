import { describe, expect, it } from 'vitest';
import { findRoom } from '../../../src/domain/table-answers/room.ts';
import { foldOld, storedAnswerSchema, toStored } from '../../../src/domain/table-answers/table-answers.ts';

const LINK = { tafel: 'topx', gemaakt: '2026-11-09', versie: '0a1b2c', sleutel: 'a'.repeat(22) };

describe('what is kept of an answer', () => {
  it('is the choice, the table, the weeks and the version', () => {
    const stored = toStored(LINK, { keuze: 'opAgenda', datum: '2026-12-14' }, '2026-11-12', undefined);
    expect(storedAnswerSchema.parse(stored)).toEqual({
      sleutel: LINK.sleutel,
      tafel: 'topx',
      versie: '0a1b2c',
      week: '2026-W46',
      keuze: 'opAgenda',
      dag: '2026-11-12',
      dagen: 3,
    });
  });

  it('keeps the days to the first answer', () => {
    const first = toStored(LINK, { keuze: 'ontvangen' }, '2026-11-10', undefined);
    const later = toStored(LINK, { keuze: 'nietOpgepakt', waarom: 'reden:anders' }, '2026-12-01', first);
    expect(later).toMatchObject({
      keuze: 'nietOpgepakt',
      waarom: 'reden:anders',
      dag: '2026-12-01',
      dagen: 1,
    });
  });

  it('only counts after a year', () => {
    const day = (dag: string, sleutel: string) => ({
      ...toStored(LINK, { keuze: 'opgepakt' }, dag, undefined),
      sleutel,
    });
    const answers = [day('2026-11-10', 'a'), day('2026-11-11', 'b'), day('2026-11-20', 'c')];
    expect(foldOld(answers, [], '2027-11-10')).toEqual({ answers, counts: [] });
    const folded = foldOld(answers, [], '2027-11-15');
    expect(folded.answers).toEqual([answers[2]]);
    const count = { tafel: 'topx', versie: '0a1b2c', keuze: 'opgepakt', week: '2026-W46' };
    expect(folded.counts).toEqual([{ ...count, aantal: 2 }]);
    expect(foldOld(folded.answers, folded.counts, '2028-01-01')).toEqual({
      answers: [],
      counts: [
        { ...count, aantal: 2 },
        { ...count, week: '2026-W47', aantal: 1 },
      ],
    });
  });
});

describe('what a table tells of its room', () => {
  const rooms = { topx: { stand: 'ruimte' as const, weken: null, dag: '2026-11-01' } };
  it('is shown for 30 days', () => {
    expect(findRoom(rooms, 'topx', '2026-12-01')).toEqual(rooms.topx);
    expect(findRoom(rooms, 'topx', '2026-12-02')).toBeNull();
    expect(findRoom(rooms, 'iets', '2026-11-02')).toBeNull();
    expect(findRoom(rooms, 'toString', '2026-11-02')).toBeNull();
  });
});
