import type { Express } from 'express';
import { readAttribute, unescapeHtml } from './form-walker.ts';
import { request } from './request.ts';

/** What somebody does before pressing: types in fields, ticks options, picks files. */
export interface Filled {
  readonly typed?: Readonly<Record<string, string>>;
  readonly ticked?: Readonly<Record<string, readonly string[]>>;
  readonly files?: readonly string[];
}

type Entry = readonly [name: string, value: string];
interface Control {
  readonly tag: string;
  readonly content: string;
  /** The id of the form it belongs to by name; null when it belongs to the one that it stands in. */
  readonly owner: string | null;
  readonly at: number;
}

/** The texts of the buttons of a page. */
export function listButtons(html: string): string[] {
  return readControls(html)
    .filter(({ tag }) => tag.startsWith('<button'))
    .map(toText);
}

/**
 * Presses the button of a page whose text begins so, and posts what a browser without JavaScript posts: the fields of
 * its form in the order of the page, also those that name the form from elsewhere, to where the button says.
 */
export function pressButton(app: Express, html: string, text: string, filled: Filled = {}) {
  const controls = readControls(html);
  const button = controls.find(
    (control) => control.tag.startsWith('<button') && toText(control).startsWith(text),
  );
  if (!button) throw new Error(`Geen knop "${text}". Wel: ${listButtons(html).join(' | ')}`);
  const form = findForm(html, button);
  const own = controls.filter((control) => findForm(html, control)?.begin === form?.begin);
  if (!form) throw new Error(`De knop "${text}" hoort bij geen formulier.`);
  const names = new Set(own.map(({ tag }) => readAttribute(tag, 'name')));
  for (const name of Object.keys({ ...filled.typed, ...filled.ticked }))
    if (!names.has(name)) throw new Error(`Het formulier heeft geen veld "${name}".`);
  const entries = own.flatMap((control) => toEntries(control, button, filled));
  const attribute = (name: string) =>
    new RegExp(`\\bform${name}="`).test(button.tag)
      ? readAttribute(button.tag, `form${name}`)
      : readAttribute(form.tag, name);
  const post = request(app).post(attribute('action'));
  if (attribute('enctype') !== 'multipart/form-data')
    return post
      .type('form')
      .send(new URLSearchParams(entries.map(([name, value]) => [name, value])).toString());
  for (const [name, value] of entries) if (name !== 'bestand') post.field(name, value);
  for (const file of filled.files ?? []) post.attach('bestand', Buffer.from(file), 'casus.casus.json');
  return post;
}

function readControls(html: string): Control[] {
  const found = html.matchAll(
    /(<(?:input)\b[^>]*>)|(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>|(<select\b[^>]*>)([\s\S]*?)<\/select>|(<button\b[^>]*>)([\s\S]*?)<\/button>/g,
  );
  return [...found].map(
    ({ index, 1: input, 2: area, 3: text, 4: select, 5: options, 6: button, 7: label }) => {
      const tag = input ?? area ?? select ?? button ?? '';
      return {
        tag,
        content: text ?? options ?? label ?? '',
        owner: readAttribute(tag, 'form') || null,
        at: index,
      };
    },
  );
}

/** The form that a control belongs to. */
function findForm(
  html: string,
  { owner, at }: Control,
): { readonly begin: number; readonly tag: string } | null {
  const forms = [...html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/g)];
  const found = forms.find(({ index, 0: whole, 1: tag = '' }) =>
    owner ? readAttribute(tag, 'id') === owner : index < at && at < index + whole.length,
  );
  return found ? { begin: found.index, tag: found[1] ?? '' } : null;
}

function toEntries(control: Control, button: Control, { typed = {}, ticked = {} }: Filled): Entry[] {
  const { tag, content } = control;
  const name = readAttribute(tag, 'name');
  if (name === '') return [];
  const value = readAttribute(tag, 'value');
  if (tag.startsWith('<button')) return control === button ? [[name, value]] : [];
  if (/type="(?:radio|checkbox)"/.test(tag)) {
    const isTicked = ticked[name] ? ticked[name].includes(value) : / checked/.test(tag);
    return isTicked ? [[name, value]] : [];
  }
  if (typed[name] !== undefined) return [[name, typed[name]]];
  if (tag.startsWith('<textarea')) return [[name, unescapeHtml(content).replaceAll('\n', '\r\n')]];
  if (!tag.startsWith('<select')) return [[name, value]];
  const options = [...content.matchAll(/<option\b[^>]*>/g)].map(([option]) => option);
  const chosen = options.find((option) => / selected/.test(option)) ?? options[0] ?? '';
  return [[name, readAttribute(chosen, 'value')]];
}

function toText({ content }: Control): string {
  return unescapeHtml(content.replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
