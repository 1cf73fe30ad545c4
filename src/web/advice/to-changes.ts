import type { Changes } from '../../domain/advice/changes.ts';
import { toSentence } from '../../domain/sentence.ts';
import type { Services } from '../../services.ts';

/** The words of the heading before and after; what it was is null where only the outcome of then is known. */
interface Headings {
  readonly was: string | null;
  readonly nu: string;
}

/** The view-model of what changed: the words of the heading, and the names of the tables with a flag for what each is now. */
export function toChanges(
  { model, content }: Pick<Services, 'model' | 'content'>,
  { uitkomst, tafels, erbij, removed }: Changes,
  { was, nu }: Headings,
) {
  const naam = (tafel: string) => toSentence(model.tafelOf.get(tafel)?.inZin ?? tafel);
  const withoutOordeel = (ids: readonly string[]) =>
    ids.filter((id) => !tafels.some(({ tafel }) => tafel === id)).map(naam);
  // Of what fitted then the outcome does not say which table that was.
  const known =
    was ??
    (uitkomst && uitkomst.van !== 'aanmelden' ? content.beslisboom.uitkomsten[uitkomst.van].advies : null);
  const isOther = was === null ? uitkomst !== null : was !== nu;
  return {
    advies: isOther ? { was: known === nu ? null : known, nu } : null,
    tafels: tafels.map(({ tafel, van, to }) => ({
      naam: naam(tafel),
      // What fitted and does not now is worth other words than what was not looked into before.
      [van === 'voldoet' && to === 'voldoetNiet' ? 'nietMeer' : to]: true,
    })),
    erbij: withoutOordeel(erbij),
    eraf: withoutOordeel(removed),
    blijft: nu,
    gelijk: !isOther && tafels.length + erbij.length + removed.length === 0,
  };
}
