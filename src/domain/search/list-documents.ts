import type { Content } from '../model/content.ts';
import { listGemeenteContacten } from '../model/gemeente.ts';
import type { SearchKind } from '../model/search-result.ts';
import type { Say } from '../texts.ts';
import { listPlaatsen, listTafelDocuments } from './list-tafel-documents.ts';
import { type Addresses, type SearchDocument, type SearchPage, toContactText } from './search-document.ts';

/** Kinds of which each has a page of its own, so that the page need not be found a second time. */
const OWN_PAGE: ReadonlySet<SearchKind> = new Set(['overlegtafel', 'gemeente', 'organisatie']);

/** Everything that can be found: what the content holds, and the pages that are about none of it. */
export function listDocuments(
  say: Say,
  content: Content,
  addresses: Addresses,
  pages: readonly SearchPage[],
): SearchDocument[] {
  const documents = [
    ...content.tafels.flatMap((tafel) => listTafelDocuments(say, tafel, addresses)),
    ...listNoodnummers(say, content, addresses),
    ...listGemeenten(say, content, addresses),
    ...listOrganisaties(say, content, addresses),
    ...listClientondersteuning(say, content, addresses),
    ...listRollen(say, content, addresses),
    ...listWords(content, addresses),
  ];
  const known = new Set(documents.filter(({ soort }) => OWN_PAGE.has(soort)).map(({ href }) => href));
  return [
    ...documents,
    toLokaleStap(say, content, addresses),
    ...pages.filter(({ pad }) => !known.has(pad)).map(toPage),
  ];
}

function listNoodnummers(say: Say, { noodnummers }: Content, addresses: Addresses): SearchDocument[] {
  return noodnummers.map(({ id, naam, nummer, kies, alternatief, wanneer, bereikbaar, ...rest }) => ({
    soort: 'noodnummer',
    id,
    titel: nummer === null ? naam : `${naam}: ${nummer}`,
    href: addresses.noodnummer(id),
    ook: [naam],
    kort: wanneer,
    velden: [
      {
        naam: say('zoeken.veld-nummer'),
        tekst: [kies, alternatief?.nummer, alternatief?.kies]
          .filter((deel) => deel && deel !== nummer)
          .join(' '),
      },
      { naam: say('zoeken.veld-bereikbaar'), tekst: bereikbaar ?? '' },
    ],
    nummers: alternatief ? [alternatief.kies] : [],
    direct: rest.direct && kies !== null,
    contacten: (
      [
        ['telefoon', kies],
        ['website', rest.formulier],
      ] as const
    ).map(([way, waarde]) => ({
      soort: way,
      label: naam,
      waarde,
      alsOnbekend: rest.alsOnbekend,
      toelichting: bereikbaar,
      laatstBekend: null,
      bron: rest.bron,
      gecontroleerd: rest.gecontroleerd,
    })),
  }));
}

function listGemeenten(say: Say, content: Content, addresses: Addresses): SearchDocument[] {
  const { gemeenten, organisaties } = content;
  return gemeenten.map((gemeente) => {
    const { id, naam, cbsCode, lokaleIngang, ggzWerkgebied, opmerkingen } = gemeente;
    const ggz = organisaties.find((organisatie) => organisatie.id === ggzWerkgebied.organisatie)?.naam;
    return {
      soort: 'gemeente',
      id,
      titel: say('pagina.gemeente-titel', { naam }),
      href: addresses.gemeente(id),
      ook: [],
      kort: lokaleIngang.tekst,
      velden: [
        { naam: say('zoeken.veld-gemeentecode'), tekst: cbsCode },
        { naam: say('zoeken.veld-ggz'), tekst: ggz ?? ggzWerkgebied.alsOnbekend ?? '' },
        { naam: say('zoeken.veld-contact'), tekst: toContactText(lokaleIngang.contacten) },
        { naam: say('zoeken.veld-opmerkingen'), tekst: opmerkingen.map(({ tekst }) => tekst).join(' ') },
      ],
      plaatsen: listPlaatsen(say, content, gemeente),
      contacten: listGemeenteContacten(gemeente),
    };
  });
}

function listOrganisaties(say: Say, { organisaties }: Content, addresses: Addresses): SearchDocument[] {
  return organisaties.map(({ id, naam, ookBekendAls, beschrijving, contacten }) => ({
    soort: 'organisatie',
    id,
    titel: naam,
    href: addresses.organisatie(id),
    ook: ookBekendAls,
    kort: beschrijving,
    velden: [{ naam: say('zoeken.veld-contact'), tekst: toContactText(contacten) }],
    contacten,
  }));
}

function listClientondersteuning(
  say: Say,
  { clientondersteuning }: Content,
  addresses: Addresses,
): SearchDocument[] {
  return clientondersteuning.aanbieders.map(
    ({ id, naam, beschrijving, gemeentenToelichting, contacten, voor }) => ({
      soort: 'clientondersteuning',
      id,
      titel: naam,
      href: addresses.clientondersteuning(id),
      ook: [],
      kort: say(voor === 'inwoner' ? 'zoeken.voor-inwoners' : 'zoeken.voor-professionals', { beschrijving }),
      velden: [
        { naam: say('zoeken.veld-waar'), tekst: gemeentenToelichting },
        { naam: say('zoeken.veld-contact'), tekst: toContactText(contacten) },
      ],
      contacten,
    }),
  );
}

function listRollen(say: Say, { rollen }: Content, addresses: Addresses): SearchDocument[] {
  return rollen.map(({ id, naam, beschrijving, status, regels }) => ({
    soort: 'rol',
    id,
    titel: naam,
    href: addresses.rol(id),
    ook: [],
    kort: beschrijving,
    velden: [
      { naam: say('zoeken.veld-taken'), tekst: regels.map(({ taak }) => taak).join(' ') },
      {
        naam: say('zoeken.veld-verantwoordelijkheden'),
        tekst: regels.map(({ verantwoordelijkheid }) => verantwoordelijkheid ?? '').join(' '),
      },
      {
        naam: say('zoeken.veld-bevoegdheden'),
        tekst: regels.map(({ bevoegdheid }) => bevoegdheid ?? '').join(' '),
      },
      { naam: say('zoeken.veld-status'), tekst: status },
    ],
  }));
}

function listWords({ woordenlijst }: Content, addresses: Addresses): SearchDocument[] {
  return woordenlijst.map(({ id, woord, ookBekendAls, uitleg }) => ({
    soort: 'woord',
    id,
    titel: woord,
    href: addresses.woord(id),
    ook: ookBekendAls,
    kort: uitleg,
    velden: [],
  }));
}

/** The first step of the ladder; its page is also found under its own title. */
function toLokaleStap(say: Say, { lokaal }: Content, addresses: Addresses): SearchDocument {
  return {
    soort: 'pagina',
    id: lokaal.id,
    titel: lokaal.naam,
    href: addresses.lokaleStap,
    ook: [],
    kort: lokaal.samenvatting,
    velden: [
      {
        naam: say('zoeken.veld-uitgangspunten'),
        tekst: lokaal.uitgangspunten.map(({ tekst }) => tekst).join(' '),
      },
      { naam: say('zoeken.veld-wat-u-doet'), tekst: lokaal.watTeDoen.join(' ') },
    ],
  };
}

function toPage({ pad, titel, beschrijving = '' }: SearchPage): SearchDocument {
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
