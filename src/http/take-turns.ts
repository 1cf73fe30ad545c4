/** In bytes: what people type is seldom so much, and to read, check and compose more takes tens of milliseconds. */
const LONG = 64_000;
/** About two seconds of such work: whoever guards the server sees that it is too busy by what is done at once. */
const MOST = 80;

/** What waits for its turn; of the whole process, as the event loop is. */
const waiting: (() => void)[] = [];

/**
 * Does what is asked with a body of so many bytes: at once, or when it is long one at a time, each in a turn of the event
 * loop of its own. Of what came in together Node would do all before it looks at what came in meanwhile, and a page that
 * costs a millisecond would wait for all of it. Where too many wait, the next is done at once. `work` may not throw.
 */
export function takeTurn(bytes: number, work: () => void): void {
  if (bytes <= LONG || waiting.length >= MOST) {
    work();
    return;
  }
  waiting.push(work);
  if (waiting.length === 1) setImmediate(doNext);
}

function doNext(): void {
  const work = waiting.shift();
  if (waiting.length > 0) setImmediate(doNext);
  work?.();
}
