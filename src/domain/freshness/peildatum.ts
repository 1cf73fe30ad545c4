import { DAG, HOUDBAARHEID } from './houdbaarheid.ts';

/**
 * The last day, up to `now`, on which something in the content was checked or became too old: what a page says of it has
 * been the same since. So a page that is made for this day is the page of today. `content` is the content as JSON.
 */
export function findPeildatum(content: string, now: Date): Date {
  const dagen = [...new Set(content.match(/(?<=")\d{4}-\d{2}-\d{2}(?=")/g))]
    .map((dag) => Date.parse(dag))
    .flatMap((dag) => [dag, dag + (HOUDBAARHEID + 1) * DAG])
    .filter((dag) => dag <= now.getTime());
  return new Date(Math.max(0, ...dagen));
}
