import type { Express } from 'express';
import PostalMime from 'postal-mime';
import type { Test } from 'supertest';
import { postForm } from './form-walker.ts';
import { request } from './request.ts';
import { createTestZegel } from './test-app.ts';
import { toApiVerwijzing } from './verwijzing-cases.ts';

type Velden = Readonly<Record<string, string>>;
type Antwoorden = Readonly<Record<string, string | readonly string[]>>;

const zegel = createTestZegel();

/** The body as bytes, whatever its type. */
function readBytes(test: Test): Test {
  return test.buffer(true).parse((res, done) => {
    const delen: Buffer[] = [];
    res.on('data', (deel: Buffer) => delen.push(deel));
    res.on('end', () => done(null, Buffer.concat(delen)));
  });
}

/** Posts the form of a table, to the preview or to a form of delivery; the body comes back as bytes. */
export function postReferral(
  app: Express,
  tafel: string,
  antwoorden: Antwoorden,
  velden: Velden,
  deel: '' | '/eml' | '/pdf' | '/txt' | '/ics' = '',
): Test {
  const adres = `/verwijzen/${tafel}${deel}?a=${zegel.seal(antwoorden)}`;
  return readBytes(postForm(app, adres, Object.entries(velden)));
}

/** Asks the API for the same; JSON unless another type is accepted. */
export function postVerwijzing(
  app: Express,
  tafel: string,
  antwoorden: Antwoorden,
  velden: Velden,
  accept = 'application/json',
): Test {
  const test = request(app)
    .post('/api/v1/verwijzingen')
    .set('Accept', accept)
    .send({ tafel, antwoorden, verwijzing: toApiVerwijzing(velden) });
  return accept === 'application/json' ? test : readBytes(test);
}

/** What a mail program sees of an .eml file. */
export async function readEml(eml: Buffer) {
  const bron = eml.toString('latin1');
  const mail = await PostalMime.parse(eml);
  const [bijlage] = mail.attachments;
  return {
    bron,
    kop: bron.slice(0, bron.indexOf('\r\n\r\n')),
    /** Names of the headers of the whole mail. */
    headers: mail.headers.map(({ key }) => key).sort(),
    isConcept: mail.headers.find(({ key }) => key === 'x-unsent')?.value === '1',
    van: mail.from,
    aan: mail.to?.map(({ address }) => address) ?? [],
    cc: mail.cc?.map(({ address }) => address) ?? [],
    bcc: mail.bcc,
    onderwerp: mail.subject ?? '',
    tekst: (mail.text ?? '').replaceAll('\r\n', '\n').trim(),
    html: mail.html,
    bijlagen: mail.attachments.length,
    bijlage: bijlage && {
      naam: bijlage.filename,
      type: bijlage.mimeType,
      pdf: Buffer.from(bijlage.content as ArrayBuffer),
    },
  };
}
