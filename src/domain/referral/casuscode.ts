import { isBsn } from '../privacy/find-nummer.ts';

/** A code to try: the year of `now` and a number, without anything of the person in it. */
export function suggestCasuscode(now: Date): string {
  return `TW-${now.getUTCFullYear()}-001`;
}

/** Capitalised words that name no person. */
const GEWONE_WOORDEN = new Set(['casus', 'client', 'code', 'dossier', 'twente', 'zaak']);

/** What is wrong with a casuscode, in Dutch, or null. A code must not be, or look like, data of a person. */
export function checkCasuscode(code: string): string | null {
  if (code === '')
    return 'Vul een casuscode in. Bijvoorbeeld de letters van uw organisatie, het jaar en een volgnummer.';
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{1,29}$/.test(code)) {
    return 'Gebruik voor de casuscode 2 tot 30 letters, cijfers en streepjes, zonder spaties. Gebruik geen naam.';
  }
  if (bevatBsn(code)) {
    return 'In deze casuscode staat iets dat lijkt op een burgerservicenummer (BSN). Gebruik een code die niets over de persoon zegt.';
  }
  if (/^(\d{1,2}[._/-]\d{1,2}[._/-](\d{2}|\d{4})|(19|20)\d{2}[._/-]\d{1,2}[._/-]\d{1,2})$/.test(code)) {
    return 'Deze casuscode lijkt op een (geboorte)datum. Gebruik een code die niets over de persoon zegt.';
  }
  if (/^[\d._/-]+$/.test(code) && code.replaceAll(/\D/g, '').length >= 8) {
    return 'Deze casuscode lijkt op een telefoonnummer of een ander persoonlijk nummer. Zet er letters bij, zoals TW-2026-001.';
  }
  if (!/\d/.test(code) || lijktNaam(code)) {
    return 'Deze casuscode kan een naam zijn. Gebruik hoofdletters en ten minste één cijfer, zoals TW-2026-001.';
  }
  return null;
}

/** A run of 8 or 9 digits, or a code of digits and separators only, that can be a BSN. */
function bevatBsn(code: string): boolean {
  const reeksen = code.match(/\d+/g) ?? [];
  const heel = /^[\d._/-]+$/.test(code) ? [code.replaceAll(/\D/g, '')] : [];
  return [...reeksen, ...heel].some((cijfers) => isBsn(cijfers));
}

/** A word such as "Jansen": a capital and then small letters. */
function lijktNaam(code: string): boolean {
  return (code.match(/[A-Z][a-z]{2,}/g) ?? []).some((woord) => !GEWONE_WOORDEN.has(woord.toLowerCase()));
}
