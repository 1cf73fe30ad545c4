import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/referral/find-ontvanger.ts';
import { toTafelHref } from '../tafel-href.ts';
import { toAanmelderTekst } from '../to-aanmelder-text.ts';
import { TREDEN } from '../treden.ts';

/** More columns than this cannot be read beside each other; then the tables stand below each other, per subject. */
const MAX_KOLOMMEN = 4;
const NIET_IN_BRON = 'Staat niet in de bron';

/** The view-model of the comparison: of the chosen tables beside each other, or of all of them per subject. */
export function toVergelijkingPage(
  content: Content,
  gekozen: readonly Overlegtafel[],
  onbekendeKeuze: boolean,
) {
  const tafels = gekozen.length > 0 ? gekozen : content.tafels;
  const rijen = toRijen(content, tafels);
  const naast = tafels.length <= MAX_KOLOMMEN;
  return {
    onbekendeKeuze,
    enkele: gekozen.length === 1,
    alles: gekozen.length === 0,
    keuzes: content.tafels.map((tafel) => ({
      id: tafel.id,
      naam: tafel.korteNaam,
      trede: tafel.trede,
      gekozen: gekozen.includes(tafel),
    })),
    naast: naast
      ? {
          bijschrift: 'De gekozen tafels naast elkaar',
          klasse: 'rdm-tabel--vergelijk',
          koppen: ['Onderwerp', ...tafels.map(({ korteNaam }) => korteNaam)],
          rijen,
        }
      : null,
    perOnderwerp: naast ? [] : rijen.map((rij, index) => ({ ...rij, id: `onderwerp-${index + 1}` })),
  };
}

function toRijen(content: Content, tafels: readonly Overlegtafel[]) {
  const toRij = (kop: string, toTekst: (tafel: Overlegtafel) => string | null | undefined) => ({
    kop: { tekst: kop },
    cellen: tafels.map((tafel) => ({ kop: tafel.korteNaam, tekst: toTekst(tafel) || NIET_IN_BRON })),
  });
  return [
    toRij('Trede', ({ trede }) => `Trede ${trede}: ${TREDEN.find(({ nummer }) => nummer === trede)?.naam}`),
    toRij('Voor wie', ({ samenvatting }) => samenvatting),
    toRij('Doel', ({ doel }) => doel.tekst),
    toRij('Instroom', ({ instroom }) => instroom.tekst),
    toRij('Wie mag aanmelden', (tafel) => toAanmelderRegel(content, tafel)),
    toRij('Hoe u aanmeldt', ({ kanaal: { naam, adres, alsOnbekend } }) =>
      adres === null ? `${naam}. ${alsOnbekend ?? ''}`.trim() : `${naam}: ${adres}`,
    ),
    toRij('Termijn', ({ termijn }) => termijn?.tekst),
    toRij('Hoe vaak', ({ frequentie }) => frequentie?.tekst),
    toRij('Onder regie van', ({ regie }) => regie.tekst),
    toRij('Wie zit er', ({ deelnemers: { vast, naarBehoefte, toelichting } }) =>
      [
        vast.join('; '),
        naarBehoefte.length > 0 ? `Als het nodig is: ${naarBehoefte.join('; ')}` : '',
        vast.length + naarBehoefte.length === 0 ? (toelichting ?? '') : '',
      ]
        .filter((deel) => deel !== '')
        .join('. '),
    ),
    toRij('Uitstroom', ({ uitstroom }) => uitstroom?.tekst),
    toRij('Cliëntondersteuning', ({ clientondersteuning }) => clientondersteuning.tekst),
    toRij('Let op', ({ status }) => status ?? 'Geen bijzonderheden'),
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
    toAanmelderTekst(content, tafel),
    ...(overlegMet === '' ? [] : [`Altijd in overleg met de ${overlegMet}.`]),
  ].join(' ');
}
