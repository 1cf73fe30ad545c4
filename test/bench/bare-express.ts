import { readFileSync } from 'node:fs';
import express from 'express';
import type { Step } from './journey.ts';

/**
 * The twin: Express 5 as it comes, which answers each step of the journey with the very bytes that our site sends there,
 * all ready in memory. It decides nothing, checks nothing, logs nothing. argv[2] is the file with the recorded steps.
 */
const steps: readonly Step[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const pages = new Map(steps.map(({ path, html }) => [path.split('?')[0] ?? path, Buffer.from(html)]));
const nextOf = new Map(steps.map(({ path, next }) => [path.split('?')[0] ?? path, next]));

const app = express();
const sendPage = (path: string, res: express.Response) => {
  res.type('html').send(pages.get(path));
};
app.get('/vragen/:slug', (req, res) => sendPage(req.path, res));
app.get('/advies', (req, res) => sendPage(req.path, res));
app.post('/vragen/:slug', express.urlencoded(), (req, res) => res.redirect(303, nextOf.get(req.path) ?? '/'));
// biome-ignore lint/style/noProcessEnv: this process has no settings but the port.
app.listen(Number(process.env.PORT), '127.0.0.1');
