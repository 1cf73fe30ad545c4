import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { LOKAAL_VAST, toPassend } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content, model } from '../support/real-content.ts';
import { createTestApp, createTestZegel, RUIM } from '../support/test-app.ts';

const VREEMD = 'vreemd@elders.example';
/** What tries to become a header, a recipient or another part of the mail. */
const AANVALLEN = [
  `x\r\nBcc: ${VREEMD}`,
  `x\nCc: ${VREEMD}\n\nNieuwe tekst`,
  `x\rTo: ${VREEMD}`,
  `x\u2028Bcc: ${VREEMD}`,
  `x\u0085Bcc: ${VREEMD}`,
  `x\u0000Bcc: ${VREEMD}`,
  `=?utf-8?Q?x=0D=0ABcc:_${VREEMD}?=`,
  `<${VREEMD}>, ${VREEMD}`,
  `x\r\n--grens\r\nContent-Type: text/html\r\n\r\n<b>x</b>`,
  `x\r\n.\r\nMAIL FROM:<${VREEMD}>`,
  `"; filename="../../kwaad.exe`,
];
const TAFELS = ['topx', 'triage-transfertafel', 'mobiel-p10-team', 'bestuurlijk-escalatieoverleg'] as const;
/** Every address that the content knows. */
const BEKEND = new Set(JSON.stringify(content).match(/[\w.+-]+@[\w.-]+\w/g));
const app = createTestApp({ limieten: RUIM });

const toVerwijzing = (tafel: string, velden: Record<string, string>) =>
  JSON.stringify({
    tafel,
    antwoorden: { ...LOKAAL_VAST, rol: 'procesmanager', ...toPassend(tafel) },
    // By their flat names, which the API takes as well.
    verwijzing: { casuscode: 'TW-2026-001', ...velden },
  });

describe.each(TAFELS)('een mail naar %s', (id) => {
  it('krijgt uit geen enkel veld een geadresseerde, een header of een deel erbij', async () => {
    const port = await startLiveServer(app);
    const tafel = model.tafelOf.get(id);
    const velden = tafel ? listVelden(content, tafel, undefined) : [];
    const post = (verwijzing: Record<string, string>) =>
      send(port, 'POST', '/api/v1/verwijzingen', {
        headers: { 'Content-Type': 'application/json', Accept: 'message/rfc822' },
        body: toVerwijzing(id, verwijzing),
      });
    const gewoon = await PostalMime.parse((await post({})).text);
    const vorm = (mail: Awaited<ReturnType<typeof PostalMime.parse>>) => ({
      headers: mail.headers.map(({ key }) => key).sort(),
      aan: mail.to,
      cc: mail.cc,
      bcc: mail.bcc,
      bijlagen: mail.attachments.map(({ filename }) => filename),
      html: mail.html,
    });
    for (const { address = '' } of [...(gewoon.to ?? []), ...(gewoon.cc ?? [])])
      expect(BEKEND).toContain(address);
    let gemaakt = 0;
    for (const [nummer, aanval] of AANVALLEN.entries()) {
      // Every field at once; a field that refuses it is left out the second time.
      const alle = Object.fromEntries(velden.map(({ pad }) => [pad, aanval]));
      const eerste = await post(alle);
      const fout =
        eerste.status === 400
          ? (JSON.parse(eerste.text).fouten as { pointer: string }[]).map(({ pointer }) =>
              pointer.replace('/verwijzing/', '').replaceAll('/', '.'),
            )
          : [];
      const over = Object.fromEntries(Object.entries(alle).filter(([pad]) => !fout.includes(pad)));
      const { status, text, headers } = fout.length > 0 ? await post(over) : eerste;
      expect(status, `aanval ${nummer}`).toBe(200);
      gemaakt += Object.keys(over).length;
      expect(headers['content-disposition']).toBe(`attachment; filename=verwijzing-${id}-TW-2026-001.eml`);
      const mail = await PostalMime.parse(text);
      expect(vorm(mail), `aanval ${nummer}`).toEqual(vorm(gewoon));
      expect(mail.subject).not.toContain(VREEMD);
    }
    // The attacks that a text may hold did reach the mail.
    expect(gemaakt).toBeGreaterThan(10);
  });
});

describe('de naam van een bestand', () => {
  it('heeft van wat iemand typt alleen de letters en cijfers van de casuscode', async () => {
    const port = await startLiveServer(app);
    const stand = createTestZegel().seal({ ...LOKAAL_VAST, ...toPassend('topx') });
    for (const vorm of ['eml', 'pdf', 'txt']) {
      const { headers } = await send(port, 'POST', `/verwijzen/topx/${vorm}?a=${stand}`, {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          casuscode: 'TW-2026/..-1',
          hulpvraag: '"; filename="kwaad.exe',
        }).toString(),
      });
      expect(headers['content-disposition']).toBe(`attachment; filename=verwijzing-topx-TW-2026-1.${vorm}`);
    }
  });
});
