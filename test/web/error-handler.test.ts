import express, { type RequestHandler } from 'express';
import { expect, it } from 'vitest';
import { createErrorHandler, toTooOften } from '../../src/web/error-handler.ts';
import { send, startLiveServer } from '../support/live-server.ts';
import { say } from '../support/texts.ts';

/** Serves one handler; gives the port, and what was put in the log. */
async function serve(handler: RequestHandler): Promise<{ port: number; logged: unknown[] }> {
  const logged: unknown[] = [];
  const app = express();
  app.use((req, _res, next) => {
    req.logError = (fault) => logged.push(fault);
    next();
  });
  app.get('/', handler);
  app.use(createErrorHandler(() => '', say));
  return { port: await startLiveServer(app), logged };
}

const PIECE = new Error('stuk');

it('puts a fault after the answer in the log, and leaves the answer whole', async () => {
  const { port, logged } = await serve((_req, res) => {
    res.end('geheel');
    throw PIECE;
  });
  const antwoord = await send(port, 'GET', '/');
  expect(antwoord).toMatchObject({ status: 200, text: 'geheel' });
  expect(logged).toEqual([PIECE]);
});

it('ends an answer that a fault cut short, so that nobody takes it for whole', async () => {
  const { port, logged } = await serve((_req, res) => {
    res.write('half');
    throw PIECE;
  });
  await expect(send(port, 'GET', '/')).rejects.toThrow();
  expect(logged).toEqual([PIECE]);
});

it('says how long to wait, in minutes as people say them', () => {
  expect([1, 2].map(toTooOften(say))).toEqual([
    'Dit waren te veel aanvragen achter elkaar. Probeer het over een minuut opnieuw.',
    'Dit waren te veel aanvragen achter elkaar. Probeer het over 2 minuten opnieuw.',
  ]);
});
