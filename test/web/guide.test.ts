import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../src/documents/pdf/render-document.ts';
import { composeGuide } from '../../src/web/guide/compose-guide.ts';
import { readPdf } from '../support/poppler.ts';
import { content } from '../support/real-content.ts';
import { request } from '../support/request.ts';
import { createTestApp } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';
import { say } from '../support/texts.ts';

describe('de wegwijzer als pdf', () => {
  it('is A4, getagd en Nederlands, en heeft alle tafels en gemeenten', async () => {
    const pdf = await renderDocument(composeGuide(say, content, 'https://wegwijzer.example.nl', NOW));
    const { info, pages } = readPdf(pdf);
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Page size')).toContain('A4');
    expect(info.get('Title')).toBe('Wegwijzer langs de overlegtafels in Twente');
    expect(pdf.toString('latin1')).toContain('/Lang (nl)');
    const woorden = pages.join(' ').replaceAll(/\s+/g, ' ');
    for (const { naam } of content.gemeenten) expect(woorden).toContain(naam);
    for (const { nummer } of content.noodnummers) if (nummer) expect(woorden).toContain(`Bel ${nummer}`);
    for (const { kanaal } of content.tafels) if (kanaal.adres) expect(woorden).toContain(kanaal.adres);
    expect(woorden).toContain('https://wegwijzer.example.nl');
    expect(woorden).not.toContain('casuscode , vertrouwelijk');
  });

  it('zegt per tafel wie mag aanmelden, en stuurt niemand door naar wie er al staat', () => {
    const wie = composeGuide(say, content, 'https://wegwijzer.example.nl', NOW)
      .secties.flatMap(({ blokken }) => blokken)
      .flatMap((block) => (block.soort === 'gegevens' ? block.rijen : []))
      .filter(({ naam }) => naam === 'Wie mag aanmelden')
      .map(({ waarde }) => waarde);
    expect(wie).toHaveLength(content.tafels.length);
    expect(wie).toContain('Procesmanager.');
    for (const tekst of wie) expect(tekst).toMatch(/^[A-Z]/);
  });

  it('wordt één keer gemaakt en daarna uit het geheugen gegeven, ook niet opnieuw aan wie hem al heeft', async () => {
    const app = createTestApp();
    const first = await request(app).get('/wegwijzer-op-papier.pdf').expect(200);
    expect(first.headers['content-type']).toBe('application/pdf');
    const second = await request(app).get('/wegwijzer-op-papier.pdf').expect(200);
    expect(second.headers.etag).toBe(first.headers.etag);
    await request(app)
      .get('/wegwijzer-op-papier.pdf')
      .set('If-None-Match', String(first.headers.etag))
      .expect(304);
  });
});
