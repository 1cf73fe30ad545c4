import type { Gebeurtenis, TellingenPerWeek, VraagTelling, WeekTelling } from '../model/telling.ts';

/** Counts one event in this week. Changes `weken` itself: it runs at every request, and copying would cost more. */
export function addGebeurtenis(weken: TellingenPerWeek, week: string, gebeurtenis: Gebeurtenis): void {
  weken[week] ??= { gestart: 0, afgerond: 0, uitkomsten: {}, tafels: {}, vragen: {} };
  addToWeek(weken[week], gebeurtenis);
}

/** How many people stopped at a question, as far as the counts can tell. */
export function countAfgehaakt({ gesteld, beantwoord }: VraagTelling): number {
  return Math.max(0, gesteld - beantwoord);
}

function addToWeek(week: WeekTelling, gebeurtenis: Gebeurtenis): void {
  switch (gebeurtenis.soort) {
    case 'gestart':
      week.gestart += 1;
      return;
    case 'afgerond':
      week.afgerond += 1;
      addOne(week.uitkomsten, gebeurtenis.uitkomst);
      for (const tafel of gebeurtenis.tafels) addOne(week.tafels, tafel);
      return;
    case 'gesteld':
      findVraag(week, gebeurtenis.feit).gesteld += 1;
      return;
    case 'beantwoord': {
      const vraag = findVraag(week, gebeurtenis.feit);
      vraag.beantwoord += 1;
      if (gebeurtenis.weetNiet) vraag.weetNiet += 1;
    }
  }
}

function addOne(aantallen: Record<string, number>, sleutel: string): void {
  aantallen[sleutel] = (aantallen[sleutel] ?? 0) + 1;
}

function findVraag(week: WeekTelling, feit: string): VraagTelling {
  week.vragen[feit] ??= { gesteld: 0, beantwoord: 0, weetNiet: 0 };
  return week.vragen[feit];
}
