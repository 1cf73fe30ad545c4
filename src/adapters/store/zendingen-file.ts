import { z } from 'zod';
import type { Zendingen } from '../../domain/ports/zendingen.ts';
import { type Zending, zendingSchema } from '../../domain/sending/zending.ts';
import type { Commits } from './create-commits.ts';
import type { InhoudMap } from './inhoud-map.ts';
import { VERSIE } from './read-json-file.ts';

/** The name of the file with the mails that are on their way. */
export const ZENDINGEN_BESTAND = 'zendingen.json';

/** The file with the mails that are on their way: no address and no text is in it. */
export const zendingenBestandSchema = z.strictObject({
  versie: z.literal(VERSIE),
  zendingen: z.array(zendingSchema),
});
export type ZendingenBestand = z.infer<typeof zendingenBestandSchema>;

/** What is there before the first mail. */
export const LEGE_ZENDINGEN: ZendingenBestand = { versie: VERSIE, zendingen: [] };

/**
 * Keeps mails by way of `commits`, and what they say in files of their own. In one file with the rest, a copy of what
 * was wiped would stay in the previous version of that file.
 */
export function createZendingen(commits: Commits<ZendingenBestand>, inhoud: InhoudMap): Zendingen {
  return {
    lijst: () => commits.data.zendingen,
    async wijzig(change) {
      const { resultaat, weg } = await commits.commit((data) => {
        const { lijst, resultaat } = change(data.zendingen);
        if (lijst === data.zendingen) return { data, resultaat: { resultaat, weg: [] } };
        const over = listBestanden(lijst);
        const weg = [...listBestanden(data.zendingen)].filter((naam) => !over.has(naam));
        return { data: { ...data, zendingen: [...lijst] }, resultaat: { resultaat, weg } };
      });
      // What cannot be wiped now is wiped at the next start: no mail names it any more.
      await Promise.all(weg.map((naam) => inhoud.wis(naam).catch(() => {})));
      return resultaat;
    },
    bewaarInhoud: inhoud.bewaar,
    leesInhoud: inhoud.lees,
    wisInhoud: inhoud.wis,
  };
}

/** The names of the files that mails still need. */
export function listBestanden(zendingen: readonly Zending[]): Set<string> {
  return new Set(zendingen.flatMap(({ bestand }) => bestand ?? []));
}
