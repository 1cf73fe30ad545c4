import { readdirSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { publicDir, site } from '../support/site.ts';

/** The most that a first question page may weigh, in bytes as sent. */
const MAX = 90 * 1024;
const VRAAG = '/vragen/acuut-gevaar';

describe('het gewicht van de eerste vraag', () => {
  it('is met opmaak en letter samen onder 90 KB', async () => {
    const html = await (await fetch(site.url + VRAAG)).text();
    const bestanden = readdirSync(publicDir).filter((naam) => /\.(css\.br|woff2)$/.test(naam));
    expect(bestanden).toHaveLength(2);
    const maten = bestanden.map((naam) => statSync(join(publicDir, naam)).size);
    expect(maten.reduce((som, maat) => som + maat, brotliCompressSync(html).length)).toBeLessThan(MAX);
  });

  it('is dat ook zoals de server het verstuurt, en wat niet verandert mag een browser houden', async () => {
    const vraag = await download(VRAAG);
    expect(vraag.headers['content-encoding']).toBe('br');
    expect(vraag.headers.vary).toMatch(/accept-encoding/i);
    const html = brotliDecompressSync(vraag.body).toString('utf8');
    const [css = '', font = ''] = [/href="([^"]+\.css)"/, /href="([^"]+\.woff2)"/].map(
      (vorm) => vorm.exec(html)?.[1],
    );
    const delen = [vraag];
    for (const pad of [css, font]) {
      const deel = await download(pad);
      expect(deel.headers['cache-control'], pad).toBe('public, max-age=31536000, immutable');
      expect(pad, 'een hash in de naam').toMatch(/\.[0-9a-f]{8,}\.(css|woff2)$/);
      delen.push(deel);
    }
    expect(delen[1]?.headers['content-encoding']).toBe('br');
    expect(delen.reduce((som, { body }) => som + body.length, 0)).toBeLessThan(MAX);
  });
});

/** What the server sends to a browser that takes brotli, as it comes over the line. */
function download(pad: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(site.url + pad, { headers: { 'Accept-Encoding': 'br' } }, (antwoord) => {
      const stukken: Buffer[] = [];
      antwoord.on('data', (stuk: Buffer) => stukken.push(stuk));
      antwoord.on('end', () => resolve({ headers: antwoord.headers, body: Buffer.concat(stukken) }));
    }).on('error', reject);
  });
}
