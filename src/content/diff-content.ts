import type { Antwoorden } from '../domain/model/antwoorden.ts';
import {
  compareInhoud,
  type InhoudVerschil,
  type TafelVerschil,
  type Verschil,
  type Wijziging,
} from './compare-content.ts';
import type { AntwoordGroep, OordeelVerschil } from './compare-oordelen.ts';
import { readHuidig, readRevisie } from './read-version.ts';

/**
 * Tells what the content below `root` does otherwise than at a revision of git.
 * @throws VersieFout when one of the two cannot be read.
 */
export function diffContent(root: string, revisie: string): string {
  const [oud, nieuw] = [readRevisie(root, revisie), readHuidig(root)];
  const naamVan = (tafel: string) => {
    const naam = (nieuw.tafels.get(tafel) ?? oud.tafels.get(tafel))?.gegevens.korteNaam;
    return typeof naam === 'string' ? naam : tafel;
  };
  const verslag = toDiffVerslag(compareInhoud(oud, nieuw), naamVan);
  return `De inhoud van nu, vergeleken met ${revisie}:\n\n${verslag}`;
}

/** Of a longer text only the beginning is shown, in characters. */
const LANG = 80;

/** What a change of content does, in words; `naamVan` gives the name of a table. */
export function toDiffVerslag(
  { tafels, vragen, overig }: InhoudVerschil,
  naamVan: (tafel: string) => string,
): string {
  const delen = [
    ...toErbijWeg('Tafels', tafels, naamVan),
    ...tafels.anders.map((tafel) => toBlok(naamVan(tafel.id), toTafelRegels(tafel, naamVan(tafel.id)))),
    ...toErbijWeg('Vragen', vragen),
    ...(vragen.anderVolgorde ? ['Vragen\n  De volgorde van vragen is anders.'] : []),
    ...vragen.anders.map((vraag) => toBlok(`Vraag ${vraag.id}`, toRegels(vraag))),
    ...toErbijWeg('Bestanden', overig),
    ...overig.anders.map((bestand) => toBlok(bestand.id, toRegels(bestand))),
  ];
  return delen.length > 0 ? delen.join('\n\n') : 'Er is geen verschil in de inhoud.';
}

function toTafelRegels({ oordelen, ...verschil }: TafelVerschil, naam: string): string[] {
  return [...(oordelen === null ? [] : toOordeelRegels(oordelen, naam)), ...toRegels(verschil)];
}

function toOordeelRegels(oordelen: OordeelVerschil | 'teVeel', naam: string): string[] {
  if (oordelen === 'teVeel')
    return [
      'De regel is anders. Er zijn te veel antwoordsets om te tellen welke de tafel winnen of verliezen.',
    ];
  const { totaal, wint, verliest, anders } = oordelen;
  return [
    `${toAantal(wint)} ${wint.aantal === 1 ? 'wint' : 'winnen'} ${naam}, ${verliest.aantal} ${verliest.aantal === 1 ? 'verliest' : 'verliezen'} hem, van ${totaal}.`,
    ...toVoorbeeld('wint', wint),
    ...toVoorbeeld('verliest', verliest),
    ...(anders.aantal > 0
      ? [
          `${toAantal(anders)} ${anders.aantal === 1 ? 'gaat' : 'gaan'} van "past niet" naar "nog onbekend" of terug.`,
          ...toVoorbeeld('zo verandert', anders),
        ]
      : []),
  ];
}

function toAantal({ aantal }: AntwoordGroep): string {
  return `${aantal} ${aantal === 1 ? 'antwoordset' : 'antwoordsets'}`;
}

function toVoorbeeld(wat: string, { voorbeeld }: AntwoordGroep): string[] {
  return voorbeeld === null ? [] : [`  Kleinste voorbeeld dat ${wat}: ${toAntwoordTekst(voorbeeld)}.`];
}

function toAntwoordTekst(antwoorden: Antwoorden): string {
  const delen = Object.entries(antwoorden).map(
    ([feit, antwoord]) => `${feit} = ${[antwoord].flat().join(' + ')}`,
  );
  return delen.length > 0 ? delen.join(', ') : 'niets beantwoord';
}

function toRegels({ betekenis, tekst }: Verschil): string[] {
  return [
    ...betekenis.map(toWijzigingRegel),
    ...(tekst.length > 0 ? [`Alleen tekst of bron: ${tekst.join(', ')}.`] : []),
  ];
}

function toWijzigingRegel({ plaats, van, to: naar }: Wijziging): string {
  const begin = plaats === '' ? 'De volgorde' : plaats;
  if (isWoorden(van) && isWoorden(naar)) {
    const erbij = naar.filter((woord) => !van.includes(woord));
    const weg = van.filter((woord) => !naar.includes(woord));
    if (erbij.length + weg.length === 0) return `${begin}: andere volgorde.`;
    const delen = [
      ...(erbij.length ? [`erbij ${erbij.join(', ')}`] : []),
      ...(weg.length ? [`weg ${weg.join(', ')}`] : []),
    ];
    return `${begin}: ${delen.join('; ')}.`;
  }
  if (van === undefined) return `${begin}: nieuw${toWaarde(naar)}.`;
  if (naar === undefined) return `${begin}: weg${toWaarde(van)}.`;
  return `${begin}: was${toWaarde(van) || ' anders'}, is nu${toWaarde(naar) || ' anders'}.`;
}

function isWoorden(waarde: unknown): waarde is string[] {
  return Array.isArray(waarde) && waarde.every((deel) => typeof deel === 'string');
}

/** A value as it is shown; what is larger than a value is not. */
function toWaarde(waarde: unknown): string {
  if (typeof waarde === 'string') return ` "${waarde.length > LANG ? `${waarde.slice(0, LANG)}…` : waarde}"`;
  return typeof waarde === 'object' && waarde !== null ? '' : ` ${waarde === null ? 'leeg' : String(waarde)}`;
}

function toErbijWeg(
  kop: string,
  { erbij, weg }: { readonly erbij: readonly string[]; readonly weg: readonly string[] },
  naamVan = (id: string) => id,
): string[] {
  const regels = [
    ...(erbij.length > 0 ? [`Erbij: ${erbij.map(naamVan).join(', ')}.`] : []),
    ...(weg.length > 0 ? [`Weg: ${weg.map(naamVan).join(', ')}.`] : []),
  ];
  return regels.length > 0 ? [toBlok(kop, regels)] : [];
}

function toBlok(kop: string, regels: readonly string[]): string {
  return [kop, ...regels.map((regel) => `  ${regel}`)].join('\n');
}
