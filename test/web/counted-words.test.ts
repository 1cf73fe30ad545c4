import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toRoomText } from '../../src/domain/table-answers/answer-words.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { toCount } from '../../src/web/advice/to-explanation-model.ts';
import { ROOT } from '../support/real-content.ts';
import { say } from '../support/texts.ts';

const views = createViews(join(ROOT, 'views'));
const render = (part: string, model: object) =>
  views
    .renderPart(part, model)
    .replace(/<[^>]*>/g, '')
    .trim();

describe('a sentence with a number in it is Dutch for each number', () => {
  it.each([
    [0, 1, '0 van 1 criterium voldoet'],
    [1, 1, '1 van 1 criterium voldoet'],
    [0, 2, '0 van 2 criteria voldoen'],
    [1, 2, '1 van 2 criteria voldoet'],
    [2, 2, '2 van 2 criteria voldoen'],
  ])('%i of %i criteria', (ja, aantal, tekst) => expect(toCount(say, { ja, aantal })).toBe(tekst));

  it.each([
    [1, 'ongeveer 1 week.'],
    [2, 'ongeveer 2 weken.'],
  ])('a waiting list of %i', (weken, tekst) =>
    expect(toRoomText(say, { stand: 'wachtlijst', weken, dag: '2026-11-21' })).toContain(tekst),
  );

  it.each([
    [1, true, 'uiterlijk 1 dag voor het overleg'],
    [2, false, 'uiterlijk 2 dagen voor het overleg'],
  ])('%i days before the meeting', (dagenVoorOverleg, eenDag, tekst) =>
    expect(
      render('stap-tafel', { mag: true, wie: {}, maakt: {}, inZin: 'de tafel', dagenVoorOverleg, eenDag }),
    ).toContain(tekst),
  );

  it.each([
    [true, 'Het werkt tot morgen 6.29 uur.'],
    [false, 'Het werkt vandaag tot 6.29 uur.'],
  ])('until when, tomorrow: %s', (morgen, tekst) =>
    expect(render('werkt-tot', { wat: 'Het werkt', tot: { tijd: '6.29 uur', morgen } })).toContain(tekst),
  );
});
