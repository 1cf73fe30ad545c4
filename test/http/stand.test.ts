import { describe, expect, it } from 'vitest';
import { createSealedStand } from '../../src/stand/sealed-stand.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content } from '../support/real-content.ts';
import { createTestApp, createTestZegel } from '../support/test-app.ts';
import { NU } from '../support/test-site.ts';

const OUD = 'het-oude-geheim-van-minstens-32-tekens-lang';
const NIEUW = 'het-nieuwe-geheim-van-minstens-32-tekens-lang';
const UUR = 60 * 60 * 1000;
const na = (uren: number) => () => new Date(NU.getTime() + uren * UUR);
const ANTWOORDEN = { acuutGevaar: 'ja' } as const;

/** A site with these secrets, so many hours later. */
const startSite = (secrets: readonly string[], uren = 0) =>
  startLiveServer(createTestApp({ secrets, now: na(uren) }));

const [vraag] = content.vragen;
if (!vraag) throw new Error('er is geen vraag');

describe('een nieuw geheim', () => {
  const stand = createTestZegel(na(0), [OUD]).seal(ANTWOORDEN);

  it.each([
    [0, 200],
    [11.9, 200],
    [12.1, 410],
  ])('opent na %d uur nog wat met het oude is verzegeld: %i', async (uren, status) => {
    const port = await startSite([NIEUW, OUD], uren);
    expect((await send(port, 'GET', `/advies?a=${stand}`)).status).toBe(status);
  });

  it('verzegelt wat nieuw is, ook als iemand met een oude link verder gaat', async () => {
    const port = await startSite([NIEUW, OUD], 1);
    const { headers } = await send(port, 'POST', `/vragen/gemeente?a=${stand}`, {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'gemeente=borne',
    });
    expect(headers.location).toMatch(/^\/advies\?a=/);
    // A server that only knows the new one opens it; one that only knows the old one does not.
    expect((await send(await startSite([NIEUW], 1), 'GET', headers.location ?? '')).status).toBe(200);
    expect((await send(await startSite([OUD], 1), 'GET', headers.location ?? '')).status).toBe(400);
  });

  it('opent niets meer van het oude als dat weg is', async () => {
    expect((await send(await startSite([NIEUW]), 'GET', `/advies?a=${stand}`)).status).toBe(400);
  });
});

describe('wie een stand probeert te maken', () => {
  it('krijgt altijd hetzelfde antwoord, waar de fout ook zit', async () => {
    const port = await startSite([NIEUW, OUD]);
    const goed = Buffer.from(createTestZegel(na(0), [NIEUW]).seal(ANTWOORDEN), 'base64url');
    const anders = (plaats: number) => {
      const bytes = Buffer.from(goed);
      bytes[plaats] = (bytes[plaats] ?? 0) ^ 1;
      return bytes.toString('base64url');
    };
    const pogingen = [
      // The version, the IV, the time, the answers and the tag.
      ...[0, 1, 13, 17, 18, goed.length - 1].map(anders),
      goed.subarray(0, -1).toString('base64url'),
      goed.subarray(0, 20).toString('base64url'),
      createTestZegel(na(0), ['een-geheim-dat-deze-server-niet-kent-en-lang-is']).seal(ANTWOORDEN),
      createTestZegel(na(-24), ['een-geheim-dat-deze-server-niet-kent-en-lang-is']).seal(ANTWOORDEN),
      Buffer.alloc(60).toString('base64url'),
      'A'.repeat(1_001),
      'A',
      'a.b',
    ];
    const antwoorden = await Promise.all(pogingen.map((a) => send(port, 'GET', `/advies?a=${a}`)));
    const zonderNummer = antwoorden.map(({ status, headers, text }) => ({
      status,
      text: text.replaceAll(String(headers['x-request-id']), ''),
      headers: Object.keys(headers).sort(),
    }));
    expect(zonderNummer[0]).toMatchObject({ status: 400 });
    for (const antwoord of zonderNummer) expect(antwoord).toEqual(zonderNummer[0]);
  });

  it('wordt geweigerd vóór het ontsleutelen als de tekst te lang is', () => {
    // So many questions that their answers take more than a thousand signs, sealed by the very secret that opens them.
    const vragen = Array.from({ length: 400 }, (_, nummer) => ({ ...vraag, feit: `feit${nummer}` }));
    const zegel = createSealedStand({ secrets: [OUD], vragen, now: na(0) });
    const sealFirst = (aantal: number) =>
      zegel.seal(Object.fromEntries(vragen.slice(0, aantal).map(({ feit }) => [feit, 'ja'])));
    const [kort, lang] = [sealFirst(230), sealFirst(250)];
    expect([kort.length <= 1_000, lang.length > 1_000]).toEqual([true, true]);
    expect(zegel.open(kort)).toHaveProperty('antwoorden.feit229', 'ja');
    expect(zegel.open(lang)).toEqual({ fout: 'ongeldig' });
  });
});
