import type { Express } from 'express';
import type { Antwoord } from '../../src/domain/model/antwoorden.ts';
import { request } from './request.ts';

/** A form of a page as a browser without JavaScript sees it. */
export interface Form {
  readonly action: string;
  /** Name and value of each field that has a value now (hidden, typed, ticked). */
  readonly velden: readonly (readonly [naam: string, waarde: string])[];
  /** Per name of a radio or checkbox its possible values. */
  readonly keuzes: ReadonlyMap<string, readonly string[]>;
}

/** Reads the forms of a page. */
export function readForms(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, kop = '', content = '']) => {
    const keuzes = new Map<string, string[]>();
    const velden: [string, string][] = [];
    for (const [input] of content.matchAll(/<input\b[^>]*>/g)) {
      const naam = readAttribute(input, 'name');
      const waarde = readAttribute(input, 'value');
      if (/type="(radio|checkbox)"/.test(input)) {
        keuzes.set(naam, [...(keuzes.get(naam) ?? []), waarde]);
        if (/ checked/.test(input)) velden.push([naam, waarde]);
      } else if (naam !== '') velden.push([naam, waarde]);
    }
    for (const [, digests = '', tekst = ''] of content.matchAll(
      /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
    )) {
      const naam = readAttribute(digests, 'name');
      // To copy from only.
      if (naam !== '') velden.push([naam, unescapeHtml(tekst)]);
    }
    return { action: readAttribute(kop, 'action'), velden, keuzes };
  });
}

/** The links of a page, as they stand in it. */
export function readLinks(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href = '']) => unescapeHtml(href));
}

/** Posts a form as a browser does. */
export function postForm(app: Express, action: string, velden: readonly (readonly [string, string])[]) {
  return request(app)
    .post(action)
    .type('form')
    .send(velden.map((veld) => veld.map(encodeURIComponent).join('=')).join('&'));
}

/**
 * Walks from the first question, or from another one, to the advice by following redirects and filling in forms; what a case does not
 * answer is answered with "I do not know". Returns the address of the advice and the facts that were asked.
 */
export async function walkToAdvies(
  app: Express,
  antwoorden: Readonly<Record<string, Antwoord>>,
  begin?: string,
) {
  const gevraagd: string[] = [];
  let adres: string = begin ?? (await request(app).get('/vragen').expect(303)).headers.location ?? '';
  while (adres.startsWith('/vragen/')) {
    const { text } = await request(app).get(adres).expect(200);
    const [form] = readForms(text);
    const [choice] = [...(form?.keuzes ?? [])];
    if (!form || !choice) throw new Error(`Geen vraag op ${adres}`);
    const [feit] = choice;
    gevraagd.push(feit);
    if (gevraagd.length > 60) throw new Error('De vragen houden niet op.');
    const values = [antwoorden[feit] ?? 'weetNiet'].flat();
    const antwoord = await postForm(
      app,
      form.action,
      values.map((waarde) => [feit, waarde]),
    ).expect(303);
    adres = antwoord.headers.location ?? '';
  }
  return { adres, gevraagd };
}

/** An attribute of a tag, as text; empty when it has none. */
export function readAttribute(tag: string, naam: string): string {
  return unescapeHtml(new RegExp(`\\b${naam}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** The text that HTML stands for. */
export function unescapeHtml(tekst: string): string {
  return tekst
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&');
}
