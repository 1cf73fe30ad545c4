import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import hof from 'hof';
import { byName, folder, readQuestions, writeJson } from './read-questions.js';

/**
 * The journey in hof, as its own sandbox does it: steps and fields as data, its theme, its summary as the result.
 * Two things differ, both to its advantage: sessions are in memory in place of encrypted in Redis, so the client that hof
 * makes for Redis waits a day before it tries again, and it does not warn of the end of the session.
 */
const { MemoryStore } = createRequire(createRequire(import.meta.url).resolve('hof'))('express-session');
const questions = readQuestions();
const A_DAY = 24 * 3_600_000;

writeJson('apps/journey/translations/en/default.json', {
  fields: byName(questions, ({ title, hint, options }) => ({
    label: title,
    legend: title,
    hint,
    options: Object.fromEntries(options.map(({ value, ...texts }) => [value, texts])),
  })),
  pages: { confirm: { header: 'Result' } },
});
writeJson(
  'apps/journey/fields.json',
  byName(questions, ({ multiple, options }) => ({
    mixin: multiple ? 'checkbox-group' : 'radio-group',
    isPageHeading: true,
    validate: ['required'],
    options: options.map(({ value }) => value),
  })),
);

const steps = questions.map(({ name, path }, index) => [
  path,
  { fields: [name], next: questions[index + 1]?.path ?? '/confirm' },
]);
hof({
  root: folder,
  routes: [
    {
      name: 'journey',
      steps: {
        ...Object.fromEntries(steps),
        '/confirm': { behaviours: [hof.components.summary], next: '/done' },
        '/done': {},
      },
    },
  ],
  redis: { retry_strategy: () => A_DAY },
  session: { secret: randomBytes(16).toString('hex'), store: new MemoryStore() },
});
