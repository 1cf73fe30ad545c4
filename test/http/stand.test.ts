import { describe, expect, it } from 'vitest';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content } from '../support/real-content.ts';
import { createTestApp, createTestSeal } from '../support/test-app.ts';
import { NOW } from '../support/test-site.ts';

const OLD = 'het-oude-geheim-van-minstens-32-tekens-lang';
const NEW = 'het-nieuwe-geheim-van-minstens-32-tekens-lang';
const HOUR = 60 * 60 * 1000;
const later = (hours: number) => () => new Date(NOW.getTime() + hours * HOUR);
const ANTWOORDEN = { acuutGevaar: 'ja' } as const;

/** A site with these secrets, so many hours later. */
const startSite = (secrets: readonly string[], hours = 0) =>
  startLiveServer(createTestApp({ secrets, now: later(hours) }));

const [vraag] = content.vragen;
if (!vraag) throw new Error('er is geen vraag');

describe('een nieuw geheim', () => {
  const stand = createTestSeal(later(0), [OLD]).seal(ANTWOORDEN);

  it.each([
    [0, 200],
    [11.9, 200],
    [12.1, 410],
  ])('opent na %d uur nog wat met het oude is verzegeld: %i', async (hours, status) => {
    const port = await startSite([NEW, OLD], hours);
    expect((await send(port, 'GET', `/advies?a=${stand}`)).status).toBe(status);
  });

  it('verzegelt wat nieuw is, ook als iemand met een oude link verder gaat', async () => {
    const port = await startSite([NEW, OLD], 1);
    const { headers } = await send(port, 'POST', `/vragen/gemeente?a=${stand}`, {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'gemeente=borne',
    });
    expect(headers.location).toMatch(/^\/advies\?a=/);
    // A server that only knows the new one opens it; one that only knows the old one does not.
    expect((await send(await startSite([NEW], 1), 'GET', headers.location ?? '')).status).toBe(200);
    expect((await send(await startSite([OLD], 1), 'GET', headers.location ?? '')).status).toBe(400);
  });

  it('opent niets meer van het oude als dat weg is', async () => {
    expect((await send(await startSite([NEW]), 'GET', `/advies?a=${stand}`)).status).toBe(400);
  });
});

describe('wie een stand probeert te maken', () => {
  it('krijgt altijd hetzelfde antwoord, waar de fout ook zit', async () => {
    const port = await startSite([NEW, OLD]);
    const goed = Buffer.from(createTestSeal(later(0), [NEW]).seal(ANTWOORDEN), 'base64url');
    const anders = (place: number) => {
      const bytes = Buffer.from(goed);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    const pogingen = [
      // The version, the IV, the time, the answers and the tag.
      ...[0, 1, 13, 17, 18, goed.length - 1].map(anders),
      goed.subarray(0, -1).toString('base64url'),
      goed.subarray(0, 20).toString('base64url'),
      createTestSeal(later(0), ['een-geheim-dat-deze-server-niet-kent-en-lang-is']).seal(ANTWOORDEN),
      createTestSeal(later(-24), ['een-geheim-dat-deze-server-niet-kent-en-lang-is']).seal(ANTWOORDEN),
      Buffer.alloc(60).toString('base64url'),
      'A'.repeat(1_001),
      'A',
      'a.b',
    ];
    const antwoorden = await Promise.all(pogingen.map((a) => send(port, 'GET', `/advies?a=${a}`)));
    const withoutNumber = antwoorden.map(({ status, headers, text }) => ({
      status,
      text: text.replaceAll(String(headers['x-request-id']), ''),
      headers: Object.keys(headers).sort(),
    }));
    expect(withoutNumber[0]).toMatchObject({ status: 400 });
    for (const antwoord of withoutNumber) expect(antwoord).toEqual(withoutNumber[0]);
  });

  it('wordt geweigerd vóór het ontsleutelen als de tekst te lang is', () => {
    // So many questions that their answers take more than a thousand signs, sealed by the very secret that opens them.
    const vragen = Array.from({ length: 400 }, (_, nummer) => ({ ...vraag, feit: `feit${nummer}` }));
    const seal = createSealedStand({ secrets: () => [OLD], vragen, now: later(0) });
    const sealFirst = (count: number) =>
      seal.seal(Object.fromEntries(vragen.slice(0, count).map(({ feit }) => [feit, 'ja'])));
    const [kort, long] = [sealFirst(230), sealFirst(250)];
    expect([kort.length <= 1_000, long.length > 1_000]).toEqual([true, true]);
    expect(seal.open(kort)).toHaveProperty('antwoorden.feit229', 'ja');
    expect(seal.open(long)).toEqual({ fout: 'ongeldig' });
  });
});
