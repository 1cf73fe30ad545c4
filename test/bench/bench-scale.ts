import { join } from 'node:path';
import { createEvaluator } from '../../src/domain/evaluation/evaluator.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { type Beslismodel, createBeslismodel } from '../../src/domain/model/beslismodel.ts';
import { toProgress } from '../../src/domain/questions/next-question.ts';
import { createSearchIndex } from '../../src/search/search-index.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { listDirectoryPages } from '../../src/web/directory/list-directory-pages.ts';
import { listSearchDocuments } from '../../src/web/list-static-files.ts';
import { createRenderPage } from '../../src/web/page.ts';
import { median, percentile, printTable, show } from './figures.ts';
import { generateContent, plainCasus, say } from './generated-content.ts';
import { listQueries } from './parts/search.ts';
import { timeRuns } from './time.ts';

const MB = 1024 * 1024;
const views = createViews(join(process.cwd(), 'views'));
const assets = { css: '/s.css', font: '/f.woff2', favicon: '/f.svg', js: [], eigenCss: null };

/** One row: what everything costs with so many tables. */
async function measureScale(name: string, tables: number, sharedQuestions: boolean): Promise<string[]> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const begin = performance.now();
  const content = generateContent(tables, { sharedQuestions });
  const model = createBeslismodel(content);
  const evaluate = createEvaluator(content.tafels);
  const render = createRenderPage({ views, say }, assets, content.noodnummers);
  const beginPages = performance.now();
  const pages = listDirectoryPages(say, content, new Date()).map(({ pad, ...page }) => render(pad, page));
  const perPage = (performance.now() - beginPages) / pages.length;
  const documents = listSearchDocuments(say, content, new Date());
  const search = createSearchIndex(say, documents, content.synoniemen);
  const start = performance.now() - begin;
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / MB;

  const journey = listJourney(model);
  const question = await timeRuns(
    () => {
      for (const antwoorden of journey) toProgress(model, antwoorden);
    },
    { rounds: 5 },
  );
  const opened = new Set(content.tafels.slice(0, 1).map(({ id }) => id));
  const evaluation = await timeRuns(() => evaluate(plainCasus, opened), { rounds: 5 });
  const searches = listQueries(documents, 300).map((query) => {
    const from = performance.now();
    search(query);
    return performance.now() - from;
  });
  return [
    name,
    String(tables),
    String(content.vragen.length),
    String(content.gemeenten.length),
    `${show(start)} ms`,
    `${show(memory)} MB`,
    `${show(median(question) / journey.length)} µs`,
    `${show(median(evaluation))} µs`,
    `${show(perPage * 1000)} µs`,
    `${show(percentile(searches, 0.99))} ms`,
  ];
}

/** The answers with which each question of a case is asked. */
function listJourney(model: Beslismodel): Antwoorden[] {
  const steps: Antwoorden[] = [];
  let antwoorden: Antwoorden = {};
  for (;;) {
    const { volgende } = toProgress(model, antwoorden);
    if (!volgende) return steps;
    steps.push(antwoorden);
    antwoorden = { ...antwoorden, [volgende.feit]: plainCasus[volgende.feit] ?? 'weetNiet' };
  }
}

const rows = [
  await measureScale('as it is', 8, false),
  await measureScale('tables and gemeenten x 10', 80, true),
  await measureScale('the same, questions x 10', 80, false),
  await measureScale('tables and gemeenten x 100', 800, true),
  await measureScale('the same, questions x 100', 800, false),
  await measureScale('1,000 tables', 1_000, true),
];
printTable(
  [
    '',
    'tables',
    'questions',
    'gemeenten',
    'start',
    'memory',
    'next question',
    'decision',
    'directory page',
    'search p99',
  ],
  rows,
);
