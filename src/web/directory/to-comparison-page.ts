import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import { TREDEN, toAanmelderText, toTafelHref } from '../tafel-presentation.ts';

/** More columns than this cannot be read beside each other; then the tables stand below each other, per subject. */
const MAX_COLUMNS = 4;
const NOT_IN_BRON = 'Staat niet in de bron';

/** The view-model of the comparison: of the chosen tables beside each other, or of all of them per subject. */
export function toComparisonPage(content: Content, chosen: readonly Overlegtafel[], onbekendeKeuze: boolean) {
  const tafels = chosen.length > 0 ? chosen : content.tafels;
  const rijen = toRows(content, tafels);
  const beside = tafels.length <= MAX_COLUMNS;
  return {
    onbekendeKeuze,
    enkele: chosen.length === 1,
    alles: chosen.length === 0,
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
          koppen: ['Onderwerp', ...tafels.map(({ korteNaam }) => korteNaam)],
          rijen,
        }
      : null,
    perOnderwerp: beside ? [] : rijen.map((rij, index) => ({ ...rij, id: `onderwerp-${index + 1}` })),
  };
}

function toRows(content: Content, tafels: readonly Overlegtafel[]) {
  const toRow = (kop: string, toText: (tafel: Overlegtafel) => string | null | undefined) => ({
    kop: { tekst: kop },
    cellen: tafels.map((tafel) => ({ kop: tafel.korteNaam, tekst: toText(tafel) || NOT_IN_BRON })),
  });
  return [
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
    toRow('Let op', ({ status }) => status ?? 'Geen bijzonderheden'),
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
