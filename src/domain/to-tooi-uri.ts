import type { Gemeente } from './model/gemeente.ts';

/** The uri of a gemeente in TOOI, the register of the Dutch government. */
export function toTooiUri({ cbsCode }: Pick<Gemeente, 'cbsCode'>): string {
  return `https://identifier.overheid.nl/tooi/id/gemeente/${cbsCode.toLowerCase()}`;
}
