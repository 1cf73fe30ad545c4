import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/real-content.ts';

/** The lines of the files of these folders, as `file:line: text`. */
function readLines(folders: readonly string[], kind: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => kind.test(name) && !name.endsWith('.schema.json'))
      .flatMap((name) =>
        readFileSync(join(ROOT, folder, name), 'utf8')
          .split('\n')
          .map((line, index) => `${folder}/${name}:${index + 1}: ${line.trim()}`),
      ),
  );
}

// "The source does not say" is no answer to somebody with a case: say that it is unknown, and what to do.
const EXCUSE =
  /ging verloren|\b(?:de|onze) bron\b[^.]{0,60}\b(?:niet|geen)\b|\b(?:niet|geen|meer)\b[^.]{0,30}\b(?:in|zegt|noemt) (?:de|onze) bron\b/i;

it('no text puts it on the source that something is unknown', () => {
  const lines = readLines(['rules', 'tables', 'views'], /\.(?:json|hbs)$/);
  expect(lines.filter((line) => EXCUSE.test(line))).toEqual([]);
  expect(lines.length).toBeGreaterThan(1_000);
});

it.each([
  'Het webadres ging verloren in de bron.',
  'De bron noemt geen termijn.',
  'Staat niet in de bron.',
  'Meer zegt de bron er niet over.',
])('%s is seen as an excuse', (text) => {
  expect(text).toMatch(EXCUSE);
});

// "Maak de e-mail voor Mobiel P10-team" lacks an article; `inZin` has it. A subject of a mail is no running text.
const BARE_NAME =
  /(?:^|[^\p{L}])(?:voor|bij|naar|van|met|aan|door|over|uit|op|waarom|is|wordt|past daarna:) (?:<\w+[^>]*>)?\{\{(?:tafel\.)?korteNaam\}\}/iu;

it('no template puts the short name of a table after a preposition or a verb', () => {
  const lines = readLines(['views'], /\.hbs$/).filter((line) => !/: Onderwerp: /.test(line));
  expect(lines.filter((line) => BARE_NAME.test(line))).toEqual([]);
});

it.each([
  'Waarom {{korteNaam}} past',
  'de e-mail voor {{tafel.korteNaam}}',
  'bij <a href="/x">{{korteNaam}}</a>',
])('%s is seen as a bare name', (text) => {
  expect(text).toMatch(BARE_NAME);
});

// A time is "8.30 uur", as taaladvies.net writes it; what stands in a moment ("2026-11-30T09:00:00+01:00") is a format.
const COLON_TIME = /(?<![T\d:+-])\d{1,2}:\d{2}(?![:\d])/;

it('no text writes a time with a colon', () => {
  const texts = readLines(['rules', 'tables', 'views'], /\.(?:json|hbs)$/).map((line) =>
    line.replace(/^\S+?:\d+: /, ''),
  );
  expect(texts.filter((text) => COLON_TIME.test(text))).toEqual([]);
});

it.each([
  ['Op werkdagen van 8:30 tot 17:00 uur.', true],
  ['Bel voor 09:00 uur.', true],
  ['Op werkdagen van 8.30 tot 17.00 uur.', false],
  ['Geef een moment (2026-11-30T09:00:00+01:00).', false],
])('%s has a time with a colon: %s', (text, has) => {
  expect(COLON_TIME.test(text)).toBe(has);
});
