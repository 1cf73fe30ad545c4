import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { listVelden } from '../../src/domain/referral/veld.ts';
import { LOKAAL_VAST, toFitting } from '../support/fitting-antwoorden.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { content, model } from '../support/real-content.ts';
import { createTestApp, createTestSeal, SPACIOUS } from '../support/test-app.ts';
import { say } from '../support/texts.ts';

const FOREIGN = 'vreemd@elders.example';
/** What tries to become a header, a recipient or another part of the mail. */
const ATTACKS = [
  `x\r\nBcc: ${FOREIGN}`,
  `x\nCc: ${FOREIGN}\n\nNieuwe tekst`,
  `x\rTo: ${FOREIGN}`,
  `x\u2028Bcc: ${FOREIGN}`,
  `x\u0085Bcc: ${FOREIGN}`,
  `x\u0000Bcc: ${FOREIGN}`,
  `=?utf-8?Q?x=0D=0ABcc:_${FOREIGN}?=`,
  `<${FOREIGN}>, ${FOREIGN}`,
  `x\r\n--grens\r\nContent-Type: text/html\r\n\r\n<b>x</b>`,
  `x\r\n.\r\nMAIL FROM:<${FOREIGN}>`,
  `"; filename="../../kwaad.exe`,
];
const TAFELS = ['topx', 'triage-transfertafel', 'mobiel-p10-team', 'bestuurlijk-escalatieoverleg'] as const;
/** Every address that the content knows. */
const KNOWN = new Set(JSON.stringify(content).match(/[\w.+-]+@[\w.-]+\w/g));
const app = createTestApp({ limits: SPACIOUS });

const toVerwijzing = (tafel: string, velden: Record<string, string>) =>
  JSON.stringify({
    tafel,
    antwoorden: { ...LOKAAL_VAST, rol: 'procesmanager', ...toFitting(tafel) },
    // By their flat names, which the API takes as well.
    verwijzing: { casuscode: 'TW-2026-001', ...velden },
  });

describe.each(TAFELS)('een mail naar %s', (id) => {
  it('krijgt uit geen enkel veld een geadresseerde, een header of een deel erbij', async () => {
    const port = await startLiveServer(app);
    const tafel = model.tafelOf.get(id);
    const velden = tafel ? listVelden(say, content, tafel, undefined) : [];
    const post = (verwijzing: Record<string, string>) =>
      send(port, 'POST', '/api/v1/verwijzingen', {
        headers: { 'Content-Type': 'application/json', Accept: 'message/rfc822' },
        body: toVerwijzing(id, verwijzing),
      });
    const regular = await PostalMime.parse((await post({})).text);
    const shape = (mail: Awaited<ReturnType<typeof PostalMime.parse>>) => ({
      headers: mail.headers.map(({ key }) => key).sort(),
      aan: mail.to,
      cc: mail.cc,
      bcc: mail.bcc,
      attachments: mail.attachments.map(({ filename }) => filename),
      html: mail.html,
    });
    for (const { address = '' } of [...(regular.to ?? []), ...(regular.cc ?? [])])
      expect(KNOWN).toContain(address);
    let made = 0;
    for (const [nummer, attack] of ATTACKS.entries()) {
      // Every field at once; a field that refuses it is left out the second time.
      const alle = Object.fromEntries(velden.map(({ pad }) => [pad, attack]));
      const first = await post(alle);
      const fault =
        first.status === 400
          ? (JSON.parse(first.text).fouten as { pointer: string }[]).map(({ pointer }) =>
              pointer.replace('/verwijzing/', '').replaceAll('/', '.'),
            )
          : [];
      const over = Object.fromEntries(Object.entries(alle).filter(([path]) => !fault.includes(path)));
      const { status, text, headers } = fault.length > 0 ? await post(over) : first;
      expect(status, `aanval ${nummer}`).toBe(200);
      made += Object.keys(over).length;
      expect(headers['content-disposition']).toBe(`attachment; filename=verwijzing-${id}-TW-2026-001.eml`);
      const mail = await PostalMime.parse(text);
      expect(shape(mail), `aanval ${nummer}`).toEqual(shape(regular));
      expect(mail.subject).not.toContain(FOREIGN);
    }
    // The attacks that a text may hold did reach the mail.
    expect(made).toBeGreaterThan(10);
  });
});

describe('de naam van een bestand', () => {
  it('heeft van wat iemand typt alleen de letters en cijfers van de casuscode', async () => {
    const port = await startLiveServer(app);
    const stand = createTestSeal().seal({ ...LOKAAL_VAST, ...toFitting('topx') });
    for (const shape of ['eml', 'pdf', 'txt']) {
      const { headers } = await send(port, 'POST', `/verwijzen/topx/${shape}?a=${stand}`, {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          casuscode: 'TW-2026/..-1',
          hulpvraag: '"; filename="kwaad.exe',
        }).toString(),
      });
      expect(headers['content-disposition']).toBe(`attachment; filename=verwijzing-topx-TW-2026-1.${shape}`);
    }
  });
});
