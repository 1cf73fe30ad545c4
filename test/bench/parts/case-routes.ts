import { createCasusRules } from '../../../src/domain/casus/casus-rules.ts';
import { createBeslismodel } from '../../../src/domain/model/beslismodel.ts';
import { makeLongCasus } from '../../support/long-casus.ts';
import { realContent, say } from '../generated-content.ts';
import type { HttpClient } from '../http-client.ts';
import { fillOrdinary, type ReferralForm } from '../referral-form.ts';
import type { Route } from './routes.ts';

const PASSPHRASE = 'vier losse woorden hier';
const BOUNDARY = 'x0x0x0x0x0x0';

/** The routes of a case file: one that was just begun, and one of a year. */
export async function listCaseRoutes(client: HttpClient, form: ReferralForm): Promise<Route[]> {
  const { path, query } = form;
  const tafel = path.split('/').at(-1) ?? '';
  const ordinary = fillOrdinary(form);
  const small = (await client.post(`/casus/bestand${query}&tafel=${tafel}`, ordinary)).body.toString('utf8');
  const rules = createCasusRules(say, realContent, createBeslismodel(realContent));
  const year = makeLongCasus(rules, 300, 1).text;
  const secret = { casus: small, wachtwoord: PASSPHRASE, 'wachtwoord-herhaald': PASSPHRASE };
  const toForm = (casus: string, actie = 'toon') => new URLSearchParams({ casus, actie }).toString();
  const sealed = await client.post('/casus/bestand', new URLSearchParams(secret).toString());
  return [
    { name: 'POST case page, new case', path: '/casus', form: toForm(small) },
    { name: 'POST case page, 300 entries', path: '/casus', form: toForm(year), why: 'a case of a year' },
    { name: 'POST case file', path: '/casus/bestand', form: toForm(small) },
    { name: 'POST case file, from the form', path: `/casus/bestand${query}&tafel=${tafel}`, form: ordinary },
    {
      name: 'POST case file with a passphrase',
      path: '/casus/bestand',
      form: new URLSearchParams(secret).toString(),
      isScarce: true,
      why: `PBKDF2 by design, off the main thread, limited (first answer ${sealed.status})`,
    },
    { name: 'POST open file, new case', path: '/casus/openen', body: toUpload(small) },
    {
      name: 'POST open file, 300 entries',
      path: '/casus/openen',
      body: toUpload(year),
      why: 'a case of a year',
    },
    {
      name: 'POST open file with a passphrase',
      path: '/casus/openen',
      body: toUpload(sealed.body.toString('utf8'), PASSPHRASE),
      isScarce: true,
      why: 'PBKDF2 by design, off the main thread, limited',
    },
    {
      name: 'POST preview with a case',
      path: path + query,
      form: `${ordinary}&${new URLSearchParams({ casus: small })}`,
    },
  ];
}

function toUpload(file: string, passphrase = ''): { type: string; text: string } {
  const part = (head: string, text: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
  const text = [
    part('name="bestand"; filename="a.casus.json"\r\nContent-Type: application/json', file),
    part('name="wachtwoord"', passphrase),
    `--${BOUNDARY}--\r\n`,
  ].join('');
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, text };
}
