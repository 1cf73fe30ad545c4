import type { Inloglink } from '../domain/editing/logins.ts';
import type { BeheerRol } from '../domain/editing/people.ts';
import type { Kept, RecordChange } from '../domain/editing/records.ts';
import type { Keeping } from './decide.ts';
import { hashToken, isToken, makeToken } from './tokens.ts';

const MINUTE = 60_000;
/** How long a link of an invitation works, and one that somebody asked for themselves, in milliseconds. */
export const INVITATION = 24 * 60 * MINUTE;
export const ASKED = 15 * MINUTE;
/** So long after that, whoever opens it still reads that it is over, in milliseconds. */
const KNOWN = 7 * 24 * 60 * MINUTE;

/** The links to log in with once. All of it throws StorageFailure. */
export type Links = ReturnType<typeof createLinks>;

/** Makes what keeps links; of each only a hash. */
export function createLinks(records: Pick<Keeping, 'read' | 'list'>, now: () => Date) {
  const ofEmail = async (email: string) =>
    (await records.list('inloglink')).filter(({ value }) => value.email === email);

  return {
    /** A link that works for so long, to be written together with why it is made; `rol` null: asked for. */
    prepare(email: string, rol: BeheerRol | null, valid: number) {
      const token = makeToken();
      const gemaakt = now().toISOString();
      const verloopt = new Date(now().getTime() + valid).toISOString();
      const value = { email, rol, gemaakt, verloopt };
      const change: RecordChange = { kind: 'inloglink', id: hashToken(token), revision: 0, value };
      return { token, change, geldigTot: new Date(verloopt) };
    },

    /** The link of a token; null when there is none, because it was used or never existed. */
    find(token: string): Promise<Kept<Inloglink> | null> {
      return isToken(token) ? records.read('inloglink', hashToken(token)) : Promise.resolve(null);
    },

    isOver: ({ verloopt }: Inloglink) => now().getTime() >= Date.parse(verloopt),

    /** Whether it was over so long ago that nothing of it needs to be known. */
    isForgotten: ({ verloopt }: Inloglink) => now().getTime() >= Date.parse(verloopt) + KNOWN,

    ofEmail,

    /** Has all links of an address removed: with one of them somebody logged in, or may not any more. */
    async removeAll(email: string): Promise<RecordChange[]> {
      return (await ofEmail(email)).map(({ id, revision }) => ({
        kind: 'inloglink',
        id,
        revision,
        value: null,
      }));
    },
  };
}
