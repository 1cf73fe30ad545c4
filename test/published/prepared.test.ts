import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPreparation, prepare, readPrepared } from '../../src/published/prepared.ts';
import { compress } from '../../src/published/published-file.ts';

function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rdm-prepared-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'prepared');
}

describe('what the build prepared', () => {
  it('is found by kind and input, and nothing else is', () => {
    const file = makeFile();
    const preparation = createPreparation();
    prepare(preparation, 'hoofdletters', 'een', () => Buffer.from('EEN'));
    preparation.save(file);
    const prepared = readPrepared(file);
    expect(prepared.find('hoofdletters', 'een')?.toString()).toBe('EEN');
    expect(prepared.find('hoofdletters', 'een ')).toBeNull();
    expect(prepared.find('iets anders', 'een')).toBeNull();
    const nooit = () => {
      throw new Error('was er al');
    };
    expect(prepare(prepared, 'hoofdletters', 'een', nooit).toString()).toBe('EEN');
    expect(prepare(prepared, 'hoofdletters', 'twee', () => Buffer.from('TWEE')).toString()).toBe('TWEE');
  });

  it.each([
    ['is not there', undefined],
    ['is empty', ''],
    ['holds something else', '{"a": 1}'],
    ['is of other code', serialize({ codeId: 'andere code', outputs: new Map([['soort x', 'oud']]) })],
  ])('is made at the start when the file %s', (_, inhoud) => {
    const file = makeFile();
    if (inhoud !== undefined) writeFileSync(file, inhoud);
    const prepared = readPrepared(file);
    expect(prepare(prepared, 'soort', 'x', () => Buffer.from('y')).toString()).toBe('y');
  });

  it('gives the same compressed forms as compressing again, and these unpack to the body', () => {
    const file = makeFile();
    const body = Buffer.from('Het wijkteam. '.repeat(500));
    const preparation = createPreparation();
    const gemaakt = compress(body, 'text/html', preparation);
    preparation.save(file);
    const gevonden = compress(body, 'text/html', readPrepared(file));
    expect(gevonden).toEqual(gemaakt);
    expect(gevonden).toEqual(compress(body, 'text/html'));
    expect(gunzipSync(gevonden.gzip ?? '')).toEqual(body);
    expect(brotliDecompressSync(gevonden.br ?? '')).toEqual(body);
  });
});
