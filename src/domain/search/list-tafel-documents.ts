import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Addresses, SearchDocument } from './search-document.ts';
import { toContactText } from './to-contact-text.ts';

/** What can be found of a table or provision: itself, and each of its criteria. */
export function listTafelDocuments(tafel: Overlegtafel, addresses: Addresses): SearchDocument[] {
  const href = addresses.tafel(tafel.id, tafel.soort);
  return [
    {
      soort: 'overlegtafel',
      id: tafel.id,
      titel: tafel.naam,
      href,
      ook: [tafel.korteNaam, ...tafel.ookBekendAls],
      kort: tafel.samenvatting,
      velden: toVelden(tafel).filter(({ tekst }) => tekst !== ''),
    },
    ...tafel.regels.criteria.map(({ id, tekst, toelichting }) => ({
      soort: 'criterium' as const,
      id,
      titel: tekst,
      href,
      ook: [],
      kort: `Criterium van ${tafel.korteNaam}. ${toelichting ?? ''}`.trim(),
      velden: [],
    })),
  ];
}

function toVelden(tafel: Overlegtafel): SearchDocument['velden'] {
  const { deelnemers, aanmelders, kanaal } = tafel;
  return [
    { naam: 'doel', tekst: tafel.doel.tekst },
    { naam: 'regie', tekst: tafel.regie.tekst },
    {
      naam: 'wie er zit',
      tekst: toSentences([...deelnemers.vast, ...deelnemers.naarBehoefte, deelnemers.toelichting ?? '']),
    },
    { naam: 'wie mag aanmelden', tekst: toSentences([aanmelders.tekst, aanmelders.interpretatie ?? '']) },
    { naam: 'instroom', tekst: toSentences([tafel.instroom.tekst, tafel.regels.leeswijzer ?? '']) },
    { naam: 'hoe u aanmeldt', tekst: toSentences([kanaal.naam, kanaal.werkwijze]) },
    { naam: 'contact', tekst: toContactText(tafel.contacten) },
    { naam: 'termijn', tekst: tafel.termijn?.tekst ?? '' },
    { naam: 'hoe vaak', tekst: tafel.frequentie?.tekst ?? '' },
    { naam: 'werkwijze', tekst: toSentences(tafel.werkwijze.map(({ tekst }) => tekst)) },
    { naam: 'uitstroom', tekst: tafel.uitstroom?.tekst ?? '' },
    { naam: 'cliëntondersteuning', tekst: tafel.clientondersteuning.tekst },
    { naam: 'status', tekst: tafel.status ?? '' },
  ];
}

/** Joins texts so that each ends as a sentence. */
function toSentences(teksten: readonly string[]): string {
  return teksten
    .filter((tekst) => tekst !== '')
    .map((tekst) => (/[.?!]$/.test(tekst) ? tekst : `${tekst}.`))
    .join(' ');
}
