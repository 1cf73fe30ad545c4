import { toDateText } from '../../domain/calendar.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { toSentence } from '../../domain/sentence.ts';
import type { AnswerLink } from '../../domain/table-answers/answer-link.ts';
import { toAnswerText, toWaaromText } from '../../domain/table-answers/answer-words.ts';
import { DELEN, KEUZES, listWaarom, type TafelAntwoord } from '../../domain/table-answers/choices.ts';
import type { TypedAnswer } from '../../domain/table-answers/parse-answer.ts';
import { type StoredAnswer, toWeek } from '../../domain/table-answers/table-answers.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toCopyBox } from '../mail-parts.ts';
import type { Page } from '../page.ts';

type Deps = Pick<Services, 'content' | 'say'>;

/** What the page of a link shows beside its choices. */
interface Shown {
  readonly token: string;
  readonly link: AnswerLink;
  readonly isChanged: boolean;
  /** What was answered to it before. */
  readonly earlier: StoredAnswer | null;
  readonly typed: TypedAnswer;
  readonly fout?: VeldFault | null;
  /** That the answer was not kept. */
  readonly melding?: string | null;
}

export const NOTHING_TYPED: TypedAnswer = { keuze: '', datum: '', waarom: '', naar: '', delen: [] };

/** The page on which a table answers: what it is for, and what can be answered. */
export function toAnswerPage(
  { content, say }: Deps,
  tafel: Overlegtafel,
  { token, link, isChanged, earlier, typed, fout = null, melding = null }: Shown,
): Page {
  const [jaar, week] = toWeek(link.gemaakt).split('-W');
  const findFault = (veld: string) => (fout?.veld === veld ? fout.melding : null);
  const delen = listDelen(content, tafel);
  // A group of choices cannot have the focus: its first choice has it.
  const firstOf = new Map([
    ['keuze', `keuze-${KEUZES[0]}`],
    ['waarom', 'waarom-0'],
    ['delen', `delen-${delen[0]}`],
  ]);
  return {
    template: 'tafelantwoord',
    titel: say('tafelantwoord.titel'),
    kruimels: toAnswerCrumbs(say),
    fout: fout !== null || melding !== null,
    model: {
      token,
      inZin: tafel.inZin,
      gemaakt: say('tafelantwoord.week', { week: Number(week), jaar: jaar ?? '' }),
      isChanged,
      eerder: earlier && {
        op: toDateText(earlier.dag),
        keuze: say(`tafelantwoord.${earlier.keuze}`),
      },
      melding,
      fouten: fout ? [{ href: `#${firstOf.get(fout.veld) ?? fout.veld}`, tekst: fout.melding }] : [],
      foutKeuze: findFault('keuze'),
      keuzes: KEUZES.map((id) => ({
        id,
        inputId: `keuze-${id}`,
        tekst: say(`tafelantwoord.${id}`),
        gekozen: typed.keuze === id,
        [id]: true,
      })),
      datum: { waarde: typed.datum, fout: findFault('datum') },
      waarom: { fout: findFault('waarom'), opties: toWaaromOptions(say, tafel, typed.waarom) },
      naar: {
        fout: findFault('naar'),
        opties: content.tafels
          .filter(({ id }) => id !== tafel.id)
          .map(({ id, naam }) => ({ id, tekst: naam, gekozen: typed.naar === id })),
      },
      delen: {
        fout: findFault('delen'),
        opties: delen.map((id) => ({
          id,
          inputId: `delen-${id}`,
          tekst: content.pakketvelden.rubrieken[id],
          gekozen: typed.delen.includes(id),
        })),
      },
    },
  };
}

/** The trail to the pages of a link. */
export function toAnswerCrumbs(say: Say) {
  return [{ tekst: say('tafelantwoord.kruimel') }];
}

/** The parts that a package for this table has. */
function listDelen({ pakketvelden }: Deps['content'], tafel: Overlegtafel) {
  const asked = pakketvelden.velden.filter(({ tafels }) => tafels === 'alle' || tafels.includes(tafel.id));
  // The fields of a criterion are made of the rules of the table.
  return DELEN.filter((deel) => deel === 'onderbouwing' || asked.some(({ rubriek }) => rubriek === deel));
}

/** The criteria of the table in their own words, then the other reasons. */
function toWaaromOptions(say: Say, tafel: Overlegtafel, chosen: string) {
  const criteria = new Map(tafel.regels.criteria.map(({ id, tekst }) => [`criterium:${id}`, tekst]));
  return listWaarom(tafel).map((id, index) => ({
    id,
    inputId: `waarom-${index}`,
    tekst: criteria.get(id) ?? toSentence(toWaaromText(say, tafel, id)),
    scheiding: index === criteria.size,
    gekozen: id === chosen,
  }));
}

/**
 * The page after an answer: the text to mail back, and in it the code for the case file of who sent the package. The
 * casuscode is a blank in it: this site does not know it.
 */
export function toAnsweredPage(
  { content, say }: Pick<Services, 'content' | 'say'>,
  tafel: Overlegtafel,
  { token, code, antwoord }: { token: string; code: string; antwoord: TafelAntwoord },
): Page {
  const tekst = toAnswerText(say, content, tafel, antwoord);
  const bericht = say('tafelantwoord.bericht', { antwoord: tekst, tafel: tafel.inZin, code });
  return {
    template: 'tafelantwoord-klaar',
    titel: say('tafelantwoord.titel-klaar'),
    kruimels: toAnswerCrumbs(say),
    model: {
      token,
      code,
      antwoord: tekst,
      bericht: toCopyBox({
        id: 'bericht',
        label: say('tafelantwoord.bericht-label'),
        tekst: bericht,
        rijen: bericht.split('\n').length + 1,
      }),
    },
  };
}
