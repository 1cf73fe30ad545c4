import { expect, it } from 'vitest';
import { readConfig, showSettings } from '../../src/config.ts';
import { ROOT } from '../support/real-content.ts';

const OIDC = {
  BASE_URL: 'https://wegwijzer.example',
  OIDC_ISSUER: 'https://login.example/realm',
  OIDC_CLIENT_ID: 'wegwijzer',
  OIDC_CLIENT_SECRET: 'geheim van de inlogdienst',
};

it('is uit zonder instellingen, en aan met alle drie', () => {
  expect(readConfig(ROOT, {}).oidc).toBeNull();
  expect(readConfig(ROOT, OIDC).oidc).toEqual({
    issuer: OIDC.OIDC_ISSUER,
    clientId: OIDC.OIDC_CLIENT_ID,
    clientSecret: OIDC.OIDC_CLIENT_SECRET,
  });
});

it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('start niet zonder %s', (naam) => {
  const { [naam as keyof typeof OIDC]: _, ...rest } = OIDC;
  expect(() => readConfig(ROOT, rest)).toThrow(`${naam} ontbreekt.`);
});

it.each([
  [{ OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER moet een adres zijn dat met https begint'],
  [{ OIDC_ISSUER: 'login.example' }, 'OIDC_ISSUER moet een webadres zijn'],
  [{ OIDC_CLIENT_ID: ' ' }, 'OIDC_CLIENT_ID mag niet leeg zijn'],
  [{ BASE_URL: 'http://wegwijzer.example' }, 'BASE_URL moet een adres zijn dat met https begint'],
  [{ OIDC_SECRET: 'x' }, 'OIDC_SECRET is geen instelling'],
])('weigert %j', (anders, message) => {
  expect(() => readConfig(ROOT, { ...OIDC, ...anders })).toThrow(message);
});

it('staat zonder TLS toe op deze computer zelf', () => {
  const local = { ...OIDC, BASE_URL: 'http://localhost:3000', OIDC_ISSUER: 'http://127.0.0.1:8080' };
  expect(readConfig(ROOT, local).oidc?.issuer).toBe('http://127.0.0.1:8080');
});

it('toont het geheim niet', () => {
  expect(JSON.stringify(showSettings(ROOT, OIDC))).not.toContain(OIDC.OIDC_CLIENT_SECRET);
});
