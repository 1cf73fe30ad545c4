import type { Changes } from '../../domain/advice/changes.ts';
import type { Services } from '../../services.ts';

/** The view-model of what changed: the outcomes in a few words, and the names of the tables with a flag for what each is now. */
export function toChanges(
  { model, content }: Pick<Services, 'model' | 'content'>,
  { uitkomst, tafels, erbij, removed }: Changes,
) {
  const naam = (tafel: string) => model.tafelOf.get(tafel)?.korteNaam ?? tafel;
  const withoutOordeel = (ids: readonly string[]) =>
    ids.filter((id) => !tafels.some(({ tafel }) => tafel === id)).map(naam);
  const { uitkomsten } = content.beslisboom;
  return {
    uitkomst: uitkomst && { was: uitkomsten[uitkomst.van].advies, nu: uitkomsten[uitkomst.to].advies },
    tafels: tafels.map(({ tafel, van, to }) => ({
      naam: naam(tafel),
      // What fitted and does not now is worth other words than what was not looked into before.
      [van === 'voldoet' && to === 'voldoetNiet' ? 'nietMeer' : to]: true,
    })),
    erbij: withoutOordeel(erbij),
    eraf: withoutOordeel(removed),
    gelijk: !uitkomst && tafels.length + erbij.length + removed.length === 0,
  };
}
