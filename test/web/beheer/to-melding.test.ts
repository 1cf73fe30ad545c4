import { describe, expect, it } from 'vitest';
import { readContentFiles } from '../../../src/content/load-content.ts';
import type { Files } from '../../../src/domain/editing/versions.ts';
import { setAt } from '../../../src/domain/json.ts';
import { toMelding } from '../../../src/web/beheer/drafts/to-melding.ts';

import { projectFiles } from '../../support/real-content.ts';

import { say } from '../../support/texts.ts';

type Json = Record<string, never>;
const VRAGEN = 'rules/vragen.json';
const vragen = (projectFiles[VRAGEN] as { vragen: { feit: string; opties: { id: string }[] }[] }).vragen;
const numberOf = (feit: string) => vragen.findIndex((vraag) => vraag.feit === feit);

/** What beheer says of files in which something was changed. */
function tell(bestand: string, change: (json: Json) => unknown): string {
  const files: Files = { ...projectFiles, [bestand]: change(structuredClone(projectFiles[bestand]) as Json) };
  const faults = readContentFiles(files).fouten;
  return faults.map((finding) => toMelding(say, [files, projectFiles], finding)).join('\n');
}

describe('een fout van de controle, voor wie geen bestanden ziet', () => {
  it('noemt vragen, tafels, antwoorden, contacten en velden zoals het formulier ze noemt', () => {
    const verblijf = tell(VRAGEN, (json) =>
      setAt(json, ['vragen', numberOf('verblijf'), 'wanneer'], { tafels: ['topx'] }),
    );
    expect(verblijf).toMatch(
      /de vraag “[^”]*verblijf[^”]*” wordt niet gevraagd als alleen deze tafel open is\. Zet “[^”]+” bij die vraag in/,
    );
    expect(verblijf).toContain('bij “Wanneer de vraag komt”, “Tafels”');
    const keuze = tell(VRAGEN, (json) =>
      setAt(json, ['vragen', numberOf('zoekt'), 'opties'], vragen[numberOf('zoekt')]?.opties.slice(1)),
    );
    expect(keuze).toMatch(/“[^”]+” is geen keuze van de vraag “[^”]+”\./);
    const vraag = tell(VRAGEN, (json) => ({
      ...json,
      vragen: vragen.filter(({ feit }) => feit !== 'zoekt'),
    }));
    expect(vraag).toMatch(/de vraag “[^”]+” staat niet in “Vragen”/);
    const jaNee = tell(VRAGEN, (json) =>
      setAt(
        json,
        ['vragen', numberOf('lokaalBesproken'), 'opties'],
        [
          { id: 'ja', tekst: 'Ja' },
          { id: 'nee', tekst: 'Nee' },
        ],
      ),
    );
    expect(jaNee).toContain('een vraag van het type “Ja of nee” heeft de keuzes “Ja”, “Nee”, “');
    const deel = tell('rules/topx.json', (json) => {
      const { regel } = json as unknown as { regel: { any: unknown[] } };
      return { ...json, regel: regel.any[1] };
    });
    expect(deel).toMatch(/het vereiste criterium “[^”]{20,}” staat er nog niet in\. Voeg een deel toe/);
    const dubbel = tell('tables/contacten.json', (json) => {
      const { contacten } = json as unknown as { contacten: { waarde: string }[] };
      const waarde = contacten.find((contact) => /^0\d{9}$/.test(contact.waarde))?.waarde;
      return {
        ...json,
        contacten: [...contacten, { ...contacten[0], id: 'nieuw', soort: 'telefoon', waarde }],
      };
    });
    expect(dubbel).toMatch(/staat ook in “Adresboek”, bij “[^”]+”\. Gebruik dat overal, en haal dit weg/);
    for (const text of [verblijf, keuze, vraag, jaNee, deel, dubbel])
      expect(text).not.toMatch(/"[a-z][A-Za-z-]+"|[a-z]\.[a-z]|zoekt"|contacten\.\d/);
  });
});
