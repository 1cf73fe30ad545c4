import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/model/rol.ts';
import type { PlainKey, Say } from '../../domain/texts.ts';
import { toAanmelderText, toTafelHref, toTredeName } from '../tafel-presentation.ts';
import { toTable } from '../to-table.ts';

/** More columns than this cannot be read beside each other; then the tables stand below each other, per subject. */
const MAX_COLUMNS = 4;

/**
 * The view-model of the comparison: of the chosen tables beside each other, or per subject when they are many. Without a choice
 * nothing is compared; what one chooses by is there of every table: who may refer, how, and by when.
 */
export function toComparisonPage(
  say: Say,
  content: Content,
  chosen: readonly Overlegtafel[],
  onbekendeKeuze: boolean,
) {
  const rijen = chosen.length > 0 ? toRows(say, content, chosen) : [];
  const beside = chosen.length > 0 && chosen.length <= MAX_COLUMNS;
  return {
    onbekendeKeuze,
    enkele: chosen.length === 1,
    kort: chosen.length === 0 ? toShortTable(say, content) : null,
    keuzes: content.tafels.map((tafel) => ({
      id: tafel.id,
      naam: tafel.korteNaam,
      trede: tafel.trede,
      gekozen: chosen.includes(tafel),
    })),
    naast: beside
      ? {
          bijschrift: say('vergelijken.gekozen'),
          klasse: 'rdm-tabel--vergelijk',
          koppen: [say('vergelijken.onderwerp'), ...chosen.map(({ korteNaam }) => korteNaam)],
          rijen,
        }
      : null,
    perOnderwerp: beside ? [] : rijen,
  };
}

/** Per table who may refer, how, and by when where that is known. */
function toShortTable(say: Say, content: Content) {
  return toTable(
    say('vergelijken.alle'),
    [say('vergelijken.tafel'), say('vergelijken.wie'), say('vergelijken.hoe'), say('tafel.termijn')],
    content.tafels.map((tafel) => [
      { tekst: tafel.korteNaam, href: toTafelHref(tafel.id, tafel.soort) },
      toAanmelderText(say, content, tafel),
      tafel.kanaal.naam,
      tafel.termijn?.tekst ?? '–',
    ]),
  );
}

/** The subjects, without those of which nothing is known of any of these tables. */
function toRows(say: Say, content: Content, tafels: readonly Overlegtafel[]) {
  const unknown = say('tafel.niet-bekend');
  const toRow = (key: PlainKey, toText: (tafel: Overlegtafel) => string | null | undefined) => ({
    kop: { tekst: say(key) },
    cellen: tafels.map((tafel) => ({ kop: tafel.korteNaam, tekst: toText(tafel) || unknown })),
  });
  const rijen = [
    toRow('tafel.trede', ({ trede }) => say('vergelijken.trede', { trede, naam: toTredeName(say, trede) })),
    toRow('tafel.voor-wie', ({ samenvatting }) => samenvatting),
    toRow('tafel.doel', ({ doel }) => doel.tekst),
    toRow('tafel.instroom', ({ instroom }) => instroom.tekst),
    toRow('tafel.wie-mag', (tafel) => toAanmelderRegel(say, content, tafel)),
    toRow('tafel.hoe', ({ kanaal: { naam, adres, alsOnbekend } }) =>
      adres === null ? `${naam}. ${alsOnbekend ?? ''}`.trim() : `${naam}: ${adres}`,
    ),
    toRow('tafel.termijn', ({ termijn }) => termijn?.tekst),
    toRow('tafel.hoe-vaak', ({ frequentie }) => frequentie?.tekst),
    toRow('tafel.regie', ({ regie }) => regie.tekst),
    toRow('tafel.wie-zit-er', ({ deelnemers: { vast, naarBehoefte, toelichting } }) =>
      [
        vast.join('; '),
        naarBehoefte.length > 0 ? say('vergelijken.als-nodig', { wie: naarBehoefte.join('; ') }) : '',
        vast.length + naarBehoefte.length === 0 ? (toelichting ?? '') : '',
      ]
        .filter((deel) => deel !== '')
        .join('. '),
    ),
    toRow('tafel.uitstroom', ({ uitstroom }) => uitstroom?.tekst),
    toRow('tafel.clientondersteuning', ({ clientondersteuning }) => clientondersteuning.tekst),
    toRow('tafel.let-op', ({ status }) => status),
  ];
  return [
    ...rijen.filter(({ cellen }) => cellen.some(({ tekst }) => tekst !== unknown)),
    {
      kop: { tekst: say('vergelijken.verder') },
      cellen: tafels.map(({ id, soort, korteNaam }) => ({
        kop: korteNaam,
        tekst: say('vergelijken.alles-over', { tafel: korteNaam }),
        href: toTafelHref(id, soort),
      })),
    },
  ];
}

/** Who may refer, whom to ask otherwise, and with whom to consult. */
function toAanmelderRegel(say: Say, content: Content, tafel: Overlegtafel): string {
  const overlegMet = tafel.aanmelders.overlegMet.map((rol) => toRolName(content, rol)).join(', ');
  return [
    toAanmelderText(say, content, tafel),
    ...(overlegMet === '' ? [] : [say('vergelijken.overleg-met', { rollen: overlegMet })]),
  ].join(' ');
}
