import { toShare } from '../domain/proof/proof-words.ts';

/** How a change of the advice is told. */
interface TenseWords {
  readonly is: string;
  readonly dan: string;
  /** In how many cases something is otherwise. */
  readonly deel: Count;
  /** In how many cases the advice is otherwise, whatever of it. */
  readonly anders: Count;
  /** How many cases there are that were not there, or not any more. */
  readonly erbij: Count;
  readonly weg: Count;
}

type Count = (part: bigint, whole: bigint) => string;

/** For who compares files, a change that is made: also with the exact number, of some thirty digits. */
const nu: TenseWords = {
  is: 'is nu',
  dan: 'nu',
  deel: (part, whole) => `bij ${toShareText(part, whole)} (precies ${toNumber(part)})`,
  anders: (part, whole) =>
    `Van alle ${toNumber(whole)} mogelijke antwoordsets verandert bij ${toShareText(part, whole)} iets.`,
  erbij: (part) => `Antwoordsets die er eerst niet waren: ${toNumber(part)}.`,
  weg: (part) => `Antwoordsets die er niet meer zijn: ${toNumber(part)}.`,
};

const ALL = 'Van alle mogelijke combinaties van antwoorden';

/** For who edits in the browser, a change that is still to come: in shares that one can take in. */
const straks: TenseWords = {
  is: 'wordt',
  dan: 'dan',
  deel: (part, whole) => `bij ${toRoundShareText(part, whole)}`,
  anders: (part, whole) => `${ALL} verandert bij ${toRoundShareText(part, whole)} iets.`,
  erbij: (part, whole) => `${ALL} komt ${toRoundShareText(part, whole)} erbij.`,
  weg: (part, whole) => `${ALL} verdwijnt ${toRoundShareText(part, whole)}.`,
};

export const TENSES = { nu, straks } as const;
export type Tense = keyof typeof TENSES;

/** "1 op de 340", or "42 %". */
function toShareText(part: bigint, whole: bigint): string {
  const share = toShare(part, whole);
  if (share.soort === 'geen') return 'geen enkele';
  return share.soort === 'eenOp' ? `1 op de ${share.aantal}` : `${share.aantal} %`;
}

const MILLION = 1_000_000n;

/** The same; of what is rarer than one in a million only that it is. */
function toRoundShareText(part: bigint, whole: bigint): string {
  return part * MILLION < whole ? 'minder dan 1 op de miljoen' : toShareText(part, whole);
}

function toNumber(number: bigint): string {
  return number.toLocaleString('nl-NL');
}
