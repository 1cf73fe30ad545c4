import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Adressen, ZoekDocument } from './search-document.ts';
import { toContactTekst } from './to-contact-text.ts';

/** What can be found of a table or provision: itself, and each of its criteria. */
export function listTafelDocuments(tafel: Overlegtafel, adressen: Adressen): ZoekDocument[] {
  const href = adressen.tafel(tafel.id, tafel.soort);
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

function toVelden(tafel: Overlegtafel): ZoekDocument['velden'] {
  const { deelnemers, aanmelders, kanaal } = tafel;
  return [
    { naam: 'doel', tekst: tafel.doel.tekst },
    { naam: 'regie', tekst: tafel.regie.tekst },
    {
      naam: 'wie er zit',
      tekst: toZinnen([...deelnemers.vast, ...deelnemers.naarBehoefte, deelnemers.toelichting ?? '']),
    },
    { naam: 'wie mag aanmelden', tekst: toZinnen([aanmelders.tekst, aanmelders.interpretatie ?? '']) },
    { naam: 'instroom', tekst: toZinnen([tafel.instroom.tekst, tafel.regels.leeswijzer ?? '']) },
    { naam: 'hoe u aanmeldt', tekst: toZinnen([kanaal.naam, kanaal.werkwijze]) },
    { naam: 'contact', tekst: toContactTekst(tafel.contacten) },
    { naam: 'termijn', tekst: tafel.termijn?.tekst ?? '' },
    { naam: 'hoe vaak', tekst: tafel.frequentie?.tekst ?? '' },
    { naam: 'werkwijze', tekst: toZinnen(tafel.werkwijze.map(({ tekst }) => tekst)) },
    { naam: 'uitstroom', tekst: tafel.uitstroom?.tekst ?? '' },
    { naam: 'cliëntondersteuning', tekst: tafel.clientondersteuning.tekst },
    { naam: 'status', tekst: tafel.status ?? '' },
  ];
}

/** Joins texts so that each ends as a sentence. */
function toZinnen(teksten: readonly string[]): string {
  return teksten
    .filter((tekst) => tekst !== '')
    .map((tekst) => (/[.?!]$/.test(tekst) ? tekst : `${tekst}.`))
    .join(' ');
}
