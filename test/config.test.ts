import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfig } from '../src/config.ts';

const ROOT = '/srv/wegwijzer';
const SECRET = 'g'.repeat(32);
const read = (env: Record<string, string | undefined> = {}) => readConfig(ROOT, env);

/** The message of the fault that these settings give. */
function readFault(env: Record<string, string | undefined>): string {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error.message;
    throw error;
  }
  throw new Error(`Er was geen fout bij ${JSON.stringify(env)}.`);
}

describe('de instellingen', () => {
  it('hebben alle een standaard', () => {
    expect(read()).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      isAddressGiven: false,
      dataDir: '/srv/wegwijzer/data',
      standSecrets: undefined,
      trustProxy: false,
      logLevel: 'info',
      database: null,
      smtp: null,
    });
  });

  it.each<[naam: string, waarde: string, sleutel: string, parsed: unknown]>([
    ['PORT', '8080', 'port', 8080],
    ['PORT', '0', 'port', 0],
    ['PORT', '65535', 'port', 65_535],
    ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
    ['HOST', '::', 'host', '::'],
    ['BASE_URL', 'https://wegwijzer.example', 'baseUrl', 'https://wegwijzer.example'],
    ['BASE_URL', 'https://wegwijzer.example/', 'baseUrl', 'https://wegwijzer.example'],
    ['BASE_URL', 'http://localhost:8080/rdm//', 'baseUrl', 'http://localhost:8080/rdm'],
    ['DATA_DIR', '/var/lib/rdm', 'dataDir', '/var/lib/rdm'],
    ['DATA_DIR', 'gegevens', 'dataDir', '/srv/wegwijzer/gegevens'],
    ['DATA_DIR', '../gedeeld', 'dataDir', '/srv/gedeeld'],
    ['STAND_SECRETS', SECRET, 'standSecrets', [SECRET]],
    ['STAND_SECRETS', `${'n'.repeat(40)}, ${SECRET}`, 'standSecrets', ['n'.repeat(40), SECRET]],
    ['TRUST_PROXY', 'false', 'trustProxy', false],
    ['TRUST_PROXY', '1', 'trustProxy', 1],
    ['TRUST_PROXY', '10', 'trustProxy', 10],
    ['TRUST_PROXY', 'loopback', 'trustProxy', ['loopback']],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8,fd00::/8', 'trustProxy', ['loopback', '10.0.0.0/8', 'fd00::/8']],
    ['TRUST_PROXY', '192.168.1.1', 'trustProxy', ['192.168.1.1']],
    ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
    ['LOG_LEVEL', 'debug', 'logLevel', 'debug'],
  ])('%s=%s gaat goed', (naam, waarde, key, parsed) => {
    expect(read({ [naam]: waarde })).toEqual({
      ...read(),
      ...(naam === 'PORT' ? { baseUrl: `http://localhost:${waarde}` } : {}),
      ...(naam === 'BASE_URL' ? { isAddressGiven: true } : {}),
      [key]: parsed,
    });
  });

  it('rekenen het adres uit de poort, tenzij het is gegeven', () => {
    expect(read({ PORT: '4000' }).baseUrl).toBe('http://localhost:4000');
    expect(read({ PORT: '4000', BASE_URL: 'https://rdm.example' }).baseUrl).toBe('https://rdm.example');
  });

  it('laten gewone namen van de omgeving met rust', () => {
    const env = {
      PATH: '/bin',
      HOME: '/root',
      HOSTNAME: 'a1',
      NODE_ENV: 'production',
      PORTS: '1',
      SORT: '1',
      HOSTS: 'a',
      POST: '1',
      COST: '1',
      LANG: 'nl_NL.UTF-8',
      LC_ALL: 'C',
      LONG: 'nl',
      PWD: '/',
      OLDPWD: '/',
      TERM: 'dumb',
      USER: 'rdm',
      LOGNAME: 'rdm',
      SHELL: '/bin/sh',
      SHLVL: '1',
      TZ: 'Europe/Amsterdam',
      XDG_DATA_DIRS: '/usr/share',
      XDG_DATA_HOME: '/root',
      LISTEN_FDNAMES: 'x',
      INVOCATION_ID: 'x',
      JOURNAL_STREAM: '8:1',
      SYSTEMD_LOG_LEVEL: 'info',
      NOTIFY_SOCKET: '/run/x',
      STATE_DIRECTORY: '/var/lib/rdm',
      NODE_OPTIONS: '',
      HTTPS_PROXY: 'http://proxy',
      KUBERNETES_SERVICE_HOST: '10.0.0.1',
      DATABASE_URL: 'x',
      PGHOST: 'x',
      NO_COLOR: '1',
      npm_config_port: '9',
    };
    expect(read(env)).toEqual(read());
  });

  it('die niet zijn gezet maar wel genoemd, zijn de standaard', () => {
    expect(read({ PORT: undefined, STAND_SECRETS: undefined, TRUST_PROXY: undefined })).toEqual(read());
  });
});

describe('een instelling die niet klopt stopt de start, met haar naam', () => {
  it.each<[naam: string, waarde: string]>([
    ['PORT', ''],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', ' 3000'],
    ['HOST', ''],
    ['HOST', '  '],
    ['BASE_URL', ''],
    ['BASE_URL', 'wegwijzer.example'],
    ['BASE_URL', 'ftp://wegwijzer.example'],
    ['BASE_URL', 'javascript:alert(1)'],
    ['BASE_URL', 'https://beheer:geheim@wegwijzer.example'],
    ['BASE_URL', 'https://wegwijzer.example/?a=1'],
    ['BASE_URL', 'https://wegwijzer.example/#inhoud'],
    ['DATA_DIR', ''],
    ['DATA_DIR', '  '],
    ['STAND_SECRETS', ''],
    ['STAND_SECRETS', 'kort'],
    ['STAND_SECRETS', 'g'.repeat(31)],
    ['STAND_SECRETS', `${SECRET},kort`],
    ['STAND_SECRETS', `${SECRET},`],
    ['STAND_SECRETS', ' '.repeat(40)],
    ['TRUST_PROXY', ''],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '0'],
    ['TRUST_PROXY', '11'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', 'loopbackk'],
    ['TRUST_PROXY', '10.0.0'],
    ['TRUST_PROXY', '10.0.0.0/x'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/0'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['TRUST_PROXY', 'fd00::/129'],
    ['TRUST_PROXY', 'loopback/8'],
    ['TRUST_PROXY', 'loopback,,10.0.0.1'],
    ['LOG_LEVEL', ''],
    ['LOG_LEVEL', 'INFO'],
    ['LOG_LEVEL', 'verbose'],
  ])('%s=%j', (naam, waarde) => {
    expect(readFault({ [naam]: waarde })).toMatch(
      new RegExp(`^De instellingen kloppen niet:\\n- ${naam} (moet .*|mag niet leeg zijn)\\.$`),
    );
  });

  it.each<[naam: string, meant: string]>([
    ['STAND_SECRET', 'STAND_SECRETS'],
    ['stand_secrets', 'STAND_SECRETS'],
    ['STANDSECRETS', 'STAND_SECRETS'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['log_level', 'LOG_LEVEL'],
    ['LOG_LEVELS', 'LOG_LEVEL'],
    ['LOG-LEVEL', 'LOG_LEVEL'],
    ['TRUSTPROXY', 'TRUST_PROXY'],
    ['TRUST-PROXY', 'TRUST_PROXY'],
    ['BASEURL', 'BASE_URL'],
    ['BASE_URLS', 'BASE_URL'],
    ['DATADIR', 'DATA_DIR'],
    ['DATA_DIRS', 'DATA_DIR'],
  ])('%s, waar %s is bedoeld', (naam, meant) => {
    expect(readFault({ [naam]: SECRET })).toContain(`- ${naam} is geen instelling. Bedoelt u ${meant}?`);
  });

  it.each<[naam: string, meant: string]>([
    ['PROT', 'PORT'],
    ['HSOT', 'HOST'],
    ['BASE_ULR', 'BASE_URL'],
    ['BASE_UR', 'BASE_URL'],
    ['BASSE_URL', 'BASE_URL'],
    ['DATA_DIT', 'DATA_DIR'],
    ['METRIC_PORT', 'METRICS_PORT'],
    ['RATE_LIMIT_POST', 'RATE_LIMIT_POSTS'],
    ['LOGBOEK_DAGNE', 'LOGBOEK_DAGEN'],
    ['SMTP_HSOT', 'SMTP_HOST'],
    ['SMTP_POST', 'SMTP_HOST of SMTP_PORT'],
    ['STORE_URI', 'STORE_URL'],
  ])('%s, één letter anders dan %s', (naam, meant) => {
    expect(readFault({ [naam]: '3' })).toContain(`- ${naam} is geen instelling. Bedoelt u ${meant}?`);
  });

  it('maar niet wat van een ander programma kan zijn, naast de instelling waar het op lijkt', () => {
    expect(read({ BASE_URI: 'x', BASE_URL: 'https://rdm.example', PROT: 'tcp', PORT: '3000' }).port).toBe(
      3000,
    );
    // Nobody but this server has names that begin so.
    expect(readFault({ STORE_URI: 'x', STORE_URL: 'postgres://u@h/d' })).toContain('Bedoelt u STORE_URL?');
  });

  it('STAND_GEHEIM, die er niet is, met de lijst van namen', () => {
    expect(readFault({ STAND_GEHEIM: SECRET })).toContain(
      '- STAND_GEHEIM is geen instelling. De instellingen zijn: PORT, HOST, BASE_URL,',
    );
  });

  it('WEB_CONCURRENCY, die er niet meer is, met wat ermee moet', () => {
    expect(readFault({ WEB_CONCURRENCY: '2' })).toContain(
      '- WEB_CONCURRENCY is geen instelling meer: de site werkt in één proces. Haal deze instelling weg.',
    );
  });

  it('allemaal tegelijk', () => {
    const message = readFault({
      PORT: 'x',
      BASE_URL: 'y',
      STAND_SECRETS: 'z',
      LOG_LEVEL: 'q',
      TRUST_PROXY: '?',
      HOST: '',
      DATA_DIR: '',
      LOGLEVEL: 'info',
    });
    for (const naam of [
      'PORT',
      'HOST',
      'BASE_URL',
      'DATA_DIR',
      'STAND_SECRETS',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'LOGLEVEL',
    ])
      expect(message).toMatch(new RegExp(`^- ${naam} `, 'm'));
    expect(message.split('\n')).toHaveLength(9);
  });

  it('zonder het geheim zelf te noemen', () => {
    expect(readFault({ STAND_SECRETS: 'welkom123' })).not.toContain('welkom123');
  });
});
