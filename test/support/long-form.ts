import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Only in `npm run proof`. */
    readonly share?: 'long';
  }
}

/**
 * How much of a long run is done: the first number in `npm test`, which must be quick enough to be run at every
 * change, and the second in `npm run proof`.
 */
export function chooseShare(short: number, long: number): number {
  return inject('share') === 'long' ? long : short;
}
