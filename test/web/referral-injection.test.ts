import { describe, expect, it } from 'vitest';
import { P10, REGIOTAFEL, TOPX } from '../support/domain-facts.ts';
import { findAdres } from '../support/real-content.ts';
import { postReferral, postVerwijzing, readEml } from '../support/referral-requests.ts';
import { createTestApp, RUIM } from '../support/test-app.ts';
import { fillAlles, findVignet, listTafelVelden } from '../support/verwijzing-cases.ts';

const ADRES = findAdres('topx');

const app = createTestApp({ limieten: RUIM });
/** Three tables that have all fields between them. */
const TAFELS = [
  { tafel: TOPX, antwoorden: findVignet('veelpleger'), aan: [ADRES] },
  {
    tafel: REGIOTAFEL,
    antwoorden: findVignet('instelling met alle'),
    aan: ['zorginhoudelijkadviseurwlz@menzis.nl'],
  },
  { tafel: P10, antwoorden: findVignet('verward gedrag na'), aan: [] },
];
/** Short, because a telephone number may have thirty characters. */
const HEADER = 'Bcc:kw@b.nl';
const REGELEINDEN: [string, string][] = [
  ['CRLF', '\r\n'],
  ['CR', '\r'],
  ['LF', '\n'],
  ['CRLF en een witregel', '\r\n\r\n'],
  ['verticale tab', '\u000b'],
  ['nieuwe bladzijde', '\u000c'],
  ['NEL', '\u0085'],
  ['regelscheiding', '\u2028'],
  ['alineascheiding', '\u2029'],
];
const OP_EEN_REGEL: [string, string][] = [
  ['gecodeerde CRLF', '%0d%0a'],
  ['dubbel gecodeerde CRLF', '%250d%250a'],
  ['gecodeerd in HTML', '&#13;&#10;'],
  ['als escape', '\\r\\n'],
  ['een gecodeerd woord', '=?utf-8?q?=0d=0a?='],
  ["komma's en punthaken", ', "x" <y@b.nl>;'],
  ['een gevouwen regel', ' \t '],
];
const BESTURING: [string, string][] = [
  ['NUL', '\u0000'],
  ['backspace', '\u0008'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['CSI', '\u009b'],
];

/** The form as sent: this in every field but the casuscode, which would be refused for any of them. */
function fillMet(tafel: string, waarde: string): Record<string, string> {
  const velden = Object.keys(fillAlles(tafel)).map((pad) => [pad, waarde]);
  return { ...Object.fromEntries(velden), casuscode: 'TW-2026-014' };
}

async function toKop(
  tafel: string,
  antwoorden: (typeof TAFELS)[number]['antwoorden'],
  velden: Record<string, string>,
) {
  const pagina = await readEml((await postReferral(app, tafel, antwoorden, velden, '/eml').expect(200)).body);
  const api = await readEml(
    (await postVerwijzing(app, tafel, antwoorden, velden, 'message/rfc822').expect(200)).body,
  );
  return { pagina, api };
}

/** Sends it from the page and the API; takes out the fields that both refuse, and gives the mails of the rest. */
async function sendWatMag({ tafel, antwoorden }: (typeof TAFELS)[number], waarde: string) {
  const velden = fillMet(tafel, waarde);
  const pagina = await postReferral(app, tafel, antwoorden, velden, '/eml');
  const api = await postVerwijzing(app, tafel, antwoorden, velden, 'message/rfc822');
  const geweigerd = new Set(
    pagina.status === 400
      ? [...pagina.body.toString().matchAll(/<a[^>]* href="#([A-Za-z][^"]*)">/g)].map(
          ([, id]) => id as string,
        )
      : [],
  );
  const perApi =
    api.status === 400
      ? JSON.parse(api.body.toString()).fouten.map(({ pointer }: { pointer: string }) =>
          pointer.replace('/verwijzing/', '').replaceAll('/', '-'),
        )
      : [];
  const namen = new Map(listTafelVelden(tafel).map(({ pad }) => [pad.replaceAll('.', '-'), pad]));
  const weg = [...geweigerd].flatMap((id) => namen.get(id) ?? []);
  expect(perApi.sort(), 'page and API refuse the same fields').toEqual(
    weg.map((pad) => pad.replaceAll('.', '-')).sort(),
  );
  const rest = Object.fromEntries(Object.entries(velden).filter(([pad]) => !weg.includes(pad)));
  return { weg, ...(await toKop(tafel, antwoorden, rest)) };
}

describe.each(TAFELS)('een kopregel in elk veld van $tafel', (geval) => {
  const veldenVan = (soort: 'tekst' | 'regel') =>
    listTafelVelden(geval.tafel)
      .filter((veld) => veld.soort === soort && veld.pad !== 'casuscode')
      .map(({ pad }) => pad)
      .sort();
  const anders = listTafelVelden(geval.tafel)
    .filter(({ soort }) => soort !== 'tekst' && soort !== 'regel')
    .map(({ pad }) => pad);

  async function checkKop(mails: {
    pagina: Awaited<ReturnType<typeof readEml>>;
    api: Awaited<ReturnType<typeof readEml>>;
  }) {
    const gewoon = await toKop(geval.tafel, geval.antwoorden, { casuscode: 'TW-2026-014' });
    for (const mail of [mails.pagina, mails.api]) {
      expect(mail.headers).toEqual(gewoon.pagina.headers);
      expect({ aan: mail.aan, cc: mail.cc, bcc: mail.bcc, van: mail.van }).toEqual({
        aan: geval.aan,
        cc: [],
        bcc: undefined,
        van: undefined,
      });
      expect(mail.kop).not.toMatch(/kw@|y@b|^bcc/im);
      expect(mail.onderwerp).toMatch(/: (code |casus )?TW-2026-014$/);
      expect(mail.bijlage?.naam ?? '').toMatch(/^[a-z0-9A-Z.-]*$/);
    }
  }

  it.each(REGELEINDEN)('met %s komt alleen in lange teksten, en nooit in de kop', async (_naam, einde) => {
    const { weg, ...mails } = await sendWatMag(geval, `.${einde}${HEADER}`);
    expect(weg.sort()).toEqual([...veldenVan('regel'), ...anders].sort());
    expect(mails.pagina.tekst).toContain(HEADER);
    await checkKop(mails);
  });

  it.each(OP_EEN_REGEL)('met %s blijft de tekst die het is', async (_naam, tussen) => {
    const { weg, ...mails } = await sendWatMag(geval, `.${tussen}${HEADER}`);
    expect(weg.sort(), 'only dates, numbers and choices').toEqual(anders.toSorted());
    expect(mails.pagina.tekst).toContain(`.${tussen}${HEADER}`);
    await checkKop(mails);
  });

  it.each(BESTURING)('met %s wordt overal geweigerd', async (_naam, teken) => {
    const { weg } = await sendWatMag(geval, `.${teken}${HEADER}`);
    expect(weg.sort()).toEqual([...veldenVan('tekst'), ...veldenVan('regel'), ...anders].sort());
  });
});

it.each([...REGELEINDEN, ...OP_EEN_REGEL, ...BESTURING])(
  'de casuscode is met %s nooit een code',
  async (_naam, tussen) => {
    for (const casuscode of [`TW-1${tussen}${HEADER}`, `TW-1${tussen}Bcc`]) {
      const [{ tafel, antwoorden }] = TAFELS as [(typeof TAFELS)[number]];
      await postReferral(app, tafel, antwoorden, { casuscode }, '/eml').expect(400);
      const api = await postVerwijzing(app, tafel, antwoorden, { casuscode }).expect(400);
      expect(api.body.fouten).toEqual([{ pointer: '/verwijzing/casuscode', melding: expect.any(String) }]);
    }
  },
);

it.each(['to', 'aan', 'cc', 'bcc', 'onderwerp', 'subject', 'headers', 'bijlage', 'attachments'])(
  'een veld %s dat niet bestaat wordt geweigerd, en genoemd',
  async (naam) => {
    const [{ tafel, antwoorden }] = TAFELS as [(typeof TAFELS)[number]];
    const velden = Object.fromEntries([
      ['casuscode', 'TW-2026-014'],
      [naam, 'kwaad@example.nl'],
    ]);
    const pagina = await postReferral(app, tafel, antwoorden, velden, '/eml').expect(400);
    expect(pagina.body.toString()).toContain(naam);
    expect(pagina.body.toString()).not.toContain('kwaad');
    const api = await postVerwijzing(app, tafel, antwoorden, velden).expect(400);
    expect(JSON.stringify(api.body.fouten)).toContain(naam);
  },
);
