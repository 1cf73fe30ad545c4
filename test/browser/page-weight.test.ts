import { readdirSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { publicDir, site } from '../support/site.ts';
import { useBrowser } from '../support/visit.ts';

/** The most that a first question page may weigh, in bytes as sent. */
const MAX = 90 * 1024;
const VRAAG = '/vragen/acuut-gevaar';

describe('het gewicht van de eerste vraag', () => {
  it('is met opmaak en letter samen onder 90 KB', async () => {
    const html = await (await fetch(site.url + VRAAG)).text();
    const files = readdirSync(publicDir).filter((naam) => /\.(css\.br|woff2)$/.test(naam));
    expect(files).toHaveLength(2);
    const sizes = files.map((naam) => statSync(join(publicDir, naam)).size);
    expect(sizes.reduce((sum, size) => sum + size, brotliCompressSync(html).length)).toBeLessThan(MAX);
  });

  it('is dat ook zoals de server het verstuurt, en wat niet verandert mag een browser houden', async () => {
    const vraag = await download(VRAAG);
    expect(vraag.headers['content-encoding']).toBe('br');
    expect(vraag.headers.vary).toMatch(/accept-encoding/i);
    const html = brotliDecompressSync(vraag.body).toString('utf8');
    const [css = '', font = ''] = [/href="([^"]+\.css)"/, /href="([^"]+\.woff2)"/].map(
      (shape) => shape.exec(html)?.[1],
    );
    const parts = [vraag];
    for (const path of [css, font]) {
      const deel = await download(path);
      expect(deel.headers['cache-control'], path).toBe('public, max-age=31536000, immutable');
      expect(path, 'een hash in de naam').toMatch(/\.[0-9a-f]{8,}\.(css|woff2)$/);
      parts.push(deel);
    }
    expect(parts[1]?.headers['content-encoding']).toBe('br');
    expect(parts.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(MAX);
  });
});

/** A telephone on 3G: 1.6 Mbit/s down, 0.75 up, 300 ms to the server and back. */
const THREE_G = {
  offline: false,
  latency: 300,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

describe('de eerste vraag over 3G, zonder iets in de cache', () => {
  const { visit } = useBrowser();

  it('is in twee rondes te lezen, verspringt niet, en vraagt weinig', async () => {
    const page = await visit({ viewport: { width: 375, height: 667 } });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', THREE_G);
    let bytes = 0;
    const requests: string[] = [];
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    // What a style sheet or a script asks for costs a round more before the page can be read.
    const later: string[] = [];
    cdp.on('Network.requestWillBeSent', ({ request, initiator, type = '' }) => {
      if (!['Stylesheet', 'Font', 'Script'].includes(type)) return;
      if (initiator.url && initiator.url !== site.url + VRAAG) later.push(request.url);
    });
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.goto(VRAAG, { waitUntil: 'networkidle' });
    const { readable, shift } = await page.evaluate(readMeasurements);
    expect(readable).toBeGreaterThan(0);
    expect(later).toEqual([]);
    expect(shift).toBe(0);
    expect(bytes).toBeLessThan(MAX);
    // The page, its style sheet, font, two scripts and icon (which is the logo as well).
    expect(new Set(requests).size, requests.join(' ')).toBeLessThanOrEqual(6);
  });
});

/** In the browser: when the first text was painted, in milliseconds, and how much moved after that. */
async function readMeasurements(): Promise<{ readable: number; shift: number }> {
  const read = (type: string) =>
    new Promise<{ startTime: number; value?: number }[]>((resolve) => {
      const viewer = new PerformanceObserver((list) => resolve(list.getEntries() as never));
      viewer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500);
    });
  const paint = await read('paint');
  const stappen = await read('layout-shift');
  return {
    readable: Math.max(0, ...paint.map(({ startTime }) => startTime)),
    shift: stappen.reduce((sum, { value = 0 }) => sum + value, 0),
  };
}

/** What the server sends to a browser that takes brotli, as it comes over the line. */
function download(path: string): Promise<{ headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(site.url + path, { headers: { 'Accept-Encoding': 'br' } }, (antwoord) => {
      const pieces: Buffer[] = [];
      antwoord.on('data', (piece: Buffer) => pieces.push(piece));
      antwoord.on('end', () => resolve({ headers: antwoord.headers, body: Buffer.concat(pieces) }));
    }).on('error', reject);
  });
}
