/**
 * Every text that code says, with the slots that it may have. The Dutch is in `views/text`: `zoeken.leeg` is the key
 * `leeg` of `views/text/zoeken.json`, and `{slot}` in it is filled in.
 */
export const TEXTS = {
  'zoeken.verbeter': [],
  'zoeken.ontbreekt': [],
  'zoeken.een-keer': [],
  'zoeken.leeg': [],
  'zoeken.te-lang': ['hoogstens'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The key of a text: its file and its name in it. */
export type TextKey = keyof typeof TEXTS;

type Slot<K extends TextKey> = (typeof TEXTS)[K][number];

/** Gives a text with its slots filled in. */
export type Say = <K extends TextKey>(
  key: K,
  ...values: [Slot<K>] extends [never] ? [] : [Readonly<Record<Slot<K>, string | number>>]
) => string;
