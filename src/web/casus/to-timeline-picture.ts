import { toDateText } from '../../domain/calendar.ts';

/** In units of the view box: narrow, so that its letters can be read on a phone. */
const WIDTH = 360;
const MARGIN = 12;
const TOP = 22;
const LABEL = 18;
const ROW = 18;
const GAP = 8;
const AXIS = 24;
/** Of one shape to the next, so that they can be told apart. */
const NEAR = 15;
const LABEL_LENGTH = 44;
/** Where a label begins, and at most how wide a letter of it is on average. */
const LABEL_X = 4;
const LETTER = 7;
/** A half of the word "vandaag". */
const TODAY = 30;
const DAY = 24 * 60 * 60 * 1000;

/** How an event is drawn: the shape tells it, its colour says it again. */
const PATHS = {
  beter: 'm0-7l7 13h-14z',
  slechter: 'm0 7l7-13h-14z',
  gelijk: 'm-6-5h12v10h-12z',
  notitie: 'm-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z',
  aanmelding: 'm0-7l7 7l-7 7l-7-7z',
  datum: 'm-1.5-7h3v5.5h5.5v3h-5.5v5.5h-3v-5.5h-5.5v-3h5.5z',
} as const;
export type Shape = keyof typeof PATHS;

/** An event as the picture shows it: on a lane, with a shape. */
export interface DrawnEvent {
  readonly datum: string;
  readonly baan: string;
  readonly vorm: Shape;
}

/** The shape alone, for the legend. */
export function toShapePath(vorm: Shape, x: number, y: number): string {
  return `M${x} ${y}${PATHS[vorm]}`;
}

/** The timeline with a lane per name that has events: events of days close together lie under each other. */
export function toTimelinePicture(events: readonly DrawnEvent[], names: readonly string[], today: string) {
  const days = [today, ...events.map(({ datum }) => datum)].sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const span = toDays(last) - toDays(first);
  const toX = (datum: string) =>
    span === 0
      ? WIDTH / 2
      : Math.round(MARGIN + ((toDays(datum) - toDays(first)) / span) * (WIDTH - 2 * MARGIN));
  let y = TOP;
  const banen = names.flatMap((naam) => {
    const own = events.filter(({ baan }) => baan === naam);
    if (own.length === 0) return [];
    const top = y;
    const ends: number[] = [];
    const vormen = own.map(({ datum, vorm }) => {
      const x = toX(datum);
      const free = ends.findIndex((end) => end + NEAR <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x;
      return { vorm, pad: toShapePath(vorm, x, top + LABEL + ROW * row + ROW / 2) };
    });
    y = top + LABEL + ROW * ends.length + GAP;
    return {
      naam: shorten(naam),
      y: top,
      tekstX: LABEL_X,
      tekstY: top + 13,
      hoog: y - top - GAP / 2,
      vormen,
    };
  });
  const x = toX(today);
  return {
    breed: WIDTH,
    hoog: y + AXIS,
    banen,
    vandaag: {
      tekstX: Math.min(Math.max(x, TODAY), WIDTH - TODAY),
      pad: toTodayPath(x, y, banen),
    },
    van: { x: 0, y: y + 16, tekst: toDateText(first) },
    tot: { x: WIDTH, y: y + 16, tekst: span === 0 ? '' : toDateText(last) },
  };
}

/** The line of today from top to bottom, with a gap where it would run through the label of a lane. */
function toTodayPath(x: number, bottom: number, banen: readonly { naam: string; y: number }[]): string {
  const gaps = banen
    .filter(({ naam }) => x <= LABEL_X + LETTER * naam.length)
    .map(({ y }) => `V${y}M${x} ${y + LABEL}`);
  return `M${x} ${TOP - 6}${gaps.join('')}V${bottom}`;
}

function toDays(datum: string): number {
  return Date.parse(`${datum}T00:00:00Z`) / DAY;
}

function shorten(naam: string): string {
  return naam.length > LABEL_LENGTH ? `${naam.slice(0, LABEL_LENGTH - 1)}…` : naam;
}
