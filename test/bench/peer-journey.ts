import { realContent } from './generated-content.ts';
import { type Answer, createClient, type HttpClient } from './http-client.ts';
import { BROWSER_HEADERS, journeyAnswers, type Step } from './journey.ts';

/** A question of our journey, as a peer gets it. */
export interface PeerQuestion {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly hint: string;
  readonly multiple: boolean;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
}

/** What the walk over a peer needs to know of the pages that it saw: their number and size. */
export interface PeerPage {
  readonly isResult: boolean;
  readonly bytes: number;
}

/** The questions of our journey, in the order of these steps. */
export function listQuestions(steps: readonly Step[]): PeerQuestion[] {
  return steps.flatMap(({ path, form }) => {
    const slug = path.split('?')[0]?.replace('/vragen/', '');
    const vraag = realContent.vragen.find((vraag) => vraag.slug === slug);
    if (form === null || !vraag) return [];
    return [
      {
        name: vraag.feit,
        path: `/${vraag.slug}`,
        title: vraag.vraag,
        hint: vraag.toelichting,
        multiple: vraag.type === 'meerkeuze',
        options: vraag.opties.map(({ id, tekst, toelichting }) => ({
          value: id,
          label: tekst,
          ...(toelichting && { hint: toelichting }),
        })),
      },
    ];
  });
}

/** Walks so many journeys over a peer: for each a new session, the questions one by one, and the result. */
export async function walkPeer(
  port: number,
  questions: readonly PeerQuestion[],
  journeys: number,
  connections: number,
  onPage?: (page: PeerPage) => void,
): Promise<void> {
  let left = journeys;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      // A peer that sends its cookies over https only takes the word of the proxy in front of it.
      const client = await createClient(port, [...BROWSER_HEADERS, 'X-Forwarded-Proto: https']);
      for (; left > 0; ) {
        left -= 1;
        await walk(client, questions, onPage);
      }
      client.close();
    }),
  );
}

async function walk(
  client: HttpClient,
  questions: readonly PeerQuestion[],
  onPage?: (page: PeerPage) => void,
): Promise<void> {
  const jar = new Map<string, string>();
  const keep = (answer: Answer): Answer => {
    for (const [, name, value] of answer.head.matchAll(/^set-cookie: ([^=]+)=([^;\r]*)/gim)) {
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    return answer;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  let path = questions[0]?.path ?? '/';
  for (let index = 0; ; ) {
    const page = keep(await client.get(path, cookie()));
    if (page.status === 302) {
      path = follow(path, page);
      continue;
    }
    if (page.status !== 200) throw new Error(`${path} gave ${page.status}`);
    const question = questions[index];
    onPage?.({ isResult: !question, bytes: page.body.length });
    if (!question) return;
    if (!path.startsWith(question.path)) throw new Error(`${question.path} was due, not ${path}`);
    const posted = keep(await client.post(path, toForm(question, page.body.toString('utf8')), cookie()));
    if (posted.status !== 302) throw new Error(`POST ${path} gave ${posted.status}`);
    path = follow(path, posted);
    index += 1;
  }
}

function follow(path: string, { location }: Answer): string {
  const { pathname, search } = new URL(location, `http://peer${path}`);
  return `${pathname}${search}`;
}

/** Our answer, or else the first one, with the token of the page. */
function toForm({ name, options }: PeerQuestion, html: string): string {
  const token = /name="x-csrf-token" value="([^"]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error(`The page of ${name} has no token.`);
  const form = new URLSearchParams({ 'x-csrf-token': token });
  for (const value of [journeyAnswers[name] ?? options[0]?.value ?? ''].flat()) form.append(name, value);
  return form.toString();
}
