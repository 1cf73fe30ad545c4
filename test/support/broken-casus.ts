import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import type { Casus } from '../../src/domain/casus/casus.ts';
import { putAntwoorden } from '../../src/domain/casus/change-casus.ts';
import { putItem } from '../../src/domain/casus/change-items.ts';
import { toItem } from '../../src/domain/casus/parse-item.ts';
import { toSealedHeader } from '../../src/domain/casus/sealed-casus.ts';
import { writeCasus } from '../../src/domain/casus/write-casus.ts';
import { histories, toMoment } from './arbitrary-casus.ts';
import { breakTree, change, write } from './break-json.ts';
import { LOKAAL_VAST, toFitting } from './fitting-antwoorden.ts';

/** A sound file with something in every list; in half of them tables fit. */
const sound: fc.Arbitrary<Casus> = fc.tuple(histories, fc.boolean()).map(([[history], isFitting]) => {
  const fitting = { ...LOKAAL_VAST, ...toFitting('topx'), rol: 'procesmanager' };
  const casus = isFitting ? putAntwoorden(history, fitting, toMoment(1)) : history;
  const made = (id: string) => ({ id, genoteerd: toMoment(2) });
  const day = (pad: string) =>
    pad === 'datum'
      ? '2026-11-20'
      : pad === 'soort'
        ? 'risico'
        : pad === 'verloop' || pad === 'gedaan' || pad === 'stand' || pad === 'factor'
          ? ''
          : 'tekst';
  const lists = ['plan', 'checklist', 'termijnen', 'logboek'] as const;
  return lists.reduce((all, list) => putItem(all, list, toItem(list, made(`${list}-1`), day)), casus);
});

const mangled = fc
  .tuple(
    sound,
    fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), change), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([casus, changes]) => {
    const root = JSON.parse(writeCasus(casus));
    breakTree(root, changes);
    return Buffer.from(write(root));
  });

/** Bytes put in, taken out and repeated somewhere in a sound file. */
const spliced = fc
  .tuple(
    sound,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(60),
        fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
        ),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([casus, splices]) => {
    let bytes = Buffer.from(writeCasus(casus));
    for (const [at, gone, put] of splices) {
      const place = at % bytes.length;
      bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + gone)]);
    }
    return bytes;
  });

/** Bytes that somebody may give for a case file, most of them broken somewhere. */
export const brokenFiles: fc.Arbitrary<Buffer> = fc.oneof(
  { arbitrary: mangled, weight: 6 },
  { arbitrary: spliced, weight: 3 },
  { arbitrary: fc.json().map((text) => Buffer.from(text)), weight: 1 },
  { arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)), weight: 1 },
);

export const PASSPHRASE = 'nachtegaal-zingt-zacht';
/** As few iterations as the site reads: the key is made anew for each file that it opens. */
const SEALED = toSealedHeader(`${'A'.repeat(22)}==`, 'A'.repeat(16));
SEALED.afleiding.iteraties = 100_000;
const KEY = pbkdf2Sync(PASSPHRASE, Buffer.alloc(16), SEALED.afleiding.iteraties, 32, 'sha256');

/** An encrypted file that opens with the passphrase, and anything in it. */
export const sealedBroken: fc.Arbitrary<Buffer> = fc
  .oneof({ arbitrary: mangled, weight: 2 }, { arbitrary: spliced, weight: 1 })
  .map((bytes) => {
    const cipher = createCipheriv('aes-256-gcm', KEY, Buffer.alloc(12)).setAAD(
      Buffer.from(JSON.stringify(SEALED)),
    );
    const parts = [cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
    return Buffer.from(JSON.stringify({ ...SEALED, inhoud: Buffer.concat(parts).toString('base64') }));
  });

/** An encrypted file with anything in its parts; nothing of it has to be opened. */
export const brokenSealed: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.array(fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), change), { maxLength: 3 }),
    fc.base64String({ maxLength: 200 }),
  )
  .map(([changes, inhoud]) => {
    const root = { ...structuredClone(SEALED), inhoud };
    breakTree(root, changes);
    return Buffer.from(write(root));
  });

/** A file as the site hands it out. */
export const soundFiles: fc.Arbitrary<Buffer> = sound.map((casus) => Buffer.from(writeCasus(casus)));
