import { toSet } from './span.ts';

/** First names that end as a verb does that says what one person does or did: "Geert" as "belt". None of them is a word too. */
const VERBLIKE = toSet(`
  aalt aart ahmet albert aleide anett anette annet annette arent august babette bart beate benedict benoit bernadet
  bernadette bert birgit birte brigit brigitte bülent celeste charlotte claudette colette dante dorit egbert elisabet
  elisabette elliot engelbert ernst evert fedde ferhat folkert fuat geert geertruide gerbert gerlinde gerrit gert gertrude
  gijsbert gillette godert govert greet griet harriet harriët helmut henriet henriette herbert hidde hikmet hilde hubert
  ismet isolde ivet janet janette jannet jeanet jeanette jeannette jelte joost jorrit judit juliette jurrit kaat kate kurt
  lambert levent liesbet lieselotte liselotte lisette lotte lubbert malte margit margot margreet margriet mariet mariette
  mariëtte marit mathilde mehmet meindert merit mert murat nanette necdet nejat nicolette norbert odette piet renate riet
  rifat robbert robert rosalinde rupert ruut saffet sedat serhat siebert sjoert suat suzette talat tjitte umut vincent
  wiebert wolfert wout wubbert yvet yvette yiğit`);

/** Tells whether a lower-case word is a first name that looks like a verb. */
export function isVerblikeName(key: string): boolean {
  return VERBLIKE.has(key);
}
