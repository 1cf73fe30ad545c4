/**
 * The colours of the picture: the name of a custom property of `views/assets/css/theme.css` with its value there,
 * because a picture on its own knows no theme.
 */
export const COLOURS = {
  primair: '#0d5866',
  'primair-licht': '#e3f0f2',
  'op-primair': '#ffffff',
  tekst: '#15262b',
  vlak: '#f3f6f6',
  rand: '#647a80',
  lijn: '#c9d4d6',
  'goed-rand': '#27743f',
  'goed-licht': '#e6f4ea',
  'fout-rand': '#b3322c',
  'fout-licht': '#fbeae8',
  'open-rand': '#975e00',
  'open-licht': '#fdf1dc',
  'stil-licht': '#edf1f2',
} as const;
export type Colour = keyof typeof COLOURS;
