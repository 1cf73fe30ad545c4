import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toTafelHref } from '../../../src/web/tafel-href.ts';
import { content } from '../../support/real-content.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';

const app = createTestApp();
const DINGEN = [
  ...content.tafels.map(({ id, soort, contacten }) => ({ pad: toTafelHref(id, soort), contacten })),
  ...content.organisaties.map(({ id, contacten }) => ({ pad: `/organisaties/${id}`, contacten })),
  ...content.gemeenten.map(({ id, lokaleIngang }) => ({
    pad: `/gemeenten/${id}`,
    contacten: lokaleIngang.contacten,
  })),
].map(({ pad, contacten }) => ({ pad, known: contacten.filter(({ waarde }) => waarde !== null) }));
const LINK = 'Zet in uw adresboek (vCard)';

describe('het visitekaartje', () => {
  it.each(DINGEN.filter(({ known: bekend }) => bekend.length > 0))(
    'van $pad heeft alle adressen die bekend zijn, en geen andere',
    async ({ pad, known: bekend }) => {
      const pagina = await request(app).get(pad).expect(200);
      expect(pagina.text).toContain(`href="${pad}/contact.vcf">${LINK}</a>`);
      const { text, headers } = await request(app).get(`${pad}/contact.vcf`).expect(200);
      expect(headers['content-type']).toBe('text/vcard; charset=utf-8');
      expect(headers['content-disposition']).toBe(`attachment; filename="${pad.split('/').at(-1)}.vcf"`);
      const kaart = new ICAL.Component(ICAL.parse(text));
      const waarden = ['email', 'tel', 'url'].flatMap((naam) =>
        kaart.getAllProperties(naam).map((veld) => String(veld.getFirstValue())),
      );
      const nummer = (waarde: string) => waarde.replace(/^0/, 'tel:+31');
      expect(waarden.sort()).toEqual(
        bekend.map(({ soort, waarde }) => (soort === 'telefoon' ? nummer(String(waarde)) : waarde)).sort(),
      );
      const notitie = String(kaart.getFirstPropertyValue('note'));
      for (const { label } of bekend) expect(notitie).toContain(`${label}: `);
      expect(notitie).toContain('Gecontroleerd op 21 november 2026.');
    },
  );

  it.each(DINGEN.filter(({ known: bekend }) => bekend.length === 0))(
    'van $pad is er niet, want geen adres is bekend',
    async ({ pad }) => {
      expect((await request(app).get(pad).expect(200)).text).not.toContain(LINK);
      await request(app).get(`${pad}/contact.vcf`).expect(404);
    },
  );
});
