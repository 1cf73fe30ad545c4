import type { Content } from '../model/content.ts';
import type { Gemeente } from '../model/gemeente.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { ROL } from '../model/routing-facts.ts';
import type { Ontbrekend } from './find-ontbrekende-delen.ts';

/** To whom the mail goes: addresses from the content only, and what is missing to send it. */
export interface Ontvanger {
  readonly naam: string;
  readonly aan: readonly string[];
  readonly cc: readonly string[];
  readonly ontbreekt: readonly Ontbrekend[];
}

/** Roles whose mail arrives at the local entrance of the gemeente. */
const BIJ_GEMEENTE = ['wijkcoach', 'procesmanager'];

/** Finds the recipient at the table itself, with in cc whom to consult always. */
export function findOntvangerTafel(
  content: Content,
  tafel: Overlegtafel,
  overlegMet: readonly string[],
  gemeente: Gemeente | undefined,
): Ontvanger {
  const { kanaal } = tafel;
  const perMail = kanaal.soort === 'e-mail' || kanaal.soort === 'sharefile';
  const mede = overlegMet.map((rol) => findBijGemeente(content, rol, gemeente));
  return {
    naam: tafel.soort === 'voorziening' ? toWerkgebied(content, tafel, gemeente) : kanaal.naam,
    aan: perMail && kanaal.adres !== null ? [kanaal.adres] : [],
    cc: mede.flatMap(({ aan }) => aan),
    ontbreekt: [
      ...(kanaal.adres === null && kanaal.alsOnbekend !== null
        ? [{ onderdeel: 'adres', tekst: kanaal.alsOnbekend }]
        : []),
      ...mede
        .filter(({ aan }) => aan.length === 0)
        .map(({ naam }) => ({
          onderdeel: 'cc',
          tekst: `Zet ${naam} in cc. Het e-mailadres is niet bekend: vraag het op bij de gemeente.`,
        })),
    ],
  };
}

/** Finds the recipient who is asked to refer, because the user may not. */
export function findOntvangerVia(content: Content, via: string, gemeente: Gemeente | undefined): Ontvanger {
  const { naam, aan } = findBijGemeente(content, via, gemeente);
  const waar = gemeente ? `de gemeente ${gemeente.naam}` : 'de gemeente waar de persoon woont';
  const vraagWaar = BIJ_GEMEENTE.includes(via)
    ? `Bel het algemene nummer van ${waar} en vraag ernaar.`
    : 'Vraag het aan de persoon zelf, of aan wie betrokken is.';
  return {
    naam,
    aan,
    cc: [],
    ontbreekt:
      aan.length > 0
        ? []
        : [{ onderdeel: 'adres', tekst: `Het e-mailadres van ${naam} is niet bekend. ${vraagWaar}` }],
  };
}

function findBijGemeente(
  content: Content,
  rol: string,
  gemeente: Gemeente | undefined,
): { naam: string; aan: string[] } {
  if (!BIJ_GEMEENTE.includes(rol)) return { naam: `de ${toRolNaam(content, rol)} van de persoon`, aan: [] };
  const adressen = (gemeente?.lokaleIngang.contacten ?? []).filter(({ soort }) => soort === 'e-mail');
  return {
    naam: `de ${toRolNaam(content, rol)} van ${gemeente ? `gemeente ${gemeente.naam}` : 'de gemeente waar de persoon woont'}`,
    aan: adressen.flatMap(({ waarde }) => (waarde === null ? [] : [waarde])),
  };
}

/** The name of a role in a running sentence. */
export function toRolNaam(content: Content, rol: string): string {
  const optie = content.vragen.find(({ feit }) => feit === ROL)?.opties.find(({ id }) => id === rol);
  return optie?.kort ?? optie?.tekst ?? rol;
}

function toWerkgebied(content: Content, tafel: Overlegtafel, gemeente: Gemeente | undefined): string {
  const organisatie = content.organisaties.find(({ id }) => id === gemeente?.ggzWerkgebied.organisatie);
  return organisatie
    ? `${tafel.korteNaam} van ${organisatie.naam}, met de teammanager in cc`
    : tafel.kanaal.naam;
}
