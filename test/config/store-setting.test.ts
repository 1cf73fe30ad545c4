import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig, readPlaces, showSettings } from '../../src/config.ts';

const read = (url: string) => readConfig('/site', { STORE_URL: url }).database;
const LOCAL = {
  host: 'localhost',
  port: 5432,
  database: 'wegwijzer',
  user: 'rdm',
  password: null,
  tls: null,
};

describe('STORE_URL', () => {
  it('is off by default', () => {
    expect(readConfig('/site', {}).database).toBeNull();
  });

  it.each([
    ['postgres://rdm@localhost/wegwijzer', LOCAL],
    ['postgresql://rdm:ge%40heim@localhost:6000/wegwijzer', { ...LOCAL, port: 6000, password: 'ge@heim' }],
    ['postgres://rdm@[::1]/weg%20wijzer', { ...LOCAL, host: '::1', database: 'weg wijzer' }],
    ['postgres://rdm@%2Fvar%2Frun%2Fpostgresql/wegwijzer', { ...LOCAL, host: '/var/run/postgresql' }],
    [
      'postgres://rdm:g@db.example/wegwijzer?sslmode=disable',
      { ...LOCAL, host: 'db.example', password: 'g' },
    ],
    [
      'postgres://rdm:g@db.example/wegwijzer?sslmode=verify-full',
      { ...LOCAL, host: 'db.example', password: 'g', tls: { caFile: null } },
    ],
    [
      'postgres://rdm:g@db.example/wegwijzer?sslmode=verify-full&sslrootcert=ca.pem',
      { ...LOCAL, host: 'db.example', password: 'g', tls: { caFile: join('/site', 'ca.pem') } },
    ],
  ])('takes %s', (url, address) => {
    expect(read(url)).toEqual(address);
  });

  it.each([
    ['', 'moet een adres zijn zoals postgres://'],
    ['geheim', 'moet een adres zijn zoals postgres://'],
    ['mysql://u:geheim@localhost/d', 'moet een adres zijn zoals postgres://'],
    ['postgres://u:geheim@localhost', 'moet een adres zijn zoals postgres://'],
    ['postgres://localhost/geheim', 'moet een adres zijn zoals postgres://'],
    ['postgres://u:geheim%ff@localhost/d', 'moet een adres zijn zoals postgres://'],
    ['postgres://u:geheim@db.example/d', 'moet bij een andere computer eindigen op ?sslmode=verify-full'],
    ['postgres://u:geheim@localhost/d?sslmode=require', 'mag als sslmode alleen disable of verify-full'],
    ['postgres://u:geheim@localhost/d?sslmode=', 'mag als sslmode alleen disable of verify-full'],
    ['postgres://u@localhost/d?password=geheim', 'mag achter het vraagteken alleen sslmode en sslrootcert'],
    ['postgres://u@db.example/d?sslmode=verify-full&sslmode=disable', 'mag achter het vraagteken alleen'],
    [
      'postgres://u@localhost/d?sslrootcert=/geheim.pem',
      'heeft een sslrootcert, maar geen sslmode=verify-full',
    ],
  ])('refuses %s, without showing any of it', (url, reason) => {
    expect(() => read(url)).toThrow(ConfigFault);
    expect(() => read(url)).toThrow(`STORE_URL ${reason}`);
    expect(() => read(url)).not.toThrow('geheim');
    expect(JSON.stringify(showSettings('/site', { STORE_URL: url }))).not.toContain('geheim');
    expect(readPlaces('/site', { STORE_URL: url })).toBeNull();
  });

  it('is not shown, and a name that looks like it is refused', () => {
    const url = 'postgres://u:geheim@localhost/d';
    expect(JSON.stringify(showSettings('/site', { STORE_URL: url }))).not.toMatch(/geheim|localhost\/d/);
    expect(() => readConfig('/site', { STORE_URI: url })).toThrow('STORE_URI is geen instelling.');
    expect(readPlaces('/site', { STORE_URL: url, PORT: 'x' })?.database?.database).toBe('d');
  });
});
