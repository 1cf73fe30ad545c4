import type { Gebeurtenis, TellingenPerWeek, VraagTelling, WeekTelling } from '../model/telling.ts';

const LEGE_WEEK: WeekTelling = { gestart: 0, afgerond: 0, uitkomsten: {}, tafels: {}, vragen: {} };
const LEGE_VRAAG: VraagTelling = { gesteld: 0, beantwoord: 0, weetNiet: 0 };

/** The counts with one event more in this week; those that were given stay as they are. */
export function addGebeurtenis(
  weken: TellingenPerWeek,
  week: string,
  gebeurtenis: Gebeurtenis,
): TellingenPerWeek {
  return { ...weken, [week]: addToWeek(weken[week] ?? LEGE_WEEK, gebeurtenis) };
}

/** How many people stopped at a question, as far as the counts can tell. */
export function countAfgehaakt({ gesteld, beantwoord }: VraagTelling): number {
  return Math.max(0, gesteld - beantwoord);
}

function addToWeek(week: WeekTelling, gebeurtenis: Gebeurtenis): WeekTelling {
  switch (gebeurtenis.soort) {
    case 'gestart':
      return { ...week, gestart: week.gestart + 1 };
    case 'afgerond':
      return {
        ...week,
        afgerond: week.afgerond + 1,
        uitkomsten: addOne(week.uitkomsten, gebeurtenis.uitkomst),
        tafels: gebeurtenis.tafels.reduce(addOne, week.tafels),
      };
    case 'gesteld':
      return addToVraag(week, gebeurtenis.feit, { gesteld: 1, beantwoord: 0, weetNiet: 0 });
    case 'beantwoord':
      return addToVraag(week, gebeurtenis.feit, {
        gesteld: 0,
        beantwoord: 1,
        weetNiet: gebeurtenis.weetNiet ? 1 : 0,
      });
  }
}

function addOne(aantallen: Readonly<Record<string, number>>, sleutel: string): Record<string, number> {
  return { ...aantallen, [sleutel]: (aantallen[sleutel] ?? 0) + 1 };
}

function addToVraag(week: WeekTelling, feit: string, erbij: VraagTelling): WeekTelling {
  const { gesteld, beantwoord, weetNiet } = week.vragen[feit] ?? LEGE_VRAAG;
  return {
    ...week,
    vragen: {
      ...week.vragen,
      [feit]: {
        gesteld: gesteld + erbij.gesteld,
        beantwoord: beantwoord + erbij.beantwoord,
        weetNiet: weetNiet + erbij.weetNiet,
      },
    },
  };
}
