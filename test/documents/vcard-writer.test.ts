import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeVcard } from '../../src/documents/vcard-writer.ts';
import type { Vcard } from '../../src/domain/model/contact.ts';

const CARD: Vcard = {
  url: 'https://wegwijzer.example/overlegtafels/triage-transfertafel',
  source: 'https://wegwijzer.example/overlegtafels/triage-transfertafel/contact.vcf',
  naam: 'Triage- & Transfertafel; ggz, Twente',
  organisatie: 'Zorg- en Veiligheidshuis; Twente, Cliëntondersteuning',
  addresses: [
    { soort: 'e-mail', waarde: 'aanmelding@triagetafeltwente.nl' },
    { soort: 'telefoon', waarde: '0534876969' },
    { soort: 'telefoon', waarde: '08001205' },
    { soort: 'website', waarde: 'https://www.example.nl/a,b;c?d=\\e' },
  ],
  note: 'Een heel lange notitie met “aanhalingstekens”, komma’s; puntkomma’s en \\ erin.\nEn een tweede regel: één.',
};

/** Reads a card with another library, as an address book does. */
function readVcard(tekst: string) {
  const kaart = new ICAL.Component(ICAL.parse(tekst));
  const read = (naam: string) => kaart.getAllProperties(naam).map((veld) => veld.getValues().map(String));
  return { kaart, read, een: (naam: string) => String(kaart.getFirstPropertyValue(naam)) };
}

describe('een visitekaartje', () => {
  it('leest een andere bibliotheek zoals het bedoeld is', () => {
    const { kaart, read, een } = readVcard(writeVcard(CARD));
    expect(kaart.name).toBe('vcard');
    expect(een('version')).toBe('4.0');
    expect(een('kind')).toBe('org');
    expect(een('fn')).toBe(toReadable(CARD.naam));
    expect(een('note')).toBe(toReadable(CARD.note));
    expect(read('org')).toEqual([[CARD.organisatie]]);
    expect(een('uid')).toBe(CARD.url);
    expect(een('source')).toBe(CARD.source);
    expect(read('email')).toEqual([['aanmelding@triagetafeltwente.nl']]);
    expect(read('url')).toEqual([['https://www.example.nl/a,b;c?d=\\e']]);
    expect(read('tel')).toEqual([['+31534876969'], ['08001205']]);
    expect(kaart.getFirstProperty('tel')?.getParameter('type')).toEqual(['work', 'voice']);
  });

  it('schrijft een nummer zo dat elk adresboek het houdt: als tekst, en elke soort apart', () => {
    expect(writeVcard(CARD).match(/^TEL.*(?=\r$)/gm)).toEqual([
      'TEL;TYPE=work;TYPE=voice:+31534876969',
      'TEL;TYPE=work;TYPE=voice:08001205',
    ]);
  });

  it('heeft geen organisatie als die er niet is', () => {
    expect(readVcard(writeVcard({ ...CARD, organisatie: null })).read('org')).toEqual([]);
  });

  it('begint en eindigt met de verplichte regels, en versie 4.0 komt meteen', () => {
    const lines = writeVcard(CARD).split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:4.0']);
    expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
  });

  it('houdt elke tekst heel: niets eindigt een regel, en geen regel is langer dan 75 bytes', () => {
    const special = fc.constantFrom(';', ',', ':', '\\', '\n', '\r', '\u2028');
    const char = fc.oneof(special, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    const tekst = fc.string({ unit: char, minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(tekst, tekst, tekst, (naam, organisatie, note) => {
        const vcard = writeVcard({ ...CARD, naam, organisatie, note: note });
        expect(vcard).not.toMatch(/[^\r]\n|\r(?!\n)/);
        for (const line of vcard.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const { een, read } = readVcard(vcard);
        expect(read('email')).toHaveLength(1);
        expect(een('fn')).toBe(toReadable(naam));
        expect(een('note')).toBe(toReadable(note));
      }),
    );
  });

  it('laat met een adres geen regel toevoegen', () => {
    const harmful = 'https://x.nl/\r\nEMAIL:kwaad@example.nl';
    const { read } = readVcard(writeVcard({ ...CARD, addresses: [{ soort: 'website', waarde: harmful }] }));
    expect(read('email')).toEqual([]);
    expect(read('url')).toEqual([['https://x.nl/%0D%0AEMAIL:kwaad@example.nl']]);
  });
});

/** What of a text can stand in a card. */
function toReadable(tekst: string): string {
  return (
    tekst
      .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // Evolution ends the text at one, and Thunderbird does not unescape it.
      .replaceAll(';', ',')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are left out.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  );
}
