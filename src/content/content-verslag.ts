import { findWaarschuwingen } from '../domain/checks/check-samenhang.ts';
import type { Content } from '../domain/model/content.ts';
import { type Fout, toLijst } from './content-fout.ts';

/** What there is to say about the content that was read: all its faults, and what deserves a look. */
export function toVerslag(
  { content, fouten }: { readonly content: Content | null; readonly fouten: readonly Fout[] },
  now: Date,
): string {
  const waarschuwingen = content ? findWaarschuwingen(content, now) : [];
  return [
    fouten.length > 0 ? toLijst(fouten, 'fout', 'fouten') : 'De inhoud heeft geen fouten.',
    ...(waarschuwingen.length > 0 ? [toLijst(waarschuwingen, 'waarschuwing', 'waarschuwingen')] : []),
    ...(content ? [] : ['Herstel dit eerst. Daarna is te zien of de inhoud ook in samenhang klopt.']),
  ].join('\n\n');
}
