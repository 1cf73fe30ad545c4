import { plain } from '../plain-texts.ts';

/** The texts of `views/text/versleuteld.json`, by key, with the slots that are filled in. */
export const SEAL_TEXTS = {
  'versleuteld.nieuwer': ['versie', 'kent'],
  'versleuteld.iteraties': ['minstens', 'hoogstens'],
  'versleuteld.te-kort': ['minstens'],
  ...plain('versleuteld', 'beschadigd onbekend vraag past-niet te-druk niet-gelijk te-lang'),
} as const;
