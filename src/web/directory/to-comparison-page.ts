import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import { TREDEN, toAanmelderText, toTafelHref } from '../tafel-presentation.ts';

/** More columns than this cannot be read beside each other; then the tables stand below each other, per subject. */
const MAX_COLUMNS = 4;
const UNKNOWN = 'Niet bekend';

/**
 * The view-model of the comparison: of the chosen tables beside each other, or per subject when they are many. Without a choice
 * nothing is compared; what one chooses by is there of every table: who may refer, how, and by when.
 */
export function toComparisonPage(content: Content, chosen: readonly Overlegtafel[], onbekendeKeuze: boolean) {
  const rijen = chosen.length > 0 ? toRows(content, chosen) : [];
  const beside = chosen.length > 0 && chosen.length <= MAX_COLUMNS;
  return {
    onbekendeKeuze,
    enkele: chosen.length === 1,
    kort: chosen.length === 0 ? toShortTable(content) : null,
    keuzes: content.tafels.map((tafel) => ({
      id: tafel.id,
      naam: tafel.korteNaam,
      trede: tafel.trede,
      gekozen: chosen.includes(tafel),
    })),
    naast: beside
      ? {
          bijschrift: 'De gekozen tafels naast elkaar',
          klasse: 'rdm-tabel--vergelijk',
          koppen: ['Onderwerp', ...chosen.map(({ korteNaam }) => korteNaam)],
          rijen,
        }
      : null,
    perOnderwerp: beside ? [] : rijen,
  };
}

/** Per table who may refer, how, and by when where that is known. */
function toShortTable(content: Content) {
  return {
    bijschrift: 'Alle tafels in het kort',
    koppen: ['Tafel', 'Wie meldt aan', 'Hoe', 'Termijn'],
    rijen: content.tafels.map((tafel) => ({
      kop: { tekst: tafel.korteNaam, href: toTafelHref(tafel.id, tafel.soort) },
      cellen: [
        { kop: 'Wie meldt aan', tekst: toAanmelderText(content, tafel) },
        { kop: 'Hoe', tekst: tafel.kanaal.naam },
        { kop: 'Termijn', tekst: tafel.termijn?.tekst ?? '–' },
      ],
    })),
  };
}

/** The subjects, without those of which nothing is known of any of these tables. */
function toRows(content: Content, tafels: readonly Overlegtafel[]) {
  const toRow = (kop: string, toText: (tafel: Overlegtafel) => string | null | undefined) => ({
    kop: { tekst: kop },
    cellen: tafels.map((tafel) => ({ kop: tafel.korteNaam, tekst: toText(tafel) || UNKNOWN })),
  });
  const rijen = [
    toRow('Trede', ({ trede }) => `Trede ${trede}: ${TREDEN.find(({ nummer }) => nummer === trede)?.naam}`),
    toRow('Voor wie', ({ samenvatting }) => samenvatting),
    toRow('Doel', ({ doel }) => doel.tekst),
    toRow('Instroom', ({ instroom }) => instroom.tekst),
    toRow('Wie mag aanmelden', (tafel) => toAanmelderRegel(content, tafel)),
    toRow('Hoe u aanmeldt', ({ kanaal: { naam, adres, alsOnbekend } }) =>
      adres === null ? `${naam}. ${alsOnbekend ?? ''}`.trim() : `${naam}: ${adres}`,
    ),
    toRow('Termijn', ({ termijn }) => termijn?.tekst),
    toRow('Hoe vaak', ({ frequentie }) => frequentie?.tekst),
    toRow('Onder regie van', ({ regie }) => regie.tekst),
    toRow('Wie zit er', ({ deelnemers: { vast, naarBehoefte, toelichting } }) =>
      [
        vast.join('; '),
        naarBehoefte.length > 0 ? `Als het nodig is: ${naarBehoefte.join('; ')}` : '',
        vast.length + naarBehoefte.length === 0 ? (toelichting ?? '') : '',
      ]
        .filter((deel) => deel !== '')
        .join('. '),
    ),
    toRow('Uitstroom', ({ uitstroom }) => uitstroom?.tekst),
    toRow('Cliëntondersteuning', ({ clientondersteuning }) => clientondersteuning.tekst),
    toRow('Let op', ({ status }) => status),
  ];
  return [
    ...rijen.filter(({ cellen }) => cellen.some(({ tekst }) => tekst !== UNKNOWN)),
    {
      kop: { tekst: 'Verder' },
      cellen: tafels.map(({ id, soort, korteNaam }) => ({
        kop: korteNaam,
        tekst: `Alles over ${korteNaam}`,
        href: toTafelHref(id, soort),
      })),
    },
  ];
}

/** Who may refer, whom to ask otherwise, and with whom to consult. */
function toAanmelderRegel(content: Content, tafel: Overlegtafel): string {
  const overlegMet = tafel.aanmelders.overlegMet.map((rol) => toRolName(content, rol)).join(', ');
  return [
    toAanmelderText(content, tafel),
    ...(overlegMet === '' ? [] : [`Altijd in overleg met de ${overlegMet}.`]),
  ].join(' ');
}
