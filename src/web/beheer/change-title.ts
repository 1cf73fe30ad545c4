import { isObject } from '../../domain/json.ts';
import type { Say } from '../../domain/texts.ts';

/** The longest title of a draft, in characters. */
const MAX_TITLE = 120;

/** The title of a draft that is begun to change one thing, which is named in it. */
export function toChangeTitle(say: Say, value: unknown): string {
  const { label, naam: own, titel } = isObject(value) ? value : {};
  const wat = String(label ?? own ?? titel ?? '');
  return [...say('nakijken.wijzig-titel', { wat })].slice(0, MAX_TITLE).join('');
}
