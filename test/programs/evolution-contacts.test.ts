import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { writeVcard } from '../../src/documents/vcard-writer.ts';

/** Reads a card as Evolution does, and prints what it shows of it. */
const SCRIPT = `
import json, sys, gi
gi.require_version('EBookContacts', '1.2')
from gi.repository import EBookContacts
card = EBookContacts.Contact.new_from_vcard(sys.stdin.read()).props
print(json.dumps([card.full_name, card.org, card.business_phone, card.email_1, card.note]))
`;

it.each([
  ['0534876969', '+31534876969'],
  ['+31534876969', '+31534876969'],
  ['08001205', '08001205'],
  ['14053', '14053'],
])('Evolution shows the number %s', (waarde, shown) => {
  const note = 'Eén regel, met; tekens.\nEn een tweede.';
  const naam = 'Meldpunt; Zorgwekkend, Gedrag';
  const card = writeVcard({
    url: 'https://wegwijzer.example/x',
    source: 'https://wegwijzer.example/x/contact.vcf',
    naam,
    organisatie: 'GGD; Twente, Enschede',
    addresses: [
      { soort: 'telefoon', waarde },
      { soort: 'e-mail', waarde: 'meldpunt@example.nl' },
    ],
    note,
  });
  const read = execFileSync('/usr/bin/python3', ['-c', SCRIPT], { input: card, encoding: 'utf8' });
  expect(JSON.parse(read)).toEqual([
    naam.replace(';', ','),
    'GGD; Twente, Enschede',
    shown,
    'meldpunt@example.nl',
    note.replace(';', ','),
  ]);
});
