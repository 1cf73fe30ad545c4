import { VRAGEN } from '../../../domain/content-paths.ts';
import { type Choice, createChoices } from '../../../domain/editing/form/choices.ts';
import type { Named } from '../../../domain/editing/form/veld.ts';
import type { Finding } from '../../../domain/editing/proof.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { shorten } from '../../../domain/sentence.ts';
import type { Say } from '../../../domain/texts.ts';
import { createFormWords, findWord } from '../content/catalog.ts';
import { findTafel, toPartTitle } from './describe-part.ts';

/** What a check names by its id, besides the answers to a question. */
const KINDS: readonly Named[] = [
  'criteria',
  'tafels',
  'feiten',
  'gemeenten',
  'rollen',
  'organisaties',
  'contacten',
  'bronnen',
  'pakketvelden',
];
/** Of what kind an id is, by the word before it. */
const WORDS: Readonly<Record<string, Named>> = {
  criterium: 'criteria',
  tafel: 'tafels',
  vraag: 'feiten',
  gemeente: 'gemeenten',
  rol: 'rollen',
  organisatie: 'organisaties',
  contact: 'contacten',
  bron: 'bronnen',
};
/** What forms are of that have words of their own for a field, in the order in which those are looked for. */
const OUDERS = ['vragen', 'regels', 'tafels'];
/** How much of a long name is told, in letters. */
const NAME = 80;

/**
 * What the check says, which speaks to who edits files as well: each file by its title, each thing, answer and field by
 * what the form calls it. What is gone is told by the name that it had, when that is in one of `files`.
 */
export function toMelding(say: Say, files: readonly Files[], { bestand, plaats, melding }: Finding): string {
  const quoted = [...melding.matchAll(/"([^"\s]+)"/g)].map(([, id = '']) => id);
  const findName = createFindName(files, bestand, [...quoted, plaats.split('.')[0] ?? '']);
  return melding
    .replace(/(?:rules|tables)\/[\w/-]+\.json/g, (named) => {
      return `“${toPartTitle(say, files, { bestand: named, naam: null })}”`;
    })
    .replace(/(?:(\w+) )?"([^"\s]+)"(?:: true)?/g, (all, word: string | undefined, id: string) => {
      const name = findName(id, WORDS[word ?? '']) ?? findFormWord(say, id);
      return name === null ? all : `${word === undefined ? '' : `${word} `}“${shorten(name, NAME)}”`;
    });
}

/** Makes what finds the name of an id. `nearby` are the ids with it: answers to a question among those go first. */
function createFindName(
  files: readonly Files[],
  bestand: string,
  nearby: readonly string[],
): (id: string, kind: Named | undefined) => string | null {
  const tafel = bestand === VRAGEN ? null : findTafel({ bestand, naam: null });
  const tellers = files.map((some) => createChoices(some, tafel));
  const listAnswers = (feit: string) => tellers.flatMap((choices) => choices('antwoorden', { feit }, ''));
  const listKind = (kind: Named) => tellers.flatMap((choices) => choices(kind, {}, ''));
  const feiten = new Set(listKind('feiten').map(({ id }) => id));
  function* listAll(kind: Named | undefined): Generator<readonly Choice[]> {
    if (kind) yield listKind(kind);
    for (const feit of nearby) if (feiten.has(feit)) yield listAnswers(feit);
    for (const one of KINDS) yield listKind(one);
    for (const feit of feiten) yield listAnswers(feit);
  }
  return (id, kind) => {
    for (const choices of listAll(kind)) {
      const found = choices.find((one) => one.id === id);
      if (found) return found.tekst;
    }
    return null;
  };
}

/** What the form calls an operator, a kind of question, or a field; of a field in another one, both. */
function findFormWord(say: Say, id: string): string | null {
  const { keuze } = createFormWords(say);
  if (keuze(id) !== id) return keuze(id);
  const names = id.split('.');
  const words = names.map((naam, number) => {
    const ouders = number === 0 ? OUDERS : [names[number - 1] ?? ''];
    const keys = [...ouders.map((ouder) => `${ouder}_${naam}`), naam];
    return keys.map((key) => findWord(say, (one) => `beheer-velden.${one}`, key)).find(Boolean) ?? null;
  });
  return words.includes(null) ? null : words.join('”, “');
}
