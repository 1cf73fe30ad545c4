import { toDutchDate } from '../../domain/calendar.ts';
import { toDateText } from '../../domain/date-text.ts';
import type { Content } from '../../domain/model/content.ts';
import { type Gemeente, listGemeenteContacten } from '../../domain/model/gemeente.ts';
import { findClientondersteuning } from '../../domain/referral/mail-model.ts';
import type { Block, PaperDocument, Section } from '../../domain/referral/paper-document.ts';
import { toBronText } from '../contact-model.ts';
import { TREDEN } from '../tafel-presentation.ts';
import {
  composeTafelSection,
  toAddressText,
  toContactText,
  toFreshnessText,
} from './compose-tafel-section.ts';

/** The whole directory as one document to print and hand out, as it was on a day. */
export function composeGuide(content: Content, baseUrl: string, now: Date): PaperDocument {
  return {
    titel: 'Wegwijzer langs de overlegtafels in Twente',
    onderwerp: 'Overlegtafels, gemeenten, telefoonnummers en cliëntondersteuning in Twente',
    datum: toDutchDate(now),
    headingLinks: 'Wegwijzer langs de overlegtafels in Twente',
    footerLinks: baseUrl,
    waarschuwing: null,
    onePage: false,
    gegevens: [
      { naam: 'Waar dit vandaan komt', waarde: baseUrl },
      {
        naam: 'Let op',
        waarde: 'Adressen en afspraken veranderen. Kijk op de site of dit nog klopt, of vraag het na.',
      },
    ],
    secties: [
      toNoodnummers(content, now),
      toFirstStap(content),
      toLadder(content),
      ...content.tafels.map((tafel) => composeTafelSection(content, tafel, now)),
      toGemeenten(content),
      toClientondersteuning(content, now),
      toBronnen(content),
    ],
  };
}

function toNoodnummers({ noodnummers, bronnen }: Content, now: Date): Section {
  return {
    kop: 'Bij direct gevaar of grote zorgen',
    blokken: [
      {
        soort: 'gegevens',
        rijen: noodnummers.map(
          ({ naam, nummer, alternatief, alsOnbekend, wanneer, bereikbaar, bron, gecontroleerd }) => ({
            naam,
            waarde: [
              nummer === null
                ? alsOnbekend
                : `Bel ${nummer}${alternatief ? ` of ${alternatief.nummer}` : ''}`,
              wanneer,
              bereikbaar,
              `Bron: ${toBronText(bronnen, bron)}. ${toFreshnessText(gecontroleerd, now)}`,
            ]
              .filter((deel) => deel !== null)
              .join('\n'),
          }),
        ),
      },
    ],
  };
}

function toFirstStap({ lokaal }: Content): Section {
  return {
    kop: `De eerste stap: ${lokaal.naam.toLowerCase()}`,
    blokken: [
      { soort: 'alinea', tekst: lokaal.samenvatting },
      { soort: 'lijst', items: lokaal.watTeDoen },
    ],
  };
}

function toLadder({ lokaal, tafels }: Content): Section {
  const nameOf = (trede: number) =>
    `${trede}. ${TREDEN.find(({ nummer }) => nummer === trede)?.naam ?? ''}`.trim();
  const inOrder = [...tafels].sort((a, b) => a.trede - b.trede);
  return {
    kop: 'De tafels op een rij',
    blokken: [
      {
        soort: 'tabel',
        bijschrift: 'Los op of schaal op: begin onderaan de ladder',
        koppen: ['Trede', 'Tafel of team', 'Voor wie'],
        rijen: [
          [nameOf(lokaal.trede), lokaal.naam, lokaal.samenvatting],
          ...inOrder.map(({ trede, naam, samenvatting }) => [nameOf(trede), naam, samenvatting]),
        ],
      },
    ],
  };
}

function toGemeenten(content: Content): Section {
  const { gemeenten, organisaties } = content;
  const nameOf = new Map(organisaties.map(({ id, naam }) => [id, naam]));
  return {
    kop: 'Gemeenten',
    blokken: [
      {
        soort: 'alinea',
        tekst: 'Begin bij de lokale ingang of bij de procesmanager zorg en veiligheid van de gemeente.',
      },
      {
        soort: 'tabel',
        bijschrift: 'Per gemeente: de ggz-aanbieder (verdeling uit 2018), de ingang en cliëntondersteuning',
        koppen: ['Gemeente', 'Ggz-aanbieder', 'Lokale ingang', 'Cliëntondersteuning'],
        rijen: gemeenten.map((gemeente) => [
          gemeente.naam,
          nameOf.get(gemeente.ggzWerkgebied.organisatie ?? '') ?? 'Niet bekend: vraag de procesmanager',
          toIngangText(gemeente),
          findClientondersteuning(content, gemeente)
            .map(({ naam, gemeenten: waar }) => (waar === null ? `${naam} (vraag na)` : naam))
            .join(', '),
        ]),
      },
    ],
  };
}

/** The name of the entrance and how to reach it, in a cell. */
function toIngangText(gemeente: Gemeente): string {
  const [contact] = listGemeenteContacten(gemeente);
  const adres = contact && toAddressText(contact);
  return [gemeente.lokaleIngang.naam, adres].filter(Boolean).join(': ');
}

function toClientondersteuning({ clientondersteuning, bronnen }: Content, now: Date): Section {
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
          ...contacten.map((contact) => toContactText(contact, now)),
        ].join('\n'),
      })),
  });
  return {
    kop: 'Onafhankelijke cliëntondersteuning',
    blokken: [
      { soort: 'alinea', tekst: recht.tekst },
      { soort: 'lijst', items: taken.map(({ tekst }) => tekst) },
      { soort: 'alinea', tekst: alsOnbekend.tekst },
      toList('inwoner'),
      { soort: 'alinea', tekst: 'Voor professionals:' },
      toList('professional'),
      { soort: 'alinea', tekst: `Bron: ${toBronText(bronnen, recht.bron)}` },
    ],
  };
}

function toBronnen({ bronnen }: Content): Section {
  return {
    kop: 'Bronnen',
    blokken: [
      {
        soort: 'gegevens',
        rijen: bronnen.map(({ titel, toelichting, url, geraadpleegd }) => ({
          naam: titel,
          waarde: [toelichting, url, geraadpleegd && `Geraadpleegd op ${toDateText(geraadpleegd)}.`]
            .filter((deel) => deel)
            .join('\n'),
        })),
      },
    ],
  };
}
