import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listHsds } from '../../src/api/hsds/list-hsds.ts';
import { checkAddresses } from '../../src/content/addresses.ts';
import { readContent } from '../../src/content/load-content.ts';
import { writeVcard } from '../../src/documents/vcard-writer.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import type { Content } from '../../src/domain/model/content.ts';
import { findOntvangerTafel } from '../../src/domain/referral/find-ontvanger.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { toContactButtons } from '../../src/web/contact-model.ts';
import { toTafelPage } from '../../src/web/directory/to-tafel-page.ts';
import { listJsonLd } from '../../src/web/reuse/list-json-ld.ts';
import { listVcards } from '../../src/web/reuse/list-vcards.ts';
import { copyContent } from '../support/content-copy.ts';
import { loadContent } from '../support/load-content.ts';
import { content, ROOT } from '../support/real-content.ts';
import { BASE_URL, NOW } from '../support/test-site.ts';
import { say } from '../support/texts.ts';

const CONTACTEN = 'tables/contacten.json';
const TOPX = 'tables/overlegtafels/topx.json';
const { files } = readContent(ROOT);
const known = content.contacten.filter(({ waarde }) => waarde !== null);

/** The files with one value in another place; the real ones stay as they are. */
function withValue(bestand: string, path: readonly string[], waarde: unknown): Files {
  const copy = structuredClone(files) as Record<string, unknown>;
  const [last = '', ...above] = path.toReversed();
  const target = above.reduceRight((deel, key) => (deel as Record<string, unknown>)[key], copy[bestand]);
  (target as Record<string, unknown>)[last] = waarde;
  return copy;
}

describe('een adres staat één keer', () => {
  it('in de echte inhoud', () => {
    expect(checkAddresses(files)).toEqual([]);
  });

  it.each(known)('en mag niet nog eens als contact staan: $id', ({ id, soort, waarde }) => {
    const other = content.contacten.findIndex((contact) => contact.soort === soort && contact.id !== id);
    const issues = checkAddresses(withValue(CONTACTEN, ['contacten', String(other), 'waarde'], waarde));
    expect(issues).toEqual([
      {
        bestand: CONTACTEN,
        plaats: expect.stringMatching(/^contacten\.\d+\.waarde$/),
        melding: expect.stringContaining(String(waarde)),
      },
    ]);
  });

  it.each(known.filter(({ soort, waarde }) => soort === 'e-mail' || waarde?.startsWith('0')))(
    'en mag niet in een tekst van een ander bestand staan: $id',
    ({ waarde }) => {
      const tekst = `Vraag het aan ${waarde}. Dat mag altijd.`;
      expect(checkAddresses(withValue(TOPX, ['doel', 'tekst'], tekst))).toEqual([
        { bestand: TOPX, plaats: 'doel.tekst', melding: expect.stringContaining(`"${waarde}"`) },
      ]);
    },
  );

  it.each(['jan@example.nl', '053-1234567', '(053) 123 45 67', 'www.example.nl', 'example.nl'])(
    'en een tekst noemt geen adres dat niemand heeft: %s',
    (adres) => {
      expect(checkAddresses(withValue(TOPX, ['doel', 'tekst'], `Zie ${adres}.`))).toHaveLength(1);
    },
  );

  it.each(['0800-2000', '0800 2000', 'transfore.nl', 'https://www.transfore.nl/aanmelden'])(
    'maar een noodnummer of bekende site mag wel in een tekst: %s',
    (adres) => {
      expect(checkAddresses(withValue(TOPX, ['doel', 'tekst'], `Zie ${adres}.`))).toEqual([]);
    },
  );

  it('en een contact dat nergens wordt genoemd, mag niet blijven staan', () => {
    const [contact] = content.contacten;
    const { fouten } = readContent(
      copyContent({
        bestand: CONTACTEN,
        erbij: 'contacten',
        item: { ...contact, id: 'ongebruikt', waarde: 'ongebruikt@example.nl' },
      }),
    );
    expect(fouten).toEqual([
      { bestand: CONTACTEN, plaats: 'ongebruikt', melding: expect.stringContaining('nergens') },
    ]);
  });
});

describe('één adres wijzigen', () => {
  const [first] = content.contacten;
  const FRESH = 'nieuw-adres@example.nl';

  const USES: Readonly<Record<string, (text: Content) => unknown>> = {
    'de pagina’s van de tafels': (text) => text.tafels.map((tafel) => toTafelPage(text, tafel, NOW)),
    'de knoppen': (text) => text.tafels.map(({ contacten }) => toContactButtons(contacten)),
    'de e-mail': (text) =>
      text.tafels.map((tafel) => findOntvangerTafel(say, text, tafel, [], undefined, false)),
    'de visitekaartjes': (text) =>
      listVcards({
        content: text,
        views: createViews(join(ROOT, 'views')),
        writeVcard,
        baseUrl: BASE_URL,
      }).map(({ make }) => make(NOW)),
    HSDS: listHsds,
    'schema.org': (text) => [...listJsonLd(text, BASE_URL).values()],
    'de API': ({ tafels, organisaties }) => [tafels, organisaties],
  };

  it.each(Object.entries(USES))('wijzigt %s mee, overal', (_naam, use) => {
    const count = (text: Content, adres: string) => JSON.stringify(use(text)).split(adres).length - 1;
    const changed = loadContent(copyContent({ bestand: CONTACTEN, zet: 'contacten.0.waarde', op: FRESH }));
    const old = String(first?.waarde);
    expect(count(content, old)).toBeGreaterThan(0);
    expect(count(changed, old)).toBe(0);
    expect(count(changed, FRESH)).toBe(count(content, old));
  });
});
