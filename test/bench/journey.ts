import type { Antwoord, Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { vignettes } from '../support/vignettes.ts';
import { createClient, type HttpClient } from './http-client.ts';

/** The case that is walked: ten questions and an advice to refer. */
const NAME = 'tafels geprobeerd, stelsel knelt';
/** The page that a journey begins with. */
export const FIRST_PAGE = '/vragen/acuut-gevaar';
/** Journeys before anything is measured: V8 goes on compiling what runs often until about here. */
export const WARM_UP = 1_200;
/** What a browser says of the encodings that it takes. */
export const BROWSER_HEADERS = ['Accept-Encoding: gzip, deflate, br', 'Accept: text/html'];

const found = vignettes.find(({ naam }) => naam.startsWith(NAME));
if (!found) throw new Error(`There is no vignette that begins with: ${NAME}`);
/** The answers of that case. */
export const journeyAnswers: Antwoorden = found.antwoorden;

/** One visited page: its address, what was posted there, and what it is made of. */
export interface Step {
  readonly path: string;
  readonly html: string;
  /** The size of the page as it came over the line. */
  readonly bytes: number;
  readonly form: string | null;
  /** Where the post leads to. */
  readonly next: string | null;
}

interface Watch {
  readonly onPage?: (step: Step) => void;
  /** Hears how long each request took, in milliseconds. */
  readonly onTime?: ((time: number) => void) | undefined;
}

/** Walks from the first question to the advice: per question POST → 303 → GET. */
async function walk(client: HttpClient, { onPage, onTime }: Watch = {}): Promise<void> {
  const time = async <T>(request: Promise<T>): Promise<T> => {
    const begin = performance.now();
    const answer = await request;
    onTime?.(performance.now() - begin);
    return answer;
  };
  let path = FIRST_PAGE;
  for (;;) {
    const page = await time(client.get(path));
    if (page.status !== 200) throw new Error(`${path} gave ${page.status}`);
    const slug = /^\/vragen\/([a-z-]+)/.exec(path)?.[1];
    if (slug === undefined) {
      onPage?.({ path, ...toContent(page), form: null, next: null });
      return;
    }
    const form = toForm(slug);
    const { status, location } = await time(client.post(path, form));
    if (status !== 303) throw new Error(`POST ${path} ${form} gave ${status}`);
    onPage?.({ path, ...toContent(page), form, next: location });
    path = location;
  }
}

/** Walks so many journeys over some connections at the same time, as browsers do. */
export async function walkTogether(
  port: number,
  journeys: number,
  connections: number,
  onTime?: (time: number) => void,
): Promise<void> {
  let left = journeys;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await createClient(port, BROWSER_HEADERS);
      for (; left > 0; ) {
        left -= 1;
        await walk(client, { onTime });
      }
      client.close();
    }),
  );
}

function toContent({ body }: { readonly body: Buffer }) {
  return { html: body.toString('utf8'), bytes: body.length };
}

/** Walks once and remembers all pages as this client gets them; their text only when it takes no compression. */
export async function recordJourney(client: HttpClient): Promise<Step[]> {
  const steps: Step[] = [];
  await walk(client, { onPage: (step) => steps.push(step) });
  return steps;
}

function toForm(slug: string): string {
  const feit = slug.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const chosen: Antwoord = journeyAnswers[feit] ?? 'weetNiet';
  return [chosen]
    .flat()
    .map((waarde) => `${feit}=${encodeURIComponent(waarde)}`)
    .join('&');
}
