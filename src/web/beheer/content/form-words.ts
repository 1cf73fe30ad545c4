import type { FormWords } from '../../../domain/editing/form/knoop.ts';
import type { FormFault } from '../../../domain/editing/form/to-value.ts';
import { type PlainKey, type Say, TEXTS } from '../../../domain/texts.ts';

/** Finds the word of a name: that of the name in its parent goes before that of the name alone. */
function find(say: Say, toKey: (naam: string) => string, naam: string, ouder = ''): string | null {
  const key = [toKey(`${ouder}_${naam}`), toKey(naam)].find((one) => Object.hasOwn(TEXTS, one));
  return key === undefined ? null : say(key as PlainKey);
}

/** The words of the forms, from `views/text/beheer-*.json`. What has no word is called as in the file. */
export function createFormWords(say: Say): FormWords {
  return {
    label: (naam, ouder) => find(say, (key) => `beheer-velden.${key}`, naam, ouder) ?? naam,
    hulp: (naam, ouder) => find(say, (key) => `beheer-hulp.${key}`, naam, ouder),
    een: (naam, ouder) => find(say, (key) => `beheer-een.${key}`, naam, ouder) ?? naam,
    keuze: (waarde) => find(say, (key) => `beheer-keuze.${key}`, waarde) ?? waarde,
    vorm: (naam) => find(say, (key) => `beheer-vorm.${key}`, naam) ?? naam,
  };
}

/** What a kind of content is called, and in one sentence what is in it. */
export function toSoortText(say: Say, soort: string): { readonly naam: string; readonly uitleg: string } {
  return {
    naam: find(say, (key) => `beheer-soort.${key}`, soort) ?? soort,
    uitleg: find(say, (key) => `beheer-soort-uitleg.${key}`, soort) ?? '',
  };
}

/** What is wrong with a field, in a sentence. */
export function toFaultText(say: Say, { fout, van = 0, tot = 0 }: FormFault): string {
  switch (fout) {
    case 'getal-van':
    case 'te-weinig':
      return say(`beheer-fout.${fout}`, { van });
    case 'getal-van-tot':
      return say('beheer-fout.getal-van-tot', { van, tot });
    case 'te-lang':
      return say('beheer-fout.te-lang', { tot });
    default:
      return say(`beheer-fout.${fout}`);
  }
}
