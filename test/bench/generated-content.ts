import { join } from 'node:path';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import type { Content } from '../../src/domain/model/content.ts';
import type { Overlegtafel } from '../../src/domain/model/overlegtafel.ts';
import type { Vraag } from '../../src/domain/model/vraag.ts';
import { readTexts } from '../../src/templates/texts.ts';
import { loadContent } from '../support/load-content.ts';
import { vignettes } from '../support/vignettes.ts';

/** The real content, read from the folder in which the measurement is started. */
export const realContent = loadContent(`${process.cwd()}/`);
/** The real texts. */
export const say = readTexts(join(process.cwd(), 'views/text'));

/**
 * Content of the same kind with so many tables: copies of the real ones, each copy of all eight with questions of its own
 * (unless `sharedQuestions`) and a signal of its own, and with gemeenten that many times as well.
 */
export function generateContent(tables: number, options: { sharedQuestions?: boolean } = {}): Content {
  const { tafels, vragen, gemeenten } = realContent;
  const copies = Math.ceil(tables / tafels.length);
  const ids = Array.from({ length: copies }, (_, copy) => (copy === 0 ? '' : `-${copy}`));
  const isOwn = (vraag: Vraag) => 'tafels' in vraag.wanneer;
  const own = new Set(vragen.filter(isOwn).map(({ feit }) => feit));
  const toFeit = (feit: string, copy: string) =>
    copy === '' || options.sharedQuestions || !own.has(feit) ? feit : `${feit}${copy.replace('-', 'K')}`;
  return {
    ...realContent,
    tafels: ids.flatMap((copy) => tafels.map((tafel) => copyTafel(tafel, copy, toFeit))).slice(0, tables),
    vragen: [
      ...vragen.filter((vraag) => !isOwn(vraag)).map((vraag) => addSignals(vraag, ids)),
      ...(options.sharedQuestions ? [''] : ids).flatMap((copy) =>
        vragen
          .filter(isOwn)
          .map((vraag) => copyVraag(vraag, copy, toFeit, options.sharedQuestions ? ids : [copy])),
      ),
    ],
    gemeenten: ids.flatMap((copy) =>
      gemeenten.map((gemeente) => ({
        ...gemeente,
        id: `${gemeente.id}${copy}`,
        naam: `${gemeente.naam}${copy}`,
      })),
    ),
  };
}

/** The question for the signals, with an option for each copy. */
function addSignals(vraag: Vraag, copies: readonly string[]): Vraag {
  if (vraag.feit !== 'signalen') return vraag;
  return {
    ...vraag,
    opties: copies.flatMap((copy) => vraag.opties.map((optie) => ({ ...optie, id: `${optie.id}${copy}` }))),
  };
}

function copyTafel(
  tafel: Overlegtafel,
  copy: string,
  toFeit: (feit: string, copy: string) => string,
): Overlegtafel {
  const { regels } = tafel;
  const rename = <T extends { fact: string }>(voorwaarde: T): T => ({
    ...voorwaarde,
    fact: toFeit(voorwaarde.fact, copy),
  });
  return {
    ...tafel,
    id: `${tafel.id}${copy}`,
    regels: {
      ...regels,
      signaal: `${regels.signaal}${copy}`,
      criteria: regels.criteria.map((criterium) => ({
        ...criterium,
        voorwaarde: rename(criterium.voorwaarde),
      })),
      ...(regels.ookGeopendDoor ? { ookGeopendDoor: rename(regels.ookGeopendDoor) } : {}),
      ...(regels.financiering
        ? { financiering: { ...regels.financiering, feit: toFeit(regels.financiering.feit, copy) } }
        : {}),
    },
  };
}

function copyVraag(
  vraag: Vraag,
  copy: string,
  toFeit: (feit: string, copy: string) => string,
  copies: readonly string[],
): Vraag {
  if (!('tafels' in vraag.wanneer)) return vraag;
  const { tafels } = vraag.wanneer;
  return {
    ...vraag,
    feit: toFeit(vraag.feit, copy),
    slug: `${vraag.slug}${copy}`,
    wanneer: { tafels: copies.flatMap((other) => tafels.map((id) => `${id}${other}`)) },
  };
}

/** Answers to all questions of this content, varied by number, that open every table. */
export function answerAll({ vragen }: Pick<Content, 'vragen'>, nummer = 0): Antwoorden {
  return Object.fromEntries(
    vragen.map(({ feit, type, opties }, index) => {
      if (feit === 'acuutGevaar') return [feit, 'nee'];
      if (feit === 'signalen') return [feit, ['weetNiet']];
      const choice = opties[(index * 7 + nummer) % opties.length]?.id ?? '';
      return [feit, type === 'meerkeuze' ? [choice] : choice];
    }),
  );
}

/** The answers of a case that ends in a referral after ten questions. */
export const plainCasus: Antwoorden =
  vignettes.find(({ naam }) => naam.startsWith('tafels geprobeerd'))?.antwoorden ?? {};
