import { toDateText } from '../calendar.ts';
import type { Content } from '../model/content.ts';
import type { Say } from '../texts.ts';
import type { VerwijsPakket } from './compose-verwijzing.ts';
import type { PackageBlock, PackageDocument } from './package-document.ts';
import {
  type Block,
  type PaperDocument,
  type PaperFile,
  type Section,
  toPaperWords,
} from './paper-document.ts';
import { listLines, type PhoneCard, shortenPhoneCard } from './phone-card.ts';

/** What of a document about a case is its own. */
export interface CasePaper
  extends Pick<PaperDocument, 'titel' | 'datum' | 'onePage' | 'secties' | 'bijlage'> {
  readonly casuscode: string;
  readonly tafelName: string;
  /** Whether something is missing, so that every page says that it must not be sent yet. */
  readonly concept: boolean;
}

/** A referral without what is meant for its sender. */
type Outgoing = Omit<VerwijsPakket, 'ontbreekt' | 'leeg'>;

/** The package as a document for paper, a phone card as one page. `date` is the day of making, YYYY-MM-DD. */
export function toPaper(
  say: Say,
  pakket: Outgoing,
  { belkaart: card }: Content['pakketvelden'],
  datum: string,
  bijlage: PaperFile | null = null,
): PaperDocument {
  const { mail, tafel, status, belkaart, casuscode } = pakket;
  return toCasePaper(say, {
    titel: mail.onderwerp,
    casuscode,
    tafelName: tafel.naam,
    datum,
    // A phone card is not sent: what it misses keeps nobody from calling.
    concept: status === 'concept' && belkaart === null,
    onePage: belkaart !== null,
    bijlage,
    secties: belkaart
      ? toCardSections(belkaart, card)
      : [...toSections(pakket.document), ...toAnswerSection(say, pakket)],
  });
}

/** A document about a case: each of its pages says of which, and that it is confidential. */
export function toCasePaper(say: Say, { casuscode, tafelName, concept, ...rest }: CasePaper): PaperDocument {
  return {
    ...rest,
    onderwerp: say(concept ? 'pdf.onderwerp-concept' : 'pdf.onderwerp', { casuscode, tafel: tafelName }),
    headingLinks: tafelName,
    footerLinks: say('pdf.voet', { casuscode }),
    waarschuwing: concept ? say('pdf.concept') : null,
    gegevens: [
      { naam: say('pdf.tafel'), waarde: tafelName },
      { naam: say('pdf.casuscode'), waarde: casuscode },
      { naam: say('pdf.vertrouwelijk'), waarde: say('pdf.voor-wie') },
      { naam: say('pdf.datum'), waarde: toDateText(rest.datum) },
      ...(rest.bijlage ? [{ naam: say('pdf.bijlage'), waarde: rest.bijlage.omschrijving }] : []),
    ],
    words: toPaperWords(say),
  };
}

/** Whom to call above it, then the steps. */
function toCardSections(belkaart: PhoneCard, { verder }: Content['pakketvelden']['belkaart']): Section[] {
  const { opening, stappen } = shortenPhoneCard(belkaart, verder);
  return [
    {
      kop: opening.kop,
      blokken: [{ soort: 'melding', tekst: [opening.gevaar, ...listLines(opening)].join('\n') }],
    },
    ...stappen.map(
      ({ nummer, kop, rijen }): Section => ({
        kop: `${nummer}. ${kop}`,
        blokken: [{ soort: 'gegevens', rijen }],
      }),
    ),
  ];
}

/** Where the table can answer: as a code to scan, and as an address to type. */
function toAnswerSection(say: Say, { antwoordlink }: Outgoing): Section[] {
  if (antwoordlink === null) return [];
  return [
    {
      kop: say('tafelantwoord.kop'),
      blokken: [
        { soort: 'alinea', tekst: say('tafelantwoord.uitleg') },
        { soort: 'qr', adres: antwoordlink, alt: say('tafelantwoord.qr') },
        { soort: 'alinea', tekst: antwoordlink },
      ],
    },
  ];
}

function toSections(document: PackageDocument): Section[] {
  return document
    .map(({ kop, blokken }) => ({ kop, blokken: blokken.flatMap(toBlocks) }))
    .filter(({ blokken }) => blokken.length > 0);
}

function toBlocks(block: PackageBlock): Block[] {
  switch (block.soort) {
    case 'gegevens': {
      const rijen = block.rijen.flatMap(({ naam, waarde }) => (waarde ? [{ naam, waarde }] : []));
      return rijen.length > 0 ? [{ soort: 'gegevens', rijen }] : [];
    }
    case 'criteria': {
      const { bijschrift, koppen, regels } = block;
      const rijen = regels.map((regel) =>
        'kop' in regel
          ? { kop: regel.kop }
          : [regel.punt.tekst, regel.punt.oordeel, regel.punt.antwoord, regel.punt.onderbouwing ?? ''],
      );
      return [{ soort: 'tabel', bijschrift, koppen, rijen }];
    }
    case 'punten':
      return [
        { soort: 'alinea', tekst: block.inleiding },
        { soort: 'lijst', items: block.punten.map(({ kort, antwoord }) => `${kort}: ${antwoord}`) },
      ];
    case 'kosten': {
      const { bijschrift, navragen, koppen, samen, kosten } = block;
      const rijen = kosten.regels.map(({ naam, uren, perUur, bedrag }) => [
        naam,
        String(uren),
        perUur,
        bedrag,
      ]);
      return [
        {
          soort: 'tabel',
          bijschrift: `${bijschrift}. ${navragen}`,
          koppen,
          rijen: [...rijen, [samen, '', '', kosten.totaal]],
        },
      ];
    }
    case 'lijst':
      return [
        { soort: 'alinea', tekst: block.inleiding },
        { soort: 'lijst', items: block.items },
        { soort: 'alinea', tekst: block.voorbehoud },
      ];
    case 'alinea':
      return [block];
  }
}
