import express from 'express';
import request from 'supertest';
import { expect, it } from 'vitest';
import { onFirstUse } from '../../src/http/on-first-use.ts';

it('wat pas bij het eerste gebruik gemaakt wordt, wordt één keer gemaakt, en alleen als iemand erom vraagt', async () => {
  let made = 0;
  const app = express();
  app.use(
    '/deel',
    onFirstUse(() => {
      made += 1;
      return (_req, res) => void res.send('hier');
    }),
  );
  await request(app).get('/anders').expect(404);
  expect(made).toBe(0);
  await request(app).get('/deel').expect(200, 'hier');
  await request(app).get('/deel').expect(200, 'hier');
  expect(made).toBe(1);
});

it('een fout bij het maken is een fout van die aanvraag, en de volgende probeert het opnieuw', async () => {
  let tries = 0;
  const app = express();
  app.use(
    onFirstUse(() => {
      tries += 1;
      if (tries === 1) throw new Error('nu niet');
      return (_req, res) => void res.send('hier');
    }),
  );
  app.use(((_error, _req, res, _next) => void res.status(500).end()) as express.ErrorRequestHandler);
  await request(app).get('/').expect(500);
  await request(app).get('/').expect(200, 'hier');
});
