import { expect, it } from 'vitest';
import { createLogin } from '../../../src/login/create-login.ts';
import { createMemoryRecords } from '../../support/memory-records.ts';
import { createClock } from '../../support/sending-site.ts';

const DAY = 24 * 60;
const BROWSER = { programma: 'Firefox op Linux', token: null };

function open() {
  const records = createMemoryRecords();
  const clock = createClock();
  const login = createLogin({
    ...{ records, baseUrl: 'http://localhost:3000', now: clock.now, secrets: () => ['x'.repeat(32)] },
    ...{ mail: null, oidc: null, report: () => {} },
  });
  const invite = async (email: string) => {
    const made = await login.people.invite(null, email, 'redacteur');
    return made.soort === 'gemaakt' ? made.token : '';
  };
  return {
    ...{ records, clock, login, invite },
    enter: async (email: string, token: string | null = null) => {
      const result = await login.enterByLink(await invite(email), { ...BROWSER, token });
      return result.soort === 'in' ? result.token : '';
    },
    countKept: async () => [(await records.list('sessie')).length, (await records.list('inloglink')).length],
  };
}

it('wie inlogt ruimt de sessies op die voorbij zijn, van iedereen, en laat de andere staan', async () => {
  const { clock, enter, countKept, login } = open();
  await enter('anke@gemeente.example');
  clock.ahead(59);
  const bert = await enter('bert@gemeente.example');
  expect(await countKept()).toEqual([2, 0]);
  clock.ahead(1);
  await enter('carla@gemeente.example');
  expect(await countKept()).toEqual([2, 0]);
  expect(await login.sessions.find(bert)).toMatchObject({ wie: { email: 'bert@gemeente.example' } });
});

it('begint ook een nieuwe sessie in een browser waarvan de sessie voorbij is, en laat daar niets van staan', async () => {
  const { clock, enter, countKept, login } = open();
  const old = await enter('anke@gemeente.example');
  clock.ahead(8 * DAY);
  const fresh = await enter('anke@gemeente.example', old);
  expect(await countKept()).toEqual([1, 0]);
  expect(await login.sessions.find(fresh)).not.toBeNull();
});

it('zegt van een link een week lang dat die verlopen is, en wist die daarna', async () => {
  const { clock, enter, invite, countKept, login } = open();
  const unused = await invite('dirk@gemeente.example');
  clock.ahead(8 * DAY - 1);
  await enter('anke@gemeente.example');
  expect(await login.enterByLink(unused, BROWSER)).toEqual({ soort: 'verlopen' });
  expect(await countKept()).toEqual([1, 1]);
  clock.ahead(1);
  await enter('anke@gemeente.example');
  expect(await login.enterByLink(unused, BROWSER)).toEqual({ soort: 'onbekend' });
  expect((await countKept())[1]).toBe(0);
});

it('laat wie tegelijk inloggen allemaal in, ook als er iets op te ruimen is', async () => {
  const { clock, enter, invite, countKept, login } = open();
  await enter('anke@gemeente.example');
  clock.ahead(DAY);
  const tokens = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map((name) => invite(`${name}@gemeente.example`)),
  );
  const entered = await Promise.all(tokens.map((token) => login.enterByLink(token, BROWSER)));
  expect(entered.map(({ soort }) => soort)).toEqual(['in', 'in', 'in', 'in', 'in']);
  expect(await countKept()).toEqual([5, 0]);
});
