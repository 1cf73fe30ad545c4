import { executionAsyncResource } from 'node:async_hooks';
import express from 'express';
import { expect, it } from 'vitest';
import { readMultipart } from '../../src/http/read-multipart.ts';
import { readText } from '../../src/http/read-text.ts';
import { takeTurn } from '../../src/http/take-turns.ts';
import { MULTIPART, toMultipart } from '../support/multipart.ts';
import { request } from '../support/request.ts';

const LIMIT = 1_000_000;
const LONG = 'lang '.repeat(20_000);

it('what is long comes one at a time, and what comes in meanwhile is done in between', async () => {
  const done: string[] = [];
  for (const name of ['long 1', 'long 2', 'long 3'])
    takeTurn(LIMIT, () => {
      done.push(name);
      setImmediate(() => done.push(`after ${name}`));
    });
  takeTurn(10, () => done.push('short'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual(['short', 'long 1']);
  for (let turns = 0; turns < 3; turns += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([
    'short',
    'long 1',
    'long 2',
    'after long 1',
    'long 3',
    'after long 2',
    'after long 3',
  ]);
});

it('too many do not wait: what then comes is done at once, so that the server is seen to be too busy', async () => {
  let waiting = 200;
  let atOnce = 0;
  const done = new Promise<void>((resolve) => {
    for (let count = 0; count < 200; count += 1)
      takeTurn(LIMIT, () => {
        waiting -= 1;
        if (waiting === 0) resolve();
      });
    atOnce = 200 - waiting;
  });
  expect(atOnce).toBe(120);
  await done;
});

it.each([
  ['a short text', 'text/plain', 'kort', false],
  ['a long text', 'text/plain', LONG, true],
  [
    'a short file',
    MULTIPART['Content-Type'],
    toMultipart([{ name: 'bestand', value: 'kort', filename: 'a' }]),
    false,
  ],
  [
    'a long file',
    MULTIPART['Content-Type'],
    toMultipart([{ name: 'bestand', value: LONG, filename: 'a' }]),
    true,
  ],
])('%s is read: in a turn of its own when it is long', async (_name, type, body, own) => {
  const app = express();
  const limits = { body: LIMIT, part: LIMIT, text: LIMIT, files: 1, fields: 1 };
  const read =
    type === 'text/plain' ? readText(type, LIMIT, (text) => text) : readMultipart('bestand', limits);
  app.post('/', read, (_req, res) => {
    res.json(executionAsyncResource().constructor.name === 'Immediate');
  });
  const { body: isOwn } = await request(app).post('/').type(type).send(body).expect(200);
  expect(isOwn).toBe(own);
});
