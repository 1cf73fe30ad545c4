/** A column: its heading, and how wide it may be at most; null for the one that gets the rest. */
export interface Kolom {
  readonly kop: string;
  readonly max: number | null;
}

/** The narrowest that a column gets, in characters. */
const MIN_BREEDTE = 8;
const TUSSEN = '  ';

/** Rows as a table for a terminal of this width, in characters: long texts go on at the next line of their column. */
export function toTable(
  kolommen: readonly Kolom[],
  rijen: readonly (readonly string[])[],
  breedte: number,
): string {
  const schoon = rijen.map((rij) => rij.map(clean));
  const breedtes = chooseBreedtes(kolommen, schoon, breedte);
  const regels = [
    kolommen.map(({ kop }) => kop),
    breedtes.map((kolom) => '-'.repeat(kolom)),
    ...schoon,
  ].flatMap((rij) => toRegels(rij, breedtes));
  return `${regels.join('\n')}\n`;
}

/** A report must not be able to move the cursor, recolour the screen or turn the text around. */
function clean(tekst: string): string {
  return tekst.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '�');
}

function chooseBreedtes(
  kolommen: readonly Kolom[],
  rijen: readonly (readonly string[])[],
  breedte: number,
): number[] {
  const vast = kolommen.map(({ kop, max }, nummer) => {
    const langste = Math.max(kop.length, ...rijen.map((rij) => (rij[nummer] ?? '').length));
    return max === null ? 0 : Math.min(langste, Math.max(max, kop.length));
  });
  const over = breedte - vast.reduce((som, kolom) => som + kolom, 0) - TUSSEN.length * (kolommen.length - 1);
  return kolommen.map(({ max }, nummer) =>
    max === null ? Math.max(MIN_BREEDTE, over) : (vast[nummer] ?? 0),
  );
}

function toRegels(rij: readonly string[], breedtes: readonly number[]): string[] {
  const cellen = breedtes.map((breedte, nummer) => wrap(rij[nummer] ?? '', breedte));
  const hoogte = Math.max(...cellen.map((cel) => cel.length));
  return Array.from({ length: hoogte }, (_, regel) =>
    cellen
      .map((cel, nummer) => (cel[regel] ?? '').padEnd(breedtes[nummer] ?? 0))
      .join(TUSSEN)
      .trimEnd(),
  );
}

/** Breaks a text between words, and a word that does not fit wherever it must. */
function wrap(tekst: string, breedte: number): string[] {
  const regels: string[] = [''];
  for (const woord of tekst.split(' ').flatMap((deel) => cut(deel, breedte))) {
    const laatste = regels.at(-1) ?? '';
    if (laatste === '') regels[regels.length - 1] = woord;
    else if (laatste.length + 1 + woord.length <= breedte) regels[regels.length - 1] = `${laatste} ${woord}`;
    else regels.push(woord);
  }
  return regels;
}

function cut(woord: string, breedte: number): string[] {
  const aantal = Math.max(1, Math.ceil(woord.length / breedte));
  return Array.from({ length: aantal }, (_, deel) => woord.slice(deel * breedte, (deel + 1) * breedte));
}

/** So that Excel reads é and ë. */
const BOM = '\ufeff';
/** What Dutch Excel expects. */
const SCHEIDING = ';';

/**
 * Rows as CSV (RFC 4180 but with semicolons, as a Dutch Excel wants), every field in quotes.
 * Text that a spreadsheet could take for a formula gets an apostrophe before it.
 */
export function toCsv(rijen: readonly (readonly string[])[]): string {
  const regels = rijen.map((rij) =>
    rij.map((veld) => `"${defuse(veld).replaceAll('"', '""')}"`).join(SCHEIDING),
  );
  return `${BOM}${regels.map((regel) => `${regel}\r\n`).join('')}`;
}

/** Also after a separator or line end inside the text: a program that splits there would see a new field. */
function defuse(veld: string): string {
  return veld.replaceAll(/(^|[,;|\t\r\n])([\s"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
}
