import type { AntwoordFault } from '../../domain/answers/parse-antwoorden.ts';
import { type Antwoorden, isEmpty, toChosen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { ACUUT_GEVAAR, SIGNALEN } from '../../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../../domain/model/vraag.ts';
import { findWords } from '../../domain/model/word.ts';
import { countAtMost, type Progress } from '../../domain/questions/next-question.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { type Carried, isAllSaved } from '../carried.ts';
import type { Page } from '../page.ts';
import { isGevaarOpen, toAntwoordRows } from '../stand-param.ts';

type Deps = Pick<Services, 'content' | 'model' | 'say' | 'views'>;

/** More options than this stand close together, so that they fit on a phone; what they mean is told below the question. */
const MANY_OPTIONS = 12;

/** After so many answers there is an advice so far: from the fifth question on. */
export const ENOUGH_FOR_ADVICE = 4;

/** What somebody filled in: what is ticked, and what is wrong with it. */
export interface Input {
  readonly gekozen: readonly string[];
  readonly fout?: AntwoordFault | undefined;
}

/**
 * How the answers go on from a question: in the query of its links, empty without answers; or in a post with the case.
 * `vervallen`: an answer fell away.
 */
export type Way =
  | { readonly stand: string; readonly casus?: undefined; readonly vervallen?: boolean }
  | {
      readonly stand?: undefined;
      readonly vervallen?: undefined;
      readonly casus: { readonly code: string; readonly mee: readonly Carried[] };
    };

/** Makes the page of a question for these answers; with `input` when what was sent is wrong. */
export type ToQuestionPage = (vraag: Vraag, progress: Progress, way: Way, input?: Input) => Page;

/** The parts of a question that are the same for everyone, as HTML. */
interface Fixed {
  /** The options with none of them ticked. */
  readonly kaarten: string;
  /** Why it is asked, who may know, and the words in it. */
  readonly uitleg: string;
}

/** Prepares the pages of the questions: what is the same for everyone is rendered when a question is first shown. */
export function createQuestionPages({ content, model, say, views }: Deps): ToQuestionPage {
  const vast = new Map<Vraag, Fixed>();
  const findFixed = (vraag: Vraag): Fixed => {
    const found = vast.get(vraag) ?? {
      kaarten: views.renderPart('option-cards', toCards(vraag, [], undefined)),
      uitleg: views.renderPart('vraag-uitleg', {
        antwoorden: isDicht(vraag) ? vraag.opties.filter(({ toelichting }) => toelichting) : [],
        waarom: vraag.waarom,
        wieWeetHet: vraag.wieWeetHet,
        voorTafels: toTafelNames(model, vraag),
        woorden: findWords(content.woordenlijst, toTexts(vraag)),
      }),
    };
    vast.set(vraag, found);
    return found;
  };

  return (vraag, progress, { stand = null, casus }, input) => {
    const { antwoorden, bereikbaar } = progress;
    const { gekozen, fout } = input ?? { gekozen: toChecked(antwoorden, vraag) };
    const message = fout && toFaultText(say, vraag, gekozen, fout);
    const { kaarten, uitleg } = findFixed(vraag);
    const place = bereikbaar.indexOf(vraag);
    const previous = bereikbaar[place - 1];
    const beantwoord = bereikbaar.filter(({ feit }) => feit !== vraag.feit && antwoorden[feit] !== undefined);
    return {
      template: 'vraag',
      titel: vraag.vraag,
      fout: Boolean(fout),
      // Open at once after that answer, and again above the advice; not above every question between.
      gevaarOpen:
        previous?.feit === ACUUT_GEVAAR && antwoorden[vraag.feit] === undefined && isGevaarOpen(antwoorden),
      kruimels: [
        ...(casus ? [{ tekst: say('casus.titel-casus', { code: casus.code }) }] : []),
        { tekst: say('pagina.vragen-kruimel') },
      ],
      model: {
        actie: stand === null ? '/casus' : `/vragen/${vraag.slug}${stand}`,
        casus: casus && {
          ...casus,
          bewaard: isAllSaved(casus.mee),
          vraag: vraag.slug,
          vorige: previous?.slug ?? null,
        },
        vorige: previous && stand !== null ? `/vragen/${previous.slug}${stand}` : null,
        totNu: place >= ENOUGH_FOR_ADVICE && stand !== null ? `/advies${stand}&tot=nu` : null,
        nogTeGaan: toStillToGo(vraag, progress),
        kaarten:
          gekozen.length > 0 || message
            ? views.renderPart('option-cards', toCards(vraag, gekozen, message))
            : kaarten,
        uitleg,
        fouten: message ? [{ href: `#${toInputId(vraag, vraag.opties[0]?.id)}`, tekst: message }] : [],
        casusOpenen: stand === '',
        casusBewaren: stand ? { actie: `/casus/bestand${stand}` } : null,
        eerdereAntwoorden: toAntwoordRows(beantwoord, antwoorden, stand),
      },
    };
  };
}

/** What is wrong in words; of answers that do not go together the one that stands alone is named. */
function toFaultText(say: Say, { opties }: Vraag, chosen: readonly string[], fault: AntwoordFault): string {
  if (fault !== 'nietAlleen') return say(`vragen.${fault}`);
  const alone = opties.find(({ id, alleen }) => alleen && chosen.includes(id));
  return say('vragen.nietAlleen', { antwoord: alone?.tekst ?? '' });
}

function isDicht({ type, opties }: Vraag): boolean {
  return type === 'keuze' && opties.length > MANY_OPTIONS;
}

/** The model of the options of a question, with what is ticked and what is wrong. */
function toCards(vraag: Vraag, chosen: readonly string[], fault: string | undefined) {
  const dicht = isDicht(vraag);
  return {
    vraagId: vraag.slug,
    vraag: vraag.vraag,
    beschrijving: vraag.toelichting,
    naam: vraag.feit,
    isMeerkeuze: vraag.type === 'meerkeuze',
    fout: fault ?? null,
    dicht,
    opties: vraag.opties.map(({ id, tekst, toelichting, alleen }) => ({
      id,
      inputId: toInputId(vraag, id),
      tekst,
      toelichting: dicht ? null : toelichting,
      wieWeetHet: id === DONT_KNOW && !toelichting && !dicht ? vraag.wieWeetHet : null,
      gekozen: chosen.includes(id),
      scheiding: alleen === true && vraag.opties.find((optie) => optie.alleen)?.id === id,
    })),
  };
}

function toInputId({ slug }: Vraag, optie = ''): string {
  return `${slug}-${optie}`;
}

/** The options that are ticked, for an answer that was given before. */
function toChecked(antwoorden: Antwoorden, { feit }: Vraag): readonly string[] {
  const antwoord = antwoorden[feit];
  if (antwoord === undefined) return [];
  return typeof antwoord === 'string'
    ? [antwoord]
    : toChosen(antwoord).length > 0
      ? toChosen(antwoord)
      : [DONT_KNOW];
}

function toTafelNames(model: Beslismodel, { wanneer }: Vraag): string[] {
  if (!('tafels' in wanneer)) return [];
  return wanneer.tafels.flatMap((id) => model.tafelOf.get(id)?.korteNaam ?? []);
}

function toTexts({ vraag, toelichting, waarom, opties }: Vraag): string[] {
  return [vraag, toelichting, waarom, ...opties.flatMap((optie) => [optie.tekst, optie.toelichting ?? ''])];
}

/** How many questions are left, as far as it can be told: before the signals are known nobody can say. */
function toStillToGo(vraag: Vraag, { model, antwoorden, situatie }: Progress) {
  if (vraag.feit === SIGNALEN) return { bepalend: true };
  if (antwoorden[SIGNALEN] === undefined) {
    const aantal = countGeneral(model, vraag, antwoorden);
    return isEmpty(antwoorden) ? { eerste: true } : { algemeen: true, aantal, een: aantal === 1 };
  }
  const aantal = countAtMost(model, antwoorden, vraag, situatie);
  return { laatste: aantal === 0, aantal, een: aantal === 1 };
}

/** How many of the questions that everyone gets come after this one; one of them depends on an answer, so about so many. */
function countGeneral({ vragen }: Beslismodel, vraag: Vraag, antwoorden: Antwoorden): number {
  return vragen.filter(
    ({ feit, wanneer }) => 'altijd' in wanneer && feit !== vraag.feit && antwoorden[feit] === undefined,
  ).length;
}
