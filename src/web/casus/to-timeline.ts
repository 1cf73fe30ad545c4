import { toDateText } from '../../domain/calendar.ts';
import type { Casus } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { listTimeline, type TimelineEvent } from '../../domain/casus/timeline.ts';
import { toClause } from '../../domain/sentence.ts';
import { type DrawnEvent, type Shape, toShapePath, toTimelinePicture } from './to-timeline-picture.ts';

/** So many lanes are for organisations; who wrote less shares one. */
const MAX_ORGANISATIONS = 5;
/** So many events a picture can hold; the list says the same, and those of longer ago on request. */
const MAX_DRAWN = 60;
const SHAPES = ['beter', 'gelijk', 'slechter', 'notitie', 'aanmelding', 'datum'] as const;

/** The timeline as a picture, and as a list that says the same, or all of it; null when nothing has a day yet. */
export function toTimeline(rules: CasusRules, casus: Casus, today: string, isWhole = false) {
  const { say } = rules;
  const events = listTimeline(casus);
  if (events.length === 0) return null;
  const lanes = nameLanes(rules, events);
  const last = events.slice(-MAX_DRAWN);
  const drawn = last.map(
    (event): DrawnEvent => ({ datum: event.datum, baan: lanes.find(event), vorm: toShape(event) }),
  );
  const toWords = createWords(rules, casus);
  const used = SHAPES.filter((vorm) => drawn.some((event) => event.vorm === vorm));
  return {
    beeld: toTimelinePicture(drawn, lanes.names, today),
    legenda: used.map((vorm) => ({
      vorm,
      pad: toShapePath(vorm, 0, 0),
      tekst: say(`casus.vorm-${vorm}`),
    })),
    aantal: events.length,
    ouder: events.length - last.length,
    isHeel: isWhole,
    gebeurtenissen: (isWhole ? events : last)
      .toReversed()
      .map((event) => ({ datum: toDateText(event.datum), tekst: toWords(event) })),
  };
}

function toShape(event: TimelineEvent): Shape {
  if (event.soort === 'logboek') return event.item.verloop || 'notitie';
  return event.soort === 'aanmelding' ? 'aanmelding' : 'datum';
}

/** A lane per organisation, the busiest first, then that of the packages and that of the days. */
function nameLanes({ say }: CasusRules, events: readonly TimelineEvent[]) {
  const counted = new Map<string, { naam: string; aantal: number }>();
  for (const event of events) {
    if (event.soort !== 'logboek') continue;
    const naam = event.item.organisatie.trim();
    const lane = counted.get(naam.toLowerCase()) ?? { naam, aantal: 0 };
    lane.aantal += 1;
    counted.set(naam.toLowerCase(), lane);
  }
  const busiest = [...counted].sort(([, a], [, b]) => b.aantal - a.aantal).slice(0, MAX_ORGANISATIONS);
  const own = new Map(busiest.map(([key, { naam }]) => [key, naam]));
  const others = say('casus.baan-anderen');
  return {
    names: [...own.values(), others, say('casus.baan-aanmeldingen'), say('casus.baan-data')],
    find: (event: TimelineEvent): string => {
      if (event.soort === 'logboek') return own.get(event.item.organisatie.trim().toLowerCase()) ?? others;
      return say(event.soort === 'aanmelding' ? 'casus.baan-aanmeldingen' : 'casus.baan-data');
    },
  };
}

/** Makes what says an event in words; a journal is long, so what its entries share is looked up once. */
function createWords({ say, tafelOf }: CasusRules, { checklist }: Casus): (event: TimelineEvent) => string {
  const factorNames = new Map(checklist.flatMap(({ id, weg, naam }) => (weg ? [] : [[id, naam] as const])));
  const verlopen = {
    beter: toClause(say('casus.vorm-beter')),
    gelijk: toClause(say('casus.vorm-gelijk')),
    slechter: toClause(say('casus.vorm-slechter')),
    '': say('casus.lijn-notitie'),
  };
  const toTafel = (id: string) => tafelOf.get(id)?.inZin ?? id;
  return (event) => {
    switch (event.soort) {
      case 'logboek': {
        const { functie, organisatie, factor, verloop } = event.item;
        const naam = factorNames.get(factor);
        return `${functie}, ${organisatie}: ${verlopen[verloop]}${naam ? ` (${naam})` : ''}`;
      }
      case 'aanmelding': {
        const { soort, tafel } = event.item;
        const stand = toClause(say(`casus.keuze-stand-${event.stand}`));
        return say('casus.lijn-aanmelding', {
          soort: toClause(say(`casus.soort-${soort}`)),
          tafel: toTafel(tafel),
          stand,
        });
      }
      case 'overleg':
        return say('casus.lijn-overleg', { tafel: toTafel(event.tafel) });
      case 'plan':
        return say('casus.lijn-plan', {
          wat: event.item.doetWat,
          stand: toClause(say(`casus.keuze-stand-${event.item.stand}`)),
        });
      case 'termijnen':
        return say('casus.lijn-termijnen', { wat: event.item.wat });
      case 'afgesloten':
        return say('casus.lijn-afgesloten');
    }
  };
}
