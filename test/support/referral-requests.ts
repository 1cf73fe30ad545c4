import type { Express } from 'express';
import PostalMime from 'postal-mime';
import type { Test } from 'supertest';
import { postForm } from './form-walker.ts';
import { request } from './request.ts';
import { createTestSeal } from './test-app.ts';
import { toApiVerwijzing } from './verwijzing-cases.ts';

type Velden = Readonly<Record<string, string>>;
type Antwoorden = Readonly<Record<string, string | readonly string[]>>;

const seal = createTestSeal();

/** The body as bytes, whatever its type. */
function readBytes(test: Test): Test {
  return test.buffer(true).parse((res, done) => {
    const parts: Buffer[] = [];
    res.on('data', (deel: Buffer) => parts.push(deel));
    res.on('end', () => done(null, Buffer.concat(parts)));
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
  const adres = `/verwijzen/${tafel}${deel}?a=${seal.seal(antwoorden)}`;
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
  const [attachment] = mail.attachments;
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
    attachments: mail.attachments.length,
    bijlage: attachment && {
      naam: attachment.filename,
      type: attachment.mimeType,
      pdf: Buffer.from(attachment.content as ArrayBuffer),
    },
  };
}
