import { toDateText, toDutchDate } from '../../domain/calendar.ts';
import type { Content } from '../../domain/model/content.ts';
import {
  findClientondersteuning,
  type Gemeente,
  listGemeenteContacten,
} from '../../domain/model/gemeente.ts';
import {
  type Block,
  type PaperDocument,
  type Section,
  toPaperWords,
} from '../../domain/referral/paper-document.ts';
import type { Say } from '../../domain/texts.ts';
import { toBronText } from '../contact-model.ts';
import { toTredeName } from '../tafel-presentation.ts';
import {
  composeTafelSection,
  toAddressText,
  toContactText,
  toFreshnessText,
} from './compose-tafel-section.ts';

/** The whole directory as one document to print and hand out, as it was on a day. */
export function composeGuide(say: Say, content: Content, baseUrl: string, now: Date): PaperDocument {
  const datum = toDutchDate(now);
  return {
    titel: say('gids.titel'),
    onderwerp: say('gids.onderwerp'),
    datum,
    headingLinks: say('gids.titel'),
    footerLinks: baseUrl,
    waarschuwing: null,
    onePage: false,
    gegevens: [
      { naam: say('gids.vandaan'), waarde: baseUrl },
      { naam: say('tafel.let-op'), waarde: say('gids.verandert') },
      { naam: say('pdf.datum'), waarde: toDateText(datum) },
    ],
    words: toPaperWords(say),
    bijlage: null,
    secties: [
      toNoodnummers(say, content, now),
      toFirstStap(say, content),
      toLadder(say, content),
      ...content.tafels.map((tafel) => composeTafelSection(say, content, tafel, now)),
      toGemeenten(say, content),
      toClientondersteuning(say, content, now),
      toBronnen(say, content),
    ],
  };
}

function toNoodnummers(say: Say, { noodnummers, bronnen }: Content, now: Date): Section {
  return {
    kop: say('gids.gevaar'),
    blokken: [
      {
        soort: 'gegevens',
        rijen: noodnummers.map(
          ({ naam, nummer, alternatief, alsOnbekend, wanneer, bereikbaar, bron, gecontroleerd }) => ({
            naam,
            waarde: [
              nummer === null ? alsOnbekend : toCallText(say, nummer, alternatief?.nummer),
              wanneer,
              bereikbaar,
              `${say('gids.bron', { bron: toBronText(bronnen, bron) })} ${toFreshnessText(say, gecontroleerd, now)}`,
            ]
              .filter((deel) => deel !== null)
              .join('\n'),
          }),
        ),
      },
    ],
  };
}

function toCallText(say: Say, nummer: string, ander: string | undefined): string {
  return ander === undefined ? say('gids.bel', { nummer }) : say('gids.bel-of', { nummer, ander });
}

function toFirstStap(say: Say, { lokaal }: Content): Section {
  return {
    kop: say('gids.eerste-stap', { stap: lokaal.naam.toLowerCase() }),
    blokken: [
      { soort: 'alinea', tekst: lokaal.samenvatting },
      { soort: 'lijst', items: lokaal.watTeDoen },
    ],
  };
}

function toLadder(say: Say, { lokaal, tafels }: Content): Section {
  const nameOf = (trede: number) => `${trede}. ${toTredeName(say, trede)}`;
  const inOrder = [...tafels].sort((a, b) => a.trede - b.trede);
  return {
    kop: say('gids.tafels'),
    blokken: [
      {
        soort: 'tabel',
        bijschrift: say('gids.ladder'),
        koppen: [say('tafel.trede'), say('gids.tafel-of-team'), say('tafel.voor-wie')],
        rijen: [
          [nameOf(lokaal.trede), lokaal.naam, lokaal.samenvatting],
          ...inOrder.map(({ trede, naam, samenvatting }) => [nameOf(trede), naam, samenvatting]),
        ],
      },
    ],
  };
}

function toGemeenten(say: Say, content: Content): Section {
  const { gemeenten, organisaties } = content;
  const nameOf = new Map(organisaties.map(({ id, naam }) => [id, naam]));
  return {
    kop: say('pagina.gemeenten-kruimel'),
    blokken: [
      { soort: 'alinea', tekst: say('gids.gemeenten') },
      {
        soort: 'tabel',
        bijschrift: say('gids.per-gemeente'),
        koppen: [
          say('overzicht.gemeente'),
          say('overzicht.ggz'),
          say('gids.ingang'),
          say('tafel.clientondersteuning'),
        ],
        rijen: gemeenten.map((gemeente) => [
          gemeente.naam,
          nameOf.get(gemeente.ggzWerkgebied.organisatie ?? '') ?? say('gids.ggz-onbekend'),
          toIngangText(say, gemeente),
          findClientondersteuning(content, gemeente)
            .map(({ naam, gemeenten: waar }) => (waar === null ? say('gids.vraag-na', { naam }) : naam))
            .join(', '),
        ]),
      },
    ],
  };
}

/** The name of the entrance and how to reach it, in a cell. */
function toIngangText(say: Say, gemeente: Gemeente): string {
  const [contact] = listGemeenteContacten(gemeente);
  const adres = contact && toAddressText(say, contact);
  return [gemeente.lokaleIngang.naam, adres].filter(Boolean).join(': ');
}

function toClientondersteuning(say: Say, { clientondersteuning, bronnen }: Content, now: Date): Section {
  const { recht, taken, alsOnbekend, aanbieders } = clientondersteuning;
  const toList = (voor: 'inwoner' | 'professional'): Block => ({
    soort: 'gegevens',
    rijen: aanbieders
      .filter((aanbieder) => aanbieder.voor === voor)
      .map(({ naam, beschrijving, gemeentenToelichting, contacten }) => ({
        naam,
        waarde: [
          beschrijving,
          gemeentenToelichting,
          ...contacten.map((contact) => toContactText(say, contact, now)),
        ].join('\n'),
      })),
  });
  return {
    kop: say('pagina.clientondersteuning-titel'),
    blokken: [
      { soort: 'alinea', tekst: recht.tekst },
      { soort: 'lijst', items: taken.map(({ tekst }) => tekst) },
      { soort: 'alinea', tekst: alsOnbekend.tekst },
      toList('inwoner'),
      { soort: 'alinea', tekst: say('gids.professionals') },
      toList('professional'),
      { soort: 'alinea', tekst: say('gids.bron', { bron: toBronText(bronnen, recht.bron) }) },
    ],
  };
}

function toBronnen(say: Say, { bronnen }: Content): Section {
  return {
    kop: say('gids.bronnen'),
    blokken: [
      {
        soort: 'gegevens',
        rijen: bronnen.map(({ titel, toelichting, url, geraadpleegd }) => ({
          naam: titel,
          waarde: [
            toelichting,
            url,
            geraadpleegd && say('gids.geraadpleegd', { datum: toDateText(geraadpleegd) }),
          ]
            .filter((deel) => deel)
            .join('\n'),
        })),
      },
    ],
  };
}
