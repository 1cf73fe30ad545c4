import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { describeCase } from '../domain/proof/proof-words.ts';
import { shorten } from '../domain/sentence.ts';
import { type Change, type ContentDifference, compareContent, type Difference } from './compare-content.ts';
import { describeAdvies, describeTafel, describeVraag, type ShiftWords } from './describe-shifts.ts';
import { type ComparedContent, readCurrent, readRevision } from './read-version.ts';

/** Gives the address where a case can be opened; null when there is none. */
type Link = (antwoorden: Antwoorden) => string | null;

/**
 * Tells what the content below `root` does otherwise than at a revision of git.
 * @throws VersionFault when one of the two cannot be read.
 */
export function diffContent(root: string, revision: string, link: Link = () => null): string {
  const [old, fresh] = [readRevision(root, revision), readCurrent(root)];
  const report = toDiffReport(compareContent(old, fresh), toWords(old, fresh, link));
  return `De inhoud van nu, vergeleken met ${revision}:\n\n${report}`;
}

/** The words of two versions; those of the newer one first. */
export function toWords(old: ComparedContent, fresh: ComparedContent, link: Link = () => null): ShiftWords {
  const known = new Set(fresh.vragen.map(({ feit }) => feit));
  const vragen = [...fresh.vragen, ...old.vragen.filter(({ feit }) => !known.has(feit))];
  const boom = fresh.rest.get('tables/beslisboom.json') as
    | { uitkomsten?: Record<string, { naam?: string }> }
    | undefined;
  return {
    tafel(id) {
      const naam = (fresh.tafels.get(id) ?? old.tafels.get(id))?.gegevens.korteNaam;
      return typeof naam === 'string' ? naam : id;
    },
    uitkomst: (id) => boom?.uitkomsten?.[id]?.naam ?? id,
    vraag(feit) {
      const tekst = vragen.find((vraag) => vraag.feit === feit)?.vraag;
      return typeof tekst === 'string' ? tekst : feit;
    },
    voorbeeld: (antwoorden) => describeCase(vragen, antwoorden),
    link,
  };
}

/** Of a longer text only the beginning is shown, in characters. */
const LONG = 80;

/** What a change of content does, in words. */
export function toDiffReport(difference: ContentDifference, words: ShiftWords): string {
  const { advies, tafels, vragen, rest } = difference;
  const gevolgen = describeAdvies(advies, words);
  const parts = [
    ...(gevolgen.length > 0 ? [toBlock('Het advies', gevolgen)] : []),
    ...toAddedWay('Tafels', tafels, words.tafel),
    ...listBlocks(
      tafels.anders,
      advies.shifts.map(({ tafel }) => tafel),
    ).map(([id, changes]) => toBlock(words.tafel(id), [...describeTafel(advies, id, words), ...changes])),
    ...toAddedWay('Vragen', vragen),
    ...(vragen.otherOrder ? ['Vragen\n  De volgorde van vragen is anders.'] : []),
    ...listBlocks(
      vragen.anders,
      advies.shifts.map(({ feit }) => feit),
    ).map(([feit, changes]) => toBlock(`Vraag ${feit}`, [...describeVraag(advies, feit, words), ...changes])),
    ...toAddedWay('Bestanden', rest),
    ...rest.anders.map((bestand) => toBlock(bestand.id, toRegels(bestand))),
  ];
  return parts.length > 0 ? parts.join('\n\n') : 'Er is geen verschil in de inhoud.';
}

/** What changed, by id; also where nothing of itself changed but the advice about it did. */
function listBlocks(
  differences: readonly Difference[],
  shifted: readonly (string | null)[],
): (readonly [id: string, regels: string[]])[] {
  const blocks = new Map(differences.map((difference) => [difference.id, toRegels(difference)]));
  for (const id of shifted) if (id !== null && !blocks.has(id)) blocks.set(id, []);
  return [...blocks];
}

function toRegels({ meaning, tekst }: Difference): string[] {
  return [
    ...meaning.map(toChangeRegel),
    ...(tekst.length > 0 ? [`Alleen tekst of bron: ${tekst.join(', ')}.`] : []),
  ];
}

function toChangeRegel({ plaats, van, naar }: Change): string {
  const begin = plaats === '' ? 'De volgorde' : plaats;
  if (isWords(van) && isWords(naar)) {
    const added = naar.filter((woord) => !van.includes(woord));
    const removed = van.filter((woord) => !naar.includes(woord));
    if (added.length + removed.length === 0) return `${begin}: andere volgorde.`;
    const parts = [
      ...(added.length ? [`erbij ${added.join(', ')}`] : []),
      ...(removed.length ? [`weg ${removed.join(', ')}`] : []),
    ];
    return `${begin}: ${parts.join('; ')}.`;
  }
  if (van === undefined) return `${begin}: nieuw${toValue(naar)}.`;
  if (naar === undefined) return `${begin}: weg${toValue(van)}.`;
  return `${begin}: was${toValue(van) || ' anders'}, is nu${toValue(naar) || ' anders'}.`;
}

function isWords(waarde: unknown): waarde is string[] {
  return Array.isArray(waarde) && waarde.every((deel) => typeof deel === 'string');
}

/** A value as it is shown; what is larger than a value is not. */
function toValue(waarde: unknown): string {
  if (typeof waarde === 'string') return ` "${shorten(waarde, LONG)}"`;
  return typeof waarde === 'object' && waarde !== null ? '' : ` ${waarde === null ? 'leeg' : String(waarde)}`;
}

function toAddedWay(
  kop: string,
  { erbij, weg }: { readonly erbij: readonly string[]; readonly weg: readonly string[] },
  nameOf = (id: string) => id,
): string[] {
  const regels = [
    ...(erbij.length > 0 ? [`Erbij: ${erbij.map(nameOf).join(', ')}.`] : []),
    ...(weg.length > 0 ? [`Weg: ${weg.map(nameOf).join(', ')}.`] : []),
  ];
  return regels.length > 0 ? [toBlock(kop, regels)] : [];
}

function toBlock(kop: string, regels: readonly string[]): string {
  return [kop, ...regels.map((regel) => `  ${regel}`)].join('\n');
}
