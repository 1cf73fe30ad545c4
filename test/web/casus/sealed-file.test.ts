import { describe, expect, it } from 'vitest';
import {
  isSealed,
  MAX_SEALED,
  parseSealed,
  type SealedCasus,
} from '../../../src/domain/casus/sealed-casus.ts';
import { createSealer } from '../../../src/web/casus/sealed-file.ts';
import { say } from '../../support/texts.ts';

const PASSPHRASE = 'vier losse wóórden';
const TEXT = '{"format": "rdm-casus", "gezien": "één — “twee” 😀"}\n';
const ME = '192.0.2.1';
const sealer = createSealer();
const file = (await sealer.seal(TEXT, PASSPHRASE, ME)) ?? '';

const read = (text: string): SealedCasus => {
  const parsed = parseSealed(say, text);
  if ('fout' in parsed) throw new Error(parsed.fout);
  return parsed.sealed;
};
const open = async (text: string, passphrase = PASSPHRASE) => {
  const opened = await sealer.open(read(text), passphrase, ME);
  return opened instanceof Buffer ? opened.toString() : opened;
};
// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
const change = (make: (file: any) => void): string => {
  const json = JSON.parse(file);
  make(json);
  return JSON.stringify(json);
};
const flip = (base64: string, at: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64');
};

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const toKey = async (
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  usage: KeyUsage,
) => {
  const { subtle } = globalThis.crypto;
  const typed = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
  return subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [usage]);
};

describe('an encrypted case file', () => {
  it('is opened with the passphrase, and holds nothing that can be read', async () => {
    expect(await open(file)).toBe(TEXT);
    expect(isSealed(file)).toBe(true);
    expect(isSealed(TEXT)).toBe(false);
    expect(file).not.toContain('gezien');
    expect(Buffer.from(read(file).inhoud, 'base64').length).toBe(Buffer.byteLength(TEXT) + 16);
  });

  it('is another one every time', async () => {
    const other = read((await sealer.seal(TEXT, PASSPHRASE, ME)) ?? '');
    expect(other.afleiding.zout).not.toBe(read(file).afleiding.zout);
    expect(other.versleuteling.iv).not.toBe(read(file).versleuteling.iv);
  });

  it('is opened with nothing but WebCrypto', async () => {
    const { inhoud, ...kop } = JSON.parse(file);
    const { zout, iteraties } = kop.afleiding;
    expect(iteraties).toBe(600_000);
    const key = await toKey(PASSPHRASE, fromBase64(zout), iteraties, 'decrypt');
    const additionalData = new TextEncoder().encode(JSON.stringify(kop));
    const how = { name: 'AES-GCM', iv: fromBase64(kop.versleuteling.iv), additionalData };
    const bytes = await globalThis.crypto.subtle.decrypt(how, key, fromBase64(inhoud));
    expect(new TextDecoder().decode(bytes)).toBe(TEXT);
  });

  it('may be made with nothing but WebCrypto, with its lines and keys in another order', async () => {
    const { crypto } = globalThis;
    const [salt, iv] = [
      crypto.getRandomValues(new Uint8Array(16)),
      crypto.getRandomValues(new Uint8Array(12)),
    ];
    const kop = {
      format: 'rdm-casus-versleuteld',
      versie: 1,
      afleiding: { naam: 'PBKDF2', hash: 'SHA-256', iteraties: 100_000, zout: toBase64(salt) },
      versleuteling: { naam: 'AES-GCM', iv: toBase64(iv) },
    };
    const additionalData = new TextEncoder().encode(JSON.stringify(kop));
    const key = await toKey(PASSPHRASE, salt, 100_000, 'encrypt');
    const how = { name: 'AES-GCM', iv, additionalData };
    const bytes = await crypto.subtle.encrypt(how, key, new TextEncoder().encode(TEXT));
    const { versleuteling, afleiding, ...rest } = kop;
    const theirs = { inhoud: toBase64(new Uint8Array(bytes)), versleuteling, afleiding, ...rest };
    expect(await open(JSON.stringify(theirs, null, 4))).toBe(TEXT);
  });

  it('takes a passphrase that another keyboard puts together differently', async () => {
    expect(await open(file, PASSPHRASE.normalize('NFD'))).toBe(TEXT);
  });

  it.each<[string, string, string]>([
    ['another passphrase', file, `${PASSPHRASE} `],
    ['a changed byte', change((json) => Object.assign(json, { inhoud: flip(json.inhoud, 3) })), PASSPHRASE],
    [
      'a changed tag',
      change((json) => Object.assign(json, { inhoud: flip(json.inhoud, Buffer.byteLength(TEXT) + 15) })),
      PASSPHRASE,
    ],
    [
      'another salt',
      change((json) => Object.assign(json.afleiding, { zout: flip(json.afleiding.zout, 0) })),
      PASSPHRASE,
    ],
    [
      'another iv',
      change((json) => Object.assign(json.versleuteling, { iv: flip(json.versleuteling.iv, 0) })),
      PASSPHRASE,
    ],
    ['other iterations', change((json) => Object.assign(json.afleiding, { iteraties: 600_001 })), PASSPHRASE],
    ['half of it', change((json) => Object.assign(json, { inhoud: json.inhoud.slice(0, 40) })), PASSPHRASE],
  ])('is not opened with %s', async (_name, text, passphrase) => {
    expect(await open(text, passphrase)).toBe('wrong');
  });
});

describe('an encrypted file that is not even tried', () => {
  it.each<[string, string, RegExp]>([
    ['half of it', file.slice(0, 300), /beschadigd/],
    [
      'a newer version',
      change((json) => Object.assign(json, { versie: 2, nieuw: {} })),
      /nieuwere versie.*: versie 2\. .*versie 1/,
    ],
    ['a version that is none', change((json) => Object.assign(json, { versie: '1' })), /beschadigd/],
    ['another derivation', change((json) => Object.assign(json.afleiding, { naam: 'scrypt' })), /niet kent/],
    ['another hash', change((json) => Object.assign(json.afleiding, { hash: 'SHA-1' })), /niet kent/],
    ['another cipher', change((json) => Object.assign(json.versleuteling, { naam: 'AES-CBC' })), /niet kent/],
    [
      'work for a minute',
      change((json) => Object.assign(json.afleiding, { iteraties: 100_000_000 })),
      /tussen 100000 en 1000000/,
    ],
    ['hardly any work', change((json) => Object.assign(json.afleiding, { iteraties: 1 })), /tussen/],
    [
      'half an iteration',
      change((json) => Object.assign(json.afleiding, { iteraties: 600_000.5 })),
      /tussen/,
    ],
    ['a short salt', change((json) => Object.assign(json.afleiding, { zout: 'AAAA' })), /beschadigd/],
    ['a long iv', change((json) => Object.assign(json.versleuteling, { iv: 'A'.repeat(24) })), /beschadigd/],
    ['less than a tag', change((json) => Object.assign(json, { inhoud: 'AAAA' })), /beschadigd/],
    ['no base64', change((json) => Object.assign(json, { inhoud: '*'.repeat(40) })), /beschadigd/],
    ['something beside it', change((json) => Object.assign(json, { meer: 1 })), /beschadigd/],
    ['no object', '[{"format": "rdm-casus-versleuteld"}]', /beschadigd/],
    ['null', 'null', /beschadigd/],
    ['too much', change((json) => Object.assign(json, { inhoud: 'A'.repeat(MAX_SEALED) })), /te groot/],
  ])('%s: a sentence in Dutch', (_name, text, message) => {
    expect(parseSealed(say, text)).toEqual({ fout: expect.stringMatching(message) });
  });

  it('the longest file of a case fits', () => {
    const inhoud = 'A'.repeat(4 * Math.ceil((1_000_000 + 16) / 3));
    expect(
      parseSealed(
        say,
        change((json) => Object.assign(json, { inhoud })),
      ),
    ).toHaveProperty('sealed');
  });
});

describe('deriving a key', () => {
  it('lets a few do so at a time, and says when too many wait', async () => {
    const small = createSealer({ atOnce: 1, maxWaiting: 2 });
    const cheap = read(change((json) => Object.assign(json.afleiding, { iteraties: 100_000 })));
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => small.open(cheap, PASSPHRASE, ME)));
    expect(results).toEqual(['wrong', 'wrong', 'wrong', null, null]);
    // Who was refused took nobody's place.
    expect(await small.open(cheap, PASSPHRASE, ME)).toBe('wrong');
  });

  it('is not taken from others by one who asks for it without end', async () => {
    const small = createSealer({ atOnce: 1, maxWaiting: 3 });
    const cheap = read(change((json) => Object.assign(json.afleiding, { iteraties: 100_000 })));
    const done: string[] = [];
    const ask = async (who: string, name: string) => {
      done.push(`${name}: ${await small.open(cheap, PASSPHRASE, who)}`);
    };
    const greedy = [1, 2, 3, 4].map((number) => ask('203.0.113.7', `greedy ${number}`));
    await Promise.all([...greedy, ask(ME, 'me')]);
    // The newest of the one goes to make room, and the other need not wait for all of the rest.
    expect(done).toEqual([
      'greedy 4: null',
      'greedy 1: wrong',
      'greedy 2: wrong',
      'me: wrong',
      'greedy 3: wrong',
    ]);
  });

  it('leaves the main thread to others', async () => {
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    count();
    await sealer.open(read(file), PASSPHRASE, ME);
    isDone = true;
    expect(turns).toBeGreaterThan(50);
  });
});
