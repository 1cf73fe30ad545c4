import { describe, expect, it } from 'vitest';
import { toAnswerText } from '../../../src/domain/table-answers/answer-words.ts';
import { listWaarom, tafelAntwoordSchema } from '../../../src/domain/table-answers/choices.ts';
import { parseTafelAntwoord, type TypedAnswer } from '../../../src/domain/table-answers/parse-answer.ts';
import { content } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';

const TODAY = '2026-11-21';
const EMPTY: TypedAnswer = { keuze: '', datum: '', waarom: '', naar: '', delen: [] };
const [tafel] = content.tafels;
if (!tafel) throw new Error('no table');
const read = (typed: Partial<TypedAnswer>) =>
  parseTafelAntwoord(say, content, tafel, { ...EMPTY, ...typed }, TODAY);

describe('what a table answers', () => {
  it.each([
    [{ keuze: 'ontvangen', datum: 'onzin' }, { keuze: 'ontvangen' }],
    [{ keuze: 'opgepakt' }, { keuze: 'opgepakt' }],
    [
      { keuze: 'opAgenda', datum: TODAY },
      { keuze: 'opAgenda', datum: TODAY },
    ],
    [
      { keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' },
      { keuze: 'nietOpgepakt', waarom: 'reden:geen-plek' },
    ],
    [
      { keuze: 'meerNodig', delen: ['veiligheid', 'vraag'] },
      { keuze: 'meerNodig', delen: ['vraag', 'veiligheid'] },
    ],
  ])('%o', (typed, antwoord) => {
    expect(read(typed)).toEqual({ antwoord });
  });

  it('can name every criterion of the table, and every other table', () => {
    for (const waarom of listWaarom(tafel))
      expect(read({ keuze: 'nietOpgepakt', waarom })).toEqual({
        antwoord: { keuze: 'nietOpgepakt', waarom },
      });
    for (const { id: naar } of content.tafels.slice(1))
      expect(read({ keuze: 'doorverwezen', naar })).toEqual({ antwoord: { keuze: 'doorverwezen', naar } });
  });

  it.each([
    [{}, 'keuze', 'Kies een antwoord.'],
    [{ keuze: 'iets' }, 'keuze', 'Kies een antwoord.'],
    [{ keuze: 'opAgenda' }, 'datum', 'Vul de datum van het overleg in.'],
    [{ keuze: 'opAgenda', datum: '2026-02-31' }, 'datum', 'Vul de datum van het overleg in.'],
    [{ keuze: 'opAgenda', datum: '2026-11-20' }, 'datum', /al geweest/],
    [{ keuze: 'opAgenda', datum: '2031-01-01' }, 'datum', /twee jaar/],
    [{ keuze: 'nietOpgepakt' }, 'waarom', /Kies waarom/],
    [{ keuze: 'nietOpgepakt', waarom: 'criterium:van-een-ander' }, 'waarom', /Kies waarom/],
    [{ keuze: 'doorverwezen' }, 'naar', /Kies naar welke/],
    [{ keuze: 'doorverwezen', naar: tafel.id }, 'naar', /Kies naar welke/],
    [{ keuze: 'meerNodig' }, 'delen', /Kies wat/],
    [{ keuze: 'meerNodig', delen: ['vraag', 'iets'] }, 'delen', /Kies wat/],
  ])('%o is refused in plain Dutch', (typed, veld, melding) => {
    expect(read(typed)).toEqual({
      fout: { veld, melding: typeof melding === 'string' ? melding : expect.stringMatching(melding) },
    });
  });

  it('is a sentence, whatever it is', () => {
    const answers = [
      ...listWaarom(tafel).map((waarom) => ({ keuze: 'nietOpgepakt', waarom })),
      { keuze: 'opAgenda', datum: '2026-12-14' },
      { keuze: 'meerNodig', delen: ['vraag', 'veiligheid'] },
    ].map((antwoord) => tafelAntwoordSchema.parse(antwoord));
    for (const antwoord of answers)
      expect(toAnswerText(say, content, tafel, antwoord)).not.toMatch(/undefined|[{}]|\.”?$/);
    expect(toAnswerText(say, content, tafel, { keuze: 'opAgenda', datum: '2026-12-14' })).toBe(
      'De aanmelding staat op de agenda van 14 december 2026',
    );
  });
});
