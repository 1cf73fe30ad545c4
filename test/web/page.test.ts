import { once } from 'node:events';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { startLiveServer } from '../support/live-server.ts';
import { createTestApp } from '../support/test-app.ts';

/** A page as it comes over the line to a client that says this of the encodings that it takes. */
async function download(
  port: number,
  headers: Record<string, string>,
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const [answer] = (await once(get({ port, path: '/zoeken?q=topx', headers }), 'response')) as [
    IncomingMessage,
  ];
  return { headers: answer.headers, body: await buffer(answer) };
}

it('sends a page in the smallest form that the client takes, and always the same page', async () => {
  const port = await startLiveServer(createTestApp());
  const plain = await download(port, {});
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toMatch(/^<!DOCTYPE html>/);
  for (const [taken, encoding, unpack] of [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
    ['br;q=0', undefined, (body: Buffer) => body],
  ] as const) {
    const { headers, body } = await download(port, { 'Accept-Encoding': taken });
    expect(headers['content-encoding'], taken).toBe(encoding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['cache-control']).toBe('no-store');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(unpack(body).toString()).toBe(plain.body.toString());
  }
});
