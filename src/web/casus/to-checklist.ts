import { toDateText } from '../../domain/calendar.ts';
import type { Casus } from '../../domain/casus/casus.ts';
import { findCoincidingSignals, listTrends, SIGNAL_DAYS, type Trend } from '../../domain/casus/checklist.ts';
import type { Services } from '../../services.ts';
import type { Shown } from './shown.ts';
import { toItemList } from './to-item-list.ts';
import { toShapePath } from './to-timeline-picture.ts';

/** The checklist: each factor with how it goes, and the examples that are not in it yet. */
export function toChecklist(deps: Pick<Services, 'say' | 'now' | 'content'>, casus: Casus, shown: Shown) {
  const { say, content } = deps;
  const toTrend = (trend: Trend | null) =>
    trend && {
      vorm: trend.verloop,
      pad: toShapePath(trend.verloop, 0, 0),
      tekst: say(`casus.keuze-verloop-${trend.verloop}`),
      datum: toDateText(trend.datum),
    };
  const trends = new Map(
    listTrends(casus).map(({ factor, laatste, daarvoor }) => [
      factor.id,
      { laatste: toTrend(laatste), daarvoor: toTrend(daarvoor) },
    ]),
  );
  const lijst = toItemList(deps, casus, 'checklist', shown);
  const names = new Set(lijst.items.map((item) => String((item as { naam?: string }).naam).toLowerCase()));
  return {
    ...lijst,
    items: lijst.items.map((item) => ({ ...item, ...trends.get(item.id) })),
    voorbeelden: content.checklistvoorbeelden.flatMap(({ naam }, index) =>
      names.has(naam.toLowerCase()) ? [] : [{ naam, actie: `neem-checklist:${index}` }],
    ),
  };
}

/** The signals that coincide; null when there are none. */
export function toSignals(casus: Casus) {
  const signals = findCoincidingSignals(casus);
  if (signals.length === 0) return null;
  return {
    dagen: SIGNAL_DAYS,
    signalen: signals.map(({ factor, datum }) => ({
      naam: factor.naam,
      signaal: factor.signaal,
      datum: toDateText(datum),
    })),
  };
}
