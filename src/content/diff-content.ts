import type { Antwoorden } from '../domain/model/antwoorden.ts';
import {
  type Change,
  type ContentDifference,
  compareContent,
  type Difference,
  type TafelDifference,
} from './compare-content.ts';
import type { AntwoordGroup, OordeelDifference } from './compare-oordelen.ts';
import { readCurrent, readRevision } from './read-version.ts';

/**
 * Tells what the content below `root` does otherwise than at a revision of git.
 * @throws VersionFault when one of the two cannot be read.
 */
export function diffContent(root: string, revision: string): string {
  const [old, fresh] = [readRevision(root, revision), readCurrent(root)];
  const nameOf = (tafel: string) => {
    const naam = (fresh.tafels.get(tafel) ?? old.tafels.get(tafel))?.gegevens.korteNaam;
    return typeof naam === 'string' ? naam : tafel;
  };
  const report = toDiffReport(compareContent(old, fresh), nameOf);
  return `De inhoud van nu, vergeleken met ${revision}:\n\n${report}`;
}

/** Of a longer text only the beginning is shown, in characters. */
const LONG = 80;

/** What a change of content does, in words; `naamVan` gives the name of a table. */
export function toDiffReport(
  { tafels, vragen, rest }: ContentDifference,
  nameOf: (tafel: string) => string,
): string {
  const parts = [
    ...toAddedWay('Tafels', tafels, nameOf),
    ...tafels.anders.map((tafel) => toBlock(nameOf(tafel.id), toTafelRegels(tafel, nameOf(tafel.id)))),
    ...toAddedWay('Vragen', vragen),
    ...(vragen.otherOrder ? ['Vragen\n  De volgorde van vragen is anders.'] : []),
    ...vragen.anders.map((vraag) => toBlock(`Vraag ${vraag.id}`, toRegels(vraag))),
    ...toAddedWay('Bestanden', rest),
    ...rest.anders.map((bestand) => toBlock(bestand.id, toRegels(bestand))),
  ];
  return parts.length > 0 ? parts.join('\n\n') : 'Er is geen verschil in de inhoud.';
}

function toTafelRegels({ oordelen, ...difference }: TafelDifference, naam: string): string[] {
  return [...(oordelen === null ? [] : toOordeelRegels(oordelen, naam)), ...toRegels(difference)];
}

function toOordeelRegels(oordelen: OordeelDifference | 'teVeel', naam: string): string[] {
  if (oordelen === 'teVeel')
    return [
      'De regel is anders. Er zijn te veel antwoordsets om te tellen welke de tafel winnen of verliezen.',
    ];
  const { totaal, wint, verliest, anders } = oordelen;
  return [
    `${toCount(wint)} ${wint.aantal === 1 ? 'wint' : 'winnen'} ${naam}, ${verliest.aantal} ${verliest.aantal === 1 ? 'verliest' : 'verliezen'} hem, van ${totaal}.`,
    ...toVoorbeeld('wint', wint),
    ...toVoorbeeld('verliest', verliest),
    ...(anders.aantal > 0
      ? [
          `${toCount(anders)} ${anders.aantal === 1 ? 'gaat' : 'gaan'} van "past niet" naar "nog onbekend" of terug.`,
          ...toVoorbeeld('zo verandert', anders),
        ]
      : []),
  ];
}

function toCount({ aantal }: AntwoordGroup): string {
  return `${aantal} ${aantal === 1 ? 'antwoordset' : 'antwoordsets'}`;
}

function toVoorbeeld(what: string, { voorbeeld }: AntwoordGroup): string[] {
  return voorbeeld === null ? [] : [`  Kleinste voorbeeld dat ${what}: ${toAntwoordText(voorbeeld)}.`];
}

function toAntwoordText(antwoorden: Antwoorden): string {
  const parts = Object.entries(antwoorden).map(
    ([feit, antwoord]) => `${feit} = ${[antwoord].flat().join(' + ')}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'niets beantwoord';
}

function toRegels({ meaning, tekst }: Difference): string[] {
  return [
    ...meaning.map(toChangeRegel),
    ...(tekst.length > 0 ? [`Alleen tekst of bron: ${tekst.join(', ')}.`] : []),
  ];
}

function toChangeRegel({ plaats, van, to }: Change): string {
  const begin = plaats === '' ? 'De volgorde' : plaats;
  if (isWords(van) && isWords(to)) {
    const added = to.filter((woord) => !van.includes(woord));
    const removed = van.filter((woord) => !to.includes(woord));
    if (added.length + removed.length === 0) return `${begin}: andere volgorde.`;
    const parts = [
      ...(added.length ? [`erbij ${added.join(', ')}`] : []),
      ...(removed.length ? [`weg ${removed.join(', ')}`] : []),
    ];
    return `${begin}: ${parts.join('; ')}.`;
  }
  if (van === undefined) return `${begin}: nieuw${toValue(to)}.`;
  if (to === undefined) return `${begin}: weg${toValue(van)}.`;
  return `${begin}: was${toValue(van) || ' anders'}, is nu${toValue(to) || ' anders'}.`;
}

function isWords(waarde: unknown): waarde is string[] {
  return Array.isArray(waarde) && waarde.every((deel) => typeof deel === 'string');
}

/** A value as it is shown; what is larger than a value is not. */
function toValue(waarde: unknown): string {
  if (typeof waarde === 'string') return ` "${waarde.length > LONG ? `${waarde.slice(0, LONG)}…` : waarde}"`;
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
