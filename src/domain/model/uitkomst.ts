/** The outcomes of the advice, in the order in which they are tried. */
export const UITKOMSTEN = [
  'belNu',
  'buitenTwente',
  'eerstLokaal',
  'lokaalVerder',
  'aanmelden',
  'aanvullen',
  'geenTafel',
] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];
