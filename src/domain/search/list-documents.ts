import type { Content } from '../model/content.ts';
import type { ZoekSoort } from '../model/search-result.ts';
import { listTafelDocuments } from './list-tafel-documents.ts';
import type { Adressen, ZoekDocument, ZoekPagina } from './search-document.ts';
import { toContactTekst } from './to-contact-text.ts';

/** Kinds of which each has a page of its own, so that the page need not be found a second time. */
const EIGEN_PAGINA: ReadonlySet<ZoekSoort> = new Set(['overlegtafel', 'gemeente', 'organisatie']);

/** Everything that can be found: what the content holds, and the pages that are about none of it. */
export function listDocuments(
  content: Content,
  adressen: Adressen,
  paginas: readonly ZoekPagina[],
): ZoekDocument[] {
  const documenten = [
    ...content.tafels.flatMap((tafel) => listTafelDocuments(tafel, adressen)),
    ...listNoodnummers(content, adressen),
    ...listGemeenten(content, adressen),
    ...listOrganisaties(content, adressen),
    ...listClientondersteuning(content, adressen),
    ...listRollen(content, adressen),
    ...listWoorden(content, adressen),
  ];
  const bekend = new Set(documenten.filter(({ soort }) => EIGEN_PAGINA.has(soort)).map(({ href }) => href));
  return [
    ...documenten,
    toLokaleStap(content, adressen),
    ...paginas.filter(({ pad }) => !bekend.has(pad)).map(toPagina),
  ];
}

function listNoodnummers({ noodnummers }: Content, adressen: Adressen): ZoekDocument[] {
  return noodnummers.map(({ id, naam, nummer, kies, alternatief, wanneer, bereikbaar }) => ({
    soort: 'noodnummer',
    id,
    titel: nummer === null ? naam : `${naam}: ${nummer}`,
    href: adressen.noodnummer(id),
    ook: [],
    kort: wanneer,
    velden: [
      {
        naam: 'nummer',
        tekst: [kies, alternatief?.nummer, alternatief?.kies]
          .filter((deel) => deel && deel !== nummer)
          .join(' '),
      },
      { naam: 'wanneer te bereiken', tekst: bereikbaar ?? '' },
    ],
  }));
}

function listGemeenten({ gemeenten, organisaties }: Content, adressen: Adressen): ZoekDocument[] {
  return gemeenten.map(({ id, naam, cbsCode, lokaleIngang, ggzWerkgebied, opmerkingen }) => {
    const ggz = organisaties.find((organisatie) => organisatie.id === ggzWerkgebied.organisatie)?.naam;
    return {
      soort: 'gemeente',
      id,
      titel: `Gemeente ${naam}`,
      href: adressen.gemeente(id),
      ook: [],
      kort: lokaleIngang.tekst,
      velden: [
        { naam: 'gemeentecode', tekst: cbsCode },
        { naam: 'ggz-aanbieder', tekst: ggz ?? ggzWerkgebied.alsOnbekend ?? '' },
        { naam: 'contact', tekst: toContactTekst(lokaleIngang.contacten) },
        { naam: 'goed om te weten', tekst: opmerkingen.map(({ tekst }) => tekst).join(' ') },
      ],
    };
  });
}

function listOrganisaties({ organisaties }: Content, adressen: Adressen): ZoekDocument[] {
  return organisaties.map(({ id, naam, ookBekendAls, beschrijving, contacten }) => ({
    soort: 'organisatie',
    id,
    titel: naam,
    href: adressen.organisatie(id),
    ook: ookBekendAls,
    kort: beschrijving,
    velden: [{ naam: 'contact', tekst: toContactTekst(contacten) }],
  }));
}

function listClientondersteuning({ clientondersteuning }: Content, adressen: Adressen): ZoekDocument[] {
  return clientondersteuning.aanbieders.map(
    ({ id, naam, beschrijving, gemeentenToelichting, contacten, voor }) => ({
      soort: 'clientondersteuning',
      id,
      titel: naam,
      href: adressen.clientondersteuning(id),
      ook: [],
      kort: `${voor === 'inwoner' ? 'Cliëntondersteuning voor inwoners' : 'Voor professionals'}. ${beschrijving}`,
      velden: [
        { naam: 'waar', tekst: gemeentenToelichting },
        { naam: 'contact', tekst: toContactTekst(contacten) },
      ],
    }),
  );
}

function listRollen({ rollen }: Content, adressen: Adressen): ZoekDocument[] {
  return rollen.map(({ id, naam, beschrijving, status, regels }) => ({
    soort: 'rol',
    id,
    titel: naam,
    href: adressen.rol(id),
    ook: [],
    kort: beschrijving,
    velden: [
      { naam: 'taken', tekst: regels.map(({ taak }) => taak).join(' ') },
      {
        naam: 'verantwoordelijkheden',
        tekst: regels.map(({ verantwoordelijkheid }) => verantwoordelijkheid ?? '').join(' '),
      },
      { naam: 'bevoegdheden', tekst: regels.map(({ bevoegdheid }) => bevoegdheid ?? '').join(' ') },
      { naam: 'status', tekst: status },
    ],
  }));
}

function listWoorden({ woordenlijst }: Content, adressen: Adressen): ZoekDocument[] {
  return woordenlijst.map(({ id, woord, ookBekendAls, uitleg }) => ({
    soort: 'woord',
    id,
    titel: woord,
    href: adressen.woord(id),
    ook: ookBekendAls,
    kort: uitleg,
    velden: [],
  }));
}

/** The first step of the ladder; its page is also found under its own title. */
function toLokaleStap({ lokaal }: Content, adressen: Adressen): ZoekDocument {
  return {
    soort: 'pagina',
    id: lokaal.id,
    titel: lokaal.naam,
    href: adressen.lokaleStap,
    ook: [],
    kort: lokaal.samenvatting,
    velden: [
      { naam: 'uitgangspunten', tekst: lokaal.uitgangspunten.map(({ tekst }) => tekst).join(' ') },
      { naam: 'wat u doet', tekst: lokaal.watTeDoen.join(' ') },
    ],
  };
}

function toPagina({ pad, titel, beschrijving = '' }: ZoekPagina): ZoekDocument {
  return {
    soort: 'pagina',
    id: pad === '/' ? 'start' : pad.slice(1).replaceAll('/', '-'),
    titel,
    href: pad,
    ook: [],
    kort: beschrijving,
    velden: [],
  };
}
