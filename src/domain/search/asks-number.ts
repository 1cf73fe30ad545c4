/** Words of somebody who wants to call. */
const NUMBER_WORDS = new Set(
  'tel bel bellen telefoon telefonisch telefoonnummer telefoonnummers belnummer belnummers nummer nummers'.split(
    ' ',
  ),
);

/** Whether a word asks for a number: beside other words it says what is wanted of that, and not what it is. */
export function isNumberWord(woord: string): boolean {
  return NUMBER_WORDS.has(woord.toLowerCase());
}

/** Whether a question asks for a number. */
export function asksNumber(vraag: string): boolean {
  return vraag.split(/[^\p{L}\p{N}]+/u).some(isNumberWord);
}
