import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import { MAX_ADDRESS } from '../../../src/domain/table-answers/answer-link.ts';
import { createTestLinks, toToken } from '../../support/answer-links.ts';
import { LOKAAL_VAST, toFitting } from '../../support/fitting-antwoorden.ts';
import { SENTENCE, toPakket } from '../../support/pakket-document.ts';
import { scanPdf } from '../../support/poppler.ts';
import { postReferral } from '../../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';
import { fillNeeded } from '../../support/verwijzing-cases.ts';

/** Of a scanner as it often is set, and of a sharper one. */
const DPI = [150, 300] as const;
/** In milliseconds: as good as none, since the decoder is made for the frames of a camera. */
const NO_HURRY = 60_000;
/** The longest host that has links. */
const HOST = `${'lang.'.repeat(7)}voor`;

/** What is read from the codes of a PDF, by a library that did not make them. */
function readCodes(pdf: Buffer, dpi: number): string[] {
  return scanPdf(pdf, dpi).flatMap((scan) => {
    try {
      return [decodeQR(scan, { timeLimit: NO_HURRY })];
    } catch {
      return [];
    }
  });
}

describe('the QR code of a package on paper', () => {
  it.each(DPI)('reads as the longest address that there is, from a scan at %i dpi', async (dpi) => {
    const links = createTestLinks({ baseUrl: `https://${HOST}` });
    // Each has other dots: one that reads may be luck.
    for (const casuscode of ['TW-2026-001', 'TW-2026-002', 'TW-2026-003']) {
      const adres = links.make({ tafel: 'topx', casuscode, tekst: 'x' }) ?? '';
      expect(adres).toHaveLength(MAX_ADDRESS);
      const pdf = await renderDocument(
        toPakket([
          { soort: 'alinea', tekst: SENTENCE },
          { soort: 'qr', adres, alt: 'De link' },
        ]),
      );
      expect(readCodes(pdf, dpi)).toEqual([adres]);
    }
  });

  it('is in the PDF of a real package, and leads to the page of its link', async () => {
    const app = createTestApp({ limits: SPACIOUS, baseUrl: `https://${HOST}` });
    const antwoorden = {
      ...LOKAAL_VAST,
      ...toFitting('topx'),
      rol: 'procesmanager',
      gemeente: 'enschede',
    };
    const velden = { ...fillNeeded('topx', 'procesmanager'), casuscode: 'TW-2026-001' };
    const { body } = await postReferral(app, 'topx', antwoorden, velden, '/pdf').expect(200);
    const [adres, ...others] = readCodes(body, 150);
    expect(others).toEqual([]);
    expect(adres).toHaveLength(MAX_ADDRESS);
    expect(createTestLinks().open(toToken(adres ?? ''))).toMatchObject({ soort: 'pakket' });
  });
});
