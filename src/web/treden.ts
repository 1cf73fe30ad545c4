/** The steps of the ladder, by their names on the pages. */
export const TREDEN = [
  { nummer: 0, naam: 'Direct gevaar' },
  { nummer: 1, naam: 'In de gemeente' },
  { nummer: 2, naam: 'Overlegtafels' },
  { nummer: 3, naam: 'Hoogcomplex en levensloop' },
  { nummer: 4, naam: 'Bestuurlijk' },
];
