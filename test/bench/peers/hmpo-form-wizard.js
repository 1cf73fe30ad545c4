import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import cookieParser from 'cookie-parser';
import express from 'express';
import session from 'express-session';
import hmpoComponents from 'hmpo-components';
import wizard from 'hmpo-form-wizard';
import i18n from 'hmpo-i18n';
import nunjucks from 'nunjucks';
import { byName, folder, readQuestions, writeJson } from './read-questions.js';

/**
 * The journey in hmpo-form-wizard, as the example in its package does it: with hmpo-components, hmpo-i18n and nunjucks,
 * templates cached as the example says for production. Sessions are in memory, and its access log is left out.
 */
const { resolve } = createRequire(import.meta.url);
const questions = readQuestions();

writeJson('locales/en/default.json', {
  govuk: { serviceName: 'Journey', backLink: 'Back' },
  buttons: { next: 'Continue' },
});
writeJson(
  'locales/en/fields.json',
  byName(questions, ({ title, hint, options }) => ({
    label: title,
    legend: title,
    hint,
    items: Object.fromEntries(options.map(({ value, ...texts }) => [value, texts])),
  })),
);
writeJson('locales/en/pages.json', { result: { title: 'Result' } });

const app = express();
app.use(cookieParser());
app.use(
  session({
    secret: 'of this measurement',
    resave: false,
    saveUninitialized: false,
    cookie: { secure: false },
  }),
);
app.set('view engine', 'html');
const environment = nunjucks.configure(
  [
    join(dirname(fileURLToPath(import.meta.url)), 'views'),
    join(dirname(resolve('hmpo-components')), 'components'),
    join(dirname(resolve('govuk-frontend/package.json')), 'dist'),
  ],
  { express: app },
);
i18n.middleware(app, { allowedLangs: ['en'], baseDir: [folder] });
hmpoComponents.setup(app, environment);
app.use((_req, res, next) => {
  res.locals.assetPath = '/public';
  next();
});
app.use(express.urlencoded({ extended: true }));

/** Shows all answers below each other. */
class Result extends wizard.Controller {
  locals(req, _res, done) {
    const answers = req.sessionModel.toJSON();
    done(null, {
      rows: questions.map(({ name, title }) => ({
        key: { text: title },
        value: { text: String(answers[name]) },
      })),
    });
  }
}

const steps = questions.map(({ name, path }, index) => [
  path,
  {
    ...(index === 0 ? { entryPoint: true, resetJourney: true } : {}),
    fields: [name],
    template: 'question',
    next: questions[index + 1]?.path.slice(1) ?? 'result',
  },
]);
const fields = byName(questions, ({ multiple, options }) => ({
  type: multiple ? 'checkboxes' : 'radios',
  validate: 'required',
  items: options.map(({ value }) => value),
}));
app.use(
  wizard(
    { ...Object.fromEntries(steps), '/result': { controller: Result, template: 'result', noPost: true } },
    fields,
    { name: 'journey' },
  ),
);
app.use((error, _req, res, next) => {
  if (error.redirect) res.redirect(error.redirect);
  else next(error);
});
// biome-ignore lint/style/noProcessEnv: this process has no settings but the port.
app.listen(Number(process.env.PORT), '127.0.0.1');
