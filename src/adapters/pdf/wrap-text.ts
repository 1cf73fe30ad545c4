import { splitGrafemen } from './printable-text.ts';

/** The width of a text in points, in the font and size for which it was made. */
export type Measure = (tekst: string) => number;

/** Longer words are measured character by character: a whole text without a space is one word too. */
const LANG_WOORD = 60;

/** Break after a space, and after a hyphen or slash between words; a date or casuscode stays whole. */
const BREEKPLEK = /(?<= )(?=[^ ])|(?<=\p{L}{2}[-–—/])(?=\p{L}{2})/u;

/** Cuts a text into lines of at most `width` points; each line keeps its last space, so that words never join. */
export function wrapText(tekst: string, width: number, measure: Measure): string[] {
  const alineas = tekst.split('\n');
  return alineas.flatMap((alinea, index) => {
    const regels = wrapAlinea(alinea, width, measure);
    return index < alineas.length - 1 ? regels.with(-1, `${regels.at(-1)?.trimEnd()} `) : regels;
  });
}

/** The width of the longest line when nothing is broken, and of the longest word, in points. */
export function measureText(tekst: string, measure: Measure): { regel: number; woord: number } {
  let regel = 0;
  let woord = 0;
  for (const alinea of tekst.split('\n')) {
    const breedtes = alinea.split(BREEKPLEK).map((deel) => measureWoord(deel, measure));
    regel = Math.max(regel, sum(breedtes));
    woord = breedtes.reduce((langste, breedte) => Math.max(langste, breedte), woord);
  }
  return { regel, woord };
}

function wrapAlinea(alinea: string, width: number, measure: Measure): string[] {
  const regels: string[] = [];
  let regel = '';
  let breedte = 0;
  const voegToe = (deel: string, deelBreedte: number, inkt: number) => {
    if (regel !== '' && breedte + inkt > width) {
      regels.push(regel);
      regel = '';
      breedte = 0;
    }
    regel += deel;
    breedte += deelBreedte;
  };
  for (const woord of alinea.split(BREEKPLEK)) {
    const inkt = measureWoord(woord.trimEnd(), measure);
    if (inkt <= width) voegToe(woord, measureWoord(woord, measure), inkt);
    else for (const teken of splitGrafemen(woord)) voegToe(teken, measure(teken), measure(teken));
  }
  return [...regels, regel];
}

function measureWoord(woord: string, measure: Measure): number {
  return woord.length > LANG_WOORD ? sum(splitGrafemen(woord).map(measure)) : measure(woord);
}

function sum(getallen: readonly number[]): number {
  return getallen.reduce((som, getal) => som + getal, 0);
}
