import { describe, expect, it } from 'vitest';
import { P10, REGIOTAFEL, TOPX } from '../support/domain-facts.ts';
import { findAddress } from '../support/real-content.ts';
import { postReferral, postVerwijzing, readEml } from '../support/referral-requests.ts';
import { createTestApp, SPACIOUS } from '../support/test-app.ts';
import { fillAll, findVignet, listTafelVelden } from '../support/verwijzing-cases.ts';

const ADDRESS = findAddress('topx');

const app = createTestApp({ limits: SPACIOUS });
/** Three tables that have all fields between them. */
const TAFELS = [
  { tafel: TOPX, antwoorden: findVignet('veelpleger'), aan: [ADDRESS] },
  {
    tafel: REGIOTAFEL,
    antwoorden: findVignet('instelling met alle'),
    aan: ['zorginhoudelijkadviseurwlz@menzis.nl'],
  },
  { tafel: P10, antwoorden: findVignet('verward gedrag na'), aan: [] },
];
/** Short, because a telephone number may have thirty characters. */
const HEADER = 'Bcc:kw@b.nl';
const LINE_ENDS: [string, string][] = [
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
const ON_ONE_LINE: [string, string][] = [
  ['gecodeerde CRLF', '%0d%0a'],
  ['dubbel gecodeerde CRLF', '%250d%250a'],
  ['gecodeerd in HTML', '&#13;&#10;'],
  ['als escape', '\\r\\n'],
  ['een gecodeerd woord', '=?utf-8?q?=0d=0a?='],
  ["komma's en punthaken", ', "x" <y@b.nl>;'],
  ['een gevouwen regel', ' \t '],
];
const CONTROL: [string, string][] = [
  ['NUL', '\u0000'],
  ['backspace', '\u0008'],
  ['escape', '\u001b'],
  ['delete', '\u007f'],
  ['CSI', '\u009b'],
];

/** The form as sent: this in every field but the casuscode, which would be refused for any of them. */
function fillWith(tafel: string, waarde: string): Record<string, string> {
  const velden = Object.keys(fillAll(tafel)).map((path) => [path, waarde]);
  return { ...Object.fromEntries(velden), casuscode: 'TW-2026-014' };
}

async function toHeading(
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
async function sendWhatIsAllowed({ tafel, antwoorden }: (typeof TAFELS)[number], waarde: string) {
  const velden = fillWith(tafel, waarde);
  const page = await postReferral(app, tafel, antwoorden, velden, '/eml');
  const api = await postVerwijzing(app, tafel, antwoorden, velden, 'message/rfc822');
  const refused = new Set(
    page.status === 400
      ? [...page.body.toString().matchAll(/<a[^>]* href="#([A-Za-z][^"]*)">/g)].map(([, id]) => id as string)
      : [],
  );
  const perApi =
    api.status === 400
      ? JSON.parse(api.body.toString()).fouten.map(({ pointer }: { pointer: string }) =>
          pointer.replace('/verwijzing/', '').replaceAll('/', '-'),
        )
      : [];
  const names = new Map(listTafelVelden(tafel).map(({ pad }) => [pad.replaceAll('.', '-'), pad]));
  const weg = [...refused].flatMap((id) => names.get(id) ?? []);
  expect(perApi.sort(), 'page and API refuse the same fields').toEqual(
    weg.map((path) => path.replaceAll('.', '-')).sort(),
  );
  const rest = Object.fromEntries(Object.entries(velden).filter(([path]) => !weg.includes(path)));
  return { weg, ...(await toHeading(tafel, antwoorden, rest)) };
}

describe.each(TAFELS)('een kopregel in elk veld van $tafel', (testCase) => {
  const veldenOf = (soort: 'tekst' | 'regel') =>
    listTafelVelden(testCase.tafel)
      .filter((veld) => veld.soort === soort && veld.pad !== 'casuscode')
      .map(({ pad }) => pad)
      .sort();
  const anders = listTafelVelden(testCase.tafel)
    .filter(({ soort }) => soort !== 'tekst' && soort !== 'regel')
    .map(({ pad }) => pad);

  async function checkHeading(mails: {
    pagina: Awaited<ReturnType<typeof readEml>>;
    api: Awaited<ReturnType<typeof readEml>>;
  }) {
    const regular = await toHeading(testCase.tafel, testCase.antwoorden, { casuscode: 'TW-2026-014' });
    for (const mail of [mails.pagina, mails.api]) {
      expect(mail.headers).toEqual(regular.pagina.headers);
      expect({ aan: mail.aan, cc: mail.cc, bcc: mail.bcc, van: mail.van }).toEqual({
        aan: testCase.aan,
        cc: [],
        bcc: undefined,
        van: undefined,
      });
      expect(mail.kop).not.toMatch(/kw@|y@b|^bcc/im);
      expect(mail.onderwerp).toMatch(/: (code |casus )?TW-2026-014$/);
      expect(mail.bijlage?.naam ?? '').toMatch(/^[a-z0-9A-Z.-]*$/);
    }
  }

  it.each(LINE_ENDS)('met %s komt alleen in lange teksten, en nooit in de kop', async (_name, end) => {
    const { weg, ...mails } = await sendWhatIsAllowed(testCase, `.${end}${HEADER}`);
    expect(weg.sort()).toEqual([...veldenOf('regel'), ...anders].sort());
    expect(mails.pagina.tekst).toContain(HEADER);
    await checkHeading(mails);
  });

  it.each(ON_ONE_LINE)('met %s blijft de tekst die het is', async (_name, between) => {
    const { weg, ...mails } = await sendWhatIsAllowed(testCase, `.${between}${HEADER}`);
    expect(weg.sort(), 'only dates, numbers and choices').toEqual(anders.toSorted());
    expect(mails.pagina.tekst).toContain(`.${between}${HEADER}`);
    await checkHeading(mails);
  });

  it.each(CONTROL)('met %s wordt overal geweigerd', async (_name, char) => {
    const { weg } = await sendWhatIsAllowed(testCase, `.${char}${HEADER}`);
    expect(weg.sort()).toEqual([...veldenOf('tekst'), ...veldenOf('regel'), ...anders].sort());
  });
});

it.each([...LINE_ENDS, ...ON_ONE_LINE, ...CONTROL])(
  'de casuscode is met %s nooit een code',
  async (_name, between) => {
    for (const casuscode of [`TW-1${between}${HEADER}`, `TW-1${between}Bcc`]) {
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
    const page = await postReferral(app, tafel, antwoorden, velden, '/eml').expect(400);
    expect(page.body.toString()).toContain(naam);
    expect(page.body.toString()).not.toContain('kwaad');
    const api = await postVerwijzing(app, tafel, antwoorden, velden).expect(400);
    expect(JSON.stringify(api.body.fouten)).toContain(naam);
  },
);
