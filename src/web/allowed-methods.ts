import { FILE_FORMATS } from '../referral/file-formats.ts';
import type { Services } from '../services.ts';

const READ = ['GET', 'HEAD'] as const;
/** Pages that are made for one request, and what is there for programs. */
const READABLE = ['/vragen', '/advies', '/zoeken', '/statistiek', '/gezond', '/.well-known/security.txt'];
/** Where the page of a case file posts to. */
const CASUS_PARTS = ['bestand', 'openen', 'termijnen', 'nieuws', 'vervolg'];

/** An address that is there, for other methods than the one that was asked. */
export interface OtherMethods {
  readonly allow: readonly string[];
  /** The page with the form that is posted there; null where the address can be opened itself. */
  readonly formulier: string | null;
}

/**
 * Makes what tells, of an address that nothing answered to, whether it is there for other methods. Addresses that hold a
 * token or the id of something else than a question or a table are left out: whether those are there is not told.
 */
export function createFindOtherMethods({
  publication,
  content,
  versturen,
}: Pick<Services, 'publication' | 'content' | 'versturen'>): (
  path: string,
  method: string,
) => OtherMethods | null {
  const forms = [
    '/casus',
    '/klopt-niet',
    ...content.vragen.map(({ slug }) => `/vragen/${slug}`),
    ...content.tafels.map(({ id }) => `/verwijzen/${id}`),
  ];
  const read = new Set([...READABLE, ...forms]);
  const parts = [...Object.keys(FILE_FORMATS), ...(versturen ? ['versturen'] : [])];
  const posted = new Map<string, string | null>([
    ...forms.map((path) => [path, null] as const),
    ...CASUS_PARTS.map((part) => [`/casus/${part}`, '/casus'] as const),
    ...content.tafels.flatMap(({ id }) =>
      parts.map((part) => [`/verwijzen/${id}/${part}`, `/verwijzen/${id}`] as const),
    ),
  ]);
  return (path, method) => {
    const canRead = read.has(path) || publication.has(path);
    const allow = [...(canRead ? READ : []), ...(posted.has(path) ? ['POST'] : [])];
    if (allow.length === 0 || allow.includes(method)) return null;
    return { allow: [...allow, 'OPTIONS'], formulier: posted.get(path) ?? null };
  };
}
