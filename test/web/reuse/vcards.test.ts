import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toDateText } from '../../../src/domain/calendar.ts';
import { isCurrent } from '../../../src/domain/model/contact.ts';
import { toTafelHref } from '../../../src/web/tafel-presentation.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';

const app = createTestApp();
const THINGS = [
  ...content.tafels.map(({ id, soort, contacten }) => ({ pad: toTafelHref(id, soort), contacten })),
  ...content.organisaties.map(({ id, contacten }) => ({ pad: `/organisaties/${id}`, contacten })),
  ...content.gemeenten.map(({ id, algemeen, lokaleIngang }) => ({
    pad: `/gemeenten/${id}`,
    contacten: [...algemeen, ...lokaleIngang.contacten],
  })),
].map(({ pad, contacten }) => ({ pad, known: contacten.filter(isCurrent) }));
const LINK = 'Zet in uw adresboek (vCard)';

describe('het visitekaartje', () => {
  it.each(THINGS.filter(({ known }) => known.length > 0))(
    'van $pad heeft alle adressen die zeker zijn, en geen andere',
    async ({ pad, known }) => {
      const page = await request(app).get(pad).expect(200);
      expect(page.text).toContain(`href="${pad}/contact.vcf">${LINK}</a>`);
      const { text, headers } = await request(app).get(`${pad}/contact.vcf`).expect(200);
      expect(headers['content-type']).toBe('text/vcard; charset=utf-8');
      expect(headers['content-disposition']).toBe(`attachment; filename="${pad.split('/').at(-1)}.vcf"`);
      const card = new ICAL.Component(ICAL.parse(text));
      const values = ['email', 'tel', 'url'].flatMap((naam) =>
        card.getAllProperties(naam).map((veld) => String(veld.getFirstValue())),
      );
      const nummer = (waarde: string) => (waarde.length === 10 ? waarde.replace(/^0/, '+31') : waarde);
      expect(values.sort()).toEqual(
        known.map(({ soort, waarde }) => (soort === 'telefoon' ? nummer(waarde) : waarde)).sort(),
      );
      const note = String(card.getFirstPropertyValue('note'));
      for (const { label, gecontroleerd } of known) {
        expect(note).toContain(`${label}: `);
        expect(note).toContain(`Gecontroleerd op ${toDateText(gecontroleerd)}.`);
      }
    },
  );

  it.each(THINGS.filter(({ known }) => known.length === 0))(
    'van $pad is er niet, want geen adres is zeker',
    async ({ pad }) => {
      expect((await request(app).get(pad).expect(200)).text).not.toContain(LINK);
      await request(app).get(`${pad}/contact.vcf`).expect(404);
    },
  );
});
