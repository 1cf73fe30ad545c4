import { isCurrent, toNumberText } from '../model/contact.ts';
import type { Content } from '../model/content.ts';
import { type Gemeente, listGemeenteContacten } from '../model/gemeente.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import { toRolName } from '../model/rol.ts';
import type { Say } from '../texts.ts';
import type { Missing } from './needed-fields.ts';

/** To whom the mail goes: addresses from the content only, and what is missing to send it. */
export interface Ontvanger {
  readonly naam: string;
  readonly aan: readonly string[];
  readonly cc: readonly string[];
  /** Who must be in cc, known address or not. */
  readonly ccNamen: readonly string[];
  readonly ontbreekt: readonly Missing[];
}

/** Roles whose mail arrives at the local entrance of the gemeente. */
const AT_GEMEENTE = ['wijkcoach', 'procesmanager'];

/** Finds the recipient at the table itself, with in cc whom to consult always. */
export function findOntvangerTafel(
  say: Say,
  content: Content,
  tafel: Overlegtafel,
  overlegMet: readonly string[],
  gemeente: Gemeente | undefined,
  voortzetting: boolean,
): Ontvanger {
  const { kanaal } = tafel;
  const perMail = kanaal.soort === 'e-mail' || kanaal.soort === 'sharefile';
  const mede = [
    ...overlegMet.map((rol) => {
      const { naam, aan } = findAtGemeente(say, content, rol, gemeente);
      return {
        naam,
        aan,
        alsOnbekend: say('ontvanger.cc-onbekend', { naam }),
      };
    }),
    ...(kanaal.cc === null
      ? []
      : [
          {
            naam: toAtWerkgebied(say, content, tafel, kanaal.cc.naam, gemeente),
            aan: kanaal.cc.adres === null ? [] : [kanaal.cc.adres],
            alsOnbekend: kanaal.cc.alsOnbekend,
          },
        ]),
  ];
  const naam = (voortzetting ? kanaal.ontvangerVoortzetting : null) ?? kanaal.ontvanger;
  return {
    naam: toAtWerkgebied(say, content, tafel, naam, gemeente),
    aan: perMail && kanaal.adres !== null ? [kanaal.adres] : [],
    cc: mede.flatMap(({ aan }) => aan),
    ccNamen: mede.map((other) => other.naam),
    ontbreekt: [
      ...findWerkgebiedOnbekend(say, content, tafel, gemeente),
      ...(kanaal.adres === null && kanaal.alsOnbekend !== null
        ? [{ onderdeel: 'adres', tekst: kanaal.alsOnbekend }]
        : []),
      ...mede
        .filter(({ aan }) => aan.length === 0)
        .map(({ alsOnbekend }) => ({ onderdeel: 'cc', tekst: alsOnbekend })),
    ],
  };
}

/** Finds the recipient who is asked to refer, by e-mail or telephone, because the user may not. */
export function findOntvangerVia(
  say: Say,
  content: Content,
  via: string,
  gemeente: Gemeente | undefined,
  call: boolean,
): Ontvanger {
  const { naam, aan } = findAtGemeente(say, content, via, gemeente);
  const vraag = AT_GEMEENTE.includes(via) ? toQuestion(say, gemeente) : say('ontvanger.vraag-persoon');
  return {
    naam,
    aan: call ? [] : aan,
    cc: [],
    ccNamen: [],
    ontbreekt:
      !call && aan.length > 0
        ? []
        : [
            {
              onderdeel: 'adres',
              tekst: say(call ? 'ontvanger.geen-telefoon' : 'ontvanger.geen-e-mail', { naam, vraag }),
            },
          ],
  };
}

/** Whom at the gemeente to ask for an address, with the number where that is certain. */
function toQuestion(say: Say, gemeente: Gemeente | undefined): string {
  const waar = gemeente
    ? say('ontvanger.gemeente', { gemeente: gemeente.naam })
    : say('ontvanger.gemeente-onbekend');
  const [phone] = gemeente
    ? listGemeenteContacten(gemeente)
        .filter(({ soort }) => soort === 'telefoon')
        .filter(isCurrent)
    : [];
  return phone
    ? say('ontvanger.bel-nummer', { gemeente: waar, nummer: toNumberText(phone.waarde) })
    : say('ontvanger.bel-gemeente', { gemeente: waar });
}

function findAtGemeente(
  say: Say,
  content: Content,
  rol: string,
  gemeente: Gemeente | undefined,
): { naam: string; aan: string[] } {
  const naam = toRolName(content, rol);
  if (!AT_GEMEENTE.includes(rol)) return { naam: say('ontvanger.van-persoon', { rol: naam }), aan: [] };
  // An address of an old list may be someone else's by now.
  const addresses = (gemeente?.lokaleIngang.contacten ?? [])
    .filter(({ soort }) => soort === 'e-mail')
    .filter(isCurrent);
  return {
    naam: gemeente
      ? say('ontvanger.van-gemeente', { rol: naam, gemeente: gemeente.naam })
      : say('ontvanger.van-gemeente-onbekend', { rol: naam }),
    aan: addresses.map(({ waarde }) => waarde),
  };
}

/** A voorziening belongs to the ggz-aanbieder of the gemeente; where that is not known, it is one of all. */
function toAtWerkgebied(
  say: Say,
  content: Content,
  { soort }: Overlegtafel,
  naam: string,
  gemeente: Gemeente | undefined,
): string {
  if (soort !== 'voorziening') return naam;
  return say('ontvanger.van-aanbieder', { naam, aanbieders: toAanbieders(say, content, gemeente) });
}

function toAanbieders(
  say: Say,
  { organisaties, gemeenten }: Content,
  gemeente: Gemeente | undefined,
): string {
  const own = gemeente?.ggzWerkgebied.organisatie ?? null;
  const ids = own === null ? gemeenten.map(({ ggzWerkgebied }) => ggzWerkgebied.organisatie) : [own];
  const names = organisaties.filter(({ id }) => ids.includes(id)).map((organisatie) => organisatie.naam);
  return names.join(say('ontvanger.of'));
}

/** Which ggz-aanbieder it is must be found out first, where the gemeente does not tell. */
function findWerkgebiedOnbekend(
  say: Say,
  content: Content,
  { soort }: Overlegtafel,
  gemeente: Gemeente | undefined,
): Missing[] {
  if (soort !== 'voorziening' || gemeente?.ggzWerkgebied.organisatie) return [];
  const aanbieders = toAanbieders(say, content, gemeente);
  return [{ onderdeel: 'ontvanger', tekst: say('ontvanger.werkgebied-onbekend', { aanbieders }) }];
}
