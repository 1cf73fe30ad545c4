import type { Content } from '../model/content.ts';
import type { Gemeente, Plaats } from '../model/gemeente.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Say } from '../texts.ts';
import { type Addresses, type SearchDocument, type SearchPlace, toContactText } from './search-document.ts';

/** What can be found of a table or provision: itself, and each of its criteria. */
export function listTafelDocuments(say: Say, tafel: Overlegtafel, addresses: Addresses): SearchDocument[] {
  const href = addresses.tafel(tafel.id, tafel.soort);
  return [
    {
      soort: 'overlegtafel',
      id: tafel.id,
      titel: tafel.naam,
      href,
      ook: [tafel.korteNaam, ...tafel.ookBekendAls],
      kort: tafel.samenvatting,
      velden: toVelden(say, tafel).filter(({ tekst }) => tekst !== ''),
      contacten: tafel.contacten,
    },
    ...tafel.regels.criteria.map(({ id, tekst, toelichting }) => ({
      soort: 'criterium' as const,
      id,
      titel: tekst,
      href,
      ook: [],
      kort: say('zoeken.criterium', { tafel: tafel.korteNaam, toelichting: toelichting ?? '' }).trim(),
      velden: [],
    })),
  ];
}

function toVelden(say: Say, tafel: Overlegtafel): SearchDocument['velden'] {
  const { deelnemers, aanmelders, kanaal } = tafel;
  return [
    { naam: say('zoeken.veld-doel'), tekst: tafel.doel.tekst },
    { naam: say('zoeken.veld-regie'), tekst: tafel.regie.tekst },
    {
      naam: say('zoeken.veld-deelnemers'),
      tekst: toSentences([...deelnemers.vast, ...deelnemers.naarBehoefte, deelnemers.toelichting ?? '']),
    },
    {
      naam: say('zoeken.veld-aanmelders'),
      tekst: toSentences([aanmelders.tekst, aanmelders.interpretatie ?? '']),
    },
    {
      naam: say('zoeken.veld-instroom'),
      tekst: toSentences([tafel.instroom.tekst, tafel.regels.leeswijzer ?? '']),
    },
    { naam: say('zoeken.veld-kanaal'), tekst: toSentences([kanaal.naam, kanaal.werkwijze]) },
    { naam: say('zoeken.veld-contact'), tekst: toContactText(tafel.contacten) },
    { naam: say('zoeken.veld-termijn'), tekst: tafel.termijn?.tekst ?? '' },
    { naam: say('zoeken.veld-frequentie'), tekst: tafel.frequentie?.tekst ?? '' },
    {
      naam: say('zoeken.veld-werkwijze'),
      tekst: toSentences([...tafel.werkwijze, ...tafel.verdieping].map(({ tekst }) => tekst)),
    },
    { naam: say('zoeken.veld-uitstroom'), tekst: tafel.uitstroom?.tekst ?? '' },
    { naam: say('zoeken.veld-clientondersteuning'), tekst: tafel.clientondersteuning.tekst },
    { naam: say('zoeken.veld-status'), tekst: tafel.status ?? '' },
  ];
}

/** Joins texts so that each ends as a sentence. */
function toSentences(teksten: readonly string[]): string {
  return teksten
    .filter((tekst) => tekst !== '')
    .map((tekst) => (/[.?!]$/.test(tekst) ? tekst : `${tekst}.`))
    .join(' ');
}

/** The places by which a gemeente is found: its own name and those that lie in it, each with what to know of it. */
export function listPlaatsen(say: Say, content: Content, { id, naam }: Gemeente): SearchPlace[] {
  const own = content.plaatsen.filter(({ gemeente }) => gemeente === id);
  return [
    ...(own.some((plaats) => plaats.naam === naam) ? [] : [{ naam, uitleg: '' }]),
    ...own.map((plaats) => ({
      naam: plaats.naam,
      uitleg: [
        ...(plaats.naam === naam ? [] : [toBelongs(say, content, plaats, naam)]),
        ...listTraps(say, content, plaats),
      ].join(' '),
    })),
  ];
}

function toBelongs(say: Say, { bronnen }: Content, { naam, soort, bron }: Plaats, gemeente: string): string {
  const jaar = bronnen.find(({ id }) => id === bron.document)?.jaar;
  return soort === 'kern' && jaar
    ? say('zoeken.plaats-kern', { plaats: naam, gemeente, jaar })
    : say('zoeken.plaats', { plaats: naam, gemeente });
}

/** Where one may go wrong: the name stands for a place of another gemeente as well. */
function listTraps(say: Say, { plaatsen, gemeenten }: Content, { naam, gemeente, buitenTwente }: Plaats) {
  const others = plaatsen
    .filter((other) => other.naam === naam && other.gemeente !== gemeente)
    .map((other) => gemeenten.find(({ id }) => id === other.gemeente)?.naam ?? other.gemeente);
  return [
    ...others.map((andere) => say('zoeken.plaats-ook', { plaats: naam, andere })),
    ...buitenTwente.map((andere) => say('zoeken.plaats-buiten', { plaats: naam, andere })),
  ];
}
