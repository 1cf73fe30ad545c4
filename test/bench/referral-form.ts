import type { HttpClient } from './http-client.ts';
import { recordJourney } from './journey.ts';

/** The form of a referral, as a visitor finds it at the end of the journey. */
export interface ReferralForm {
  /** The address of the advice, and that of the form; behind the latter's path comes the kind of file. */
  readonly advice: string;
  readonly path: string;
  readonly query: string;
  /** The fields that are a whole text each. */
  readonly texts: readonly string[];
}

const SENTENCE = 'De huur is drie maanden niet betaald en de buren melden overlast in de nacht. ';

/** Walks the journey and opens the form of the first table of its advice. */
export async function findReferralForm(client: HttpClient): Promise<ReferralForm> {
  const advice = (await recordJourney(client)).at(-1);
  const link = /href="(\/verwijzen\/[a-z-]+)(\?[^"]+)"/.exec(advice?.html ?? '');
  if (!advice || !link) throw new Error('The journey leads to no referral.');
  const [, path = '', query = ''] = link.map((part) => part.replaceAll('&amp;', '&'));
  const html = (await client.get(path + query)).body.toString('utf8');
  const texts = [...html.matchAll(/<textarea[^>]*\sname="([^"]+)"/g)].map(([, name = '']) => name);
  return { advice: advice.path, path, query, texts };
}

/** The form filled in as people do: a few sentences in each text. */
export function fillOrdinary({ texts }: ReferralForm): string {
  return fill(texts, SENTENCE.repeat(4));
}

/** The largest forms that cost the most: one word without an end, and as many lines as there can be. */
export function fillWorst({ texts }: ReferralForm): Readonly<Record<string, string>> {
  const fields = texts.slice(0, 13);
  return {
    'one word': fill(fields, 'x'.repeat(19_000)),
    lines: fill(fields, 'a\n'.repeat(9_500)),
    'other letters': fill(fields, 'ẍ́ñ͑ '.repeat(1_500)),
  };
}

function fill(names: readonly string[], text: string): string {
  return new URLSearchParams([
    ['casuscode', 'TW-2026-001'],
    ...names.map((name) => [name, text] as [string, string]),
  ]).toString();
}
