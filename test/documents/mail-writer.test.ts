import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeEml, writeMail } from '../../src/documents/mail-writer.ts';
import { readEml } from '../support/referral-requests.ts';

const MAIL = { aan: ['tafel@example.nl'], cc: ['team@example.nl'], onderwerp: 'Aanmelding', tekst: 'Hallo.' };
const PDF = { naam: 'verwijzing.pdf', pdf: Buffer.from('%PDF-1.7\nFrom here on\n') };
const SENT = { domain: 'relay.example', from: 'wegwijzer@relay.example', headers: {} };

describe('een mail', () => {
  it('komt heel over, en geen regel ervan lijkt in een postvak het begin van een andere mail', async () => {
    // Words of which quoted-printable may begin a line with the second one.
    const woord = fc.constantFrom('From ', 'From', '>From ', 'é', 'een', ' ', '\n', '.', '=', 'y'.repeat(70));
    const tekst = fc.array(woord, { minLength: 1, maxLength: 60 }).map((words) => words.join(''));
    const text = fc.oneof(tekst, fc.string({ unit: 'grapheme', minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (tekst, hasPdf) => {
        const mail = { ...MAIL, tekst };
        for (const bytes of [
          await writeEml(mail, { attachment: hasPdf ? PDF : undefined }),
          await writeMail(mail, SENT),
        ]) {
          const read = await readEml(bytes);
          expect(read.tekst).toBe(tekst.replaceAll(/\r\n?/g, '\n').trim());
          expect(read.bron).not.toMatch(/^From /m);
          // Longer ones are cut on the way, or make the reader refuse the mail.
          for (const line of read.bron.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
        }
      }),
    );
  });

  it.each(['Alleen gewone letters.', 'Eén é.', 'x'.repeat(2_000), 'Привет '.repeat(50)])(
    'is altijd quoted-printable, dat elk programma leest: %s',
    async (tekst) => {
      const { bron } = await readEml(await writeEml({ ...MAIL, tekst }));
      expect(bron).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
      expect(bron).toMatch(/^Content-Transfer-Encoding: quoted-printable\r$/m);
    },
  );
});

describe('een concept', () => {
  it('laat aan het mailprogramma wat per verzending anders is: anders zijn twee aanmeldingen dezelfde mail', async () => {
    for (const attachment of [PDF, undefined]) {
      const { headers, isConcept } = await readEml(await writeEml(MAIL, { attachment }));
      expect(isConcept).toBe(true);
      expect(headers).toEqual([
        'cc',
        ...(attachment ? [] : ['content-transfer-encoding']),
        'content-type',
        'mime-version',
        'subject',
        'to',
        'x-unsent',
      ]);
    }
    expect((await readEml(await writeMail(MAIL, SENT))).headers).toEqual(
      expect.arrayContaining(['date', 'from', 'message-id']),
    );
  });

  it('heeft wie antwoord wil alleen als die dat zei, en in de tekst staat wat op een header lijkt nog', async () => {
    const tekst = 'Date: morgen\r\nMessage-ID: <x@y>\r\n\r\nDate: later';
    const { bron, tekst: read } = await readEml(
      await writeEml({ ...MAIL, tekst }, { replyTo: 'ik@example.nl' }),
    );
    expect(bron).toMatch(/^Reply-To: ik@example\.nl\r$/m);
    expect(read).toBe(tekst.replaceAll('\r\n', '\n'));
    await expect(writeEml(MAIL, { replyTo: 'ik@example.nl\r\nBcc: x@y.nl' })).rejects.toThrow();
  });
});
