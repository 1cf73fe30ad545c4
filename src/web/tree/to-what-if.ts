import { type Antwoorden, toAntwoordText } from '../../domain/model/antwoorden.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Share } from '../../domain/proof/proof-words.ts';
import { type ShownCases, toWhatIf } from '../../domain/proof/what-if.ts';
import type { Say } from '../../domain/texts.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import type { StaticPage } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';
import { toTable } from '../to-table.ts';

/** Where two tables stand side by side. */
export const TWO_TABLES_PATH = '/beslisboom/twee-tafels';
/** The fields of its form. */
export const TWO_TABLES_FIELDS = ['een', 'ander'] as const;
/** Where a shown case begins, followed by its id. */
export const CASE_PATH = '/beslisboom/geval/';

/** The part of the page of the tree that says how rare each outcome is, with the fewest answers that lead there. */
export function toWhatIfSection(say: Say, content: Content) {
  const { uitkomsten, tafels } = toWhatIf(content);
  return {
    uitkomsten: uitkomsten.map(({ uitkomst, ...cases }) => ({
      naam: content.beslisboom.uitkomsten[uitkomst].naam,
      ...toShown(say, content, cases),
    })),
    tafels: toTable(
      say('wat-als.tafels'),
      [say('wat-als.tafel'), say('wat-als.past'), say('wat-als.past-niet'), say('wat-als.open')],
      tafels.flatMap(({ tafel: id, past, pastNiet, open }) => {
        const tafel = content.tafels.find((known) => known.id === id);
        return tafel
          ? [
              [
                { tekst: tafel.korteNaam, href: toTafelHref(id, tafel.soort) },
                toShareText(say, past),
                toShareText(say, pastNiet),
                toShareText(say, open),
              ] as const,
            ]
          : [];
      }),
    ),
  };
}

/** Two tables side by side: when both fit, and when only one. With anything but two of them, only the choice. */
export function toTwoTablesPage(say: Say, content: Content, ids: readonly string[]): StaticPage {
  const chosen = content.tafels.filter(({ id }) => ids.includes(id));
  const [een, ander] = chosen;
  const isPair = een !== undefined && ander !== undefined && chosen.length === 2;
  const pair = isPair
    ? toWhatIf(content).paren.find((known) => known.een === een.id && known.ander === ander.id)
    : undefined;
  const names = { een: een?.korteNaam ?? '', ander: ander?.korteNaam ?? '' };
  const turned = { een: names.ander, ander: names.een };
  return {
    pad: TWO_TABLES_PATH,
    ...describePage(say, 'twee-tafels', toCrumb(say, 'beslisboom')),
    ...(pair ? { titel: say('pagina.twee-tafels-van', names) } : {}),
    model: {
      keuzes: toChoices(
        content,
        chosen.map(({ id }) => id),
      ),
      gekozen: ids.length > 0,
      gevallen: pair
        ? [
            { kop: say('wat-als.beide', names), ...toShown(say, content, pair.beide) },
            { kop: say('wat-als.alleen', names), ...toShown(say, content, pair.alleenEen) },
            { kop: say('wat-als.alleen', turned), ...toShown(say, content, pair.alleenAnder) },
          ]
        : null,
      vergelijk: pair ? `/overlegtafels/vergelijken?t=${pair.een}&t=${pair.ander}` : null,
    },
  };
}

/** The two lists to choose from; without a choice the first two tables. */
function toChoices({ tafels }: Content, chosen: readonly string[]) {
  return TWO_TABLES_FIELDS.map((naam, place) => ({
    id: `tafel-${naam}`,
    naam,
    opties: tafels.map(({ id, korteNaam }, nummer) => ({
      id,
      tekst: korteNaam,
      gekozen: chosen[place] === undefined ? nummer === place : chosen[place] === id,
    })),
  }));
}

function toShown(say: Say, content: Content, { id, aandeel, voorbeeld }: ShownCases) {
  return {
    aandeel: toShareText(say, aandeel),
    antwoorden: voorbeeld && toAnswers(content, voorbeeld),
    href: voorbeeld && `${CASE_PATH}${id}`,
  };
}

function toAnswers({ vragen }: Content, antwoorden: Antwoorden) {
  return vragen
    .filter(({ feit }) => antwoorden[feit] !== undefined)
    .map((vraag) => ({ vraag: vraag.vraag, antwoord: toAntwoordText(vraag, antwoorden) }));
}

function toShareText(say: Say, share: Share): string {
  if (share.soort === 'geen') return say('wat-als.geen');
  return say(share.soort === 'eenOp' ? 'wat-als.een-op' : 'wat-als.procent', { aantal: share.aantal });
}
