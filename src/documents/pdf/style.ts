import type { Weight } from './fonts.ts';

/** How a text looks, in points; `line` is the height of a line. */
export interface TextStyle {
  readonly weight: Weight;
  readonly size: number;
  readonly line: number;
  readonly color: string;
}

/** A4 in points, with 20 mm at the sides and room for the edges above and below. */
export const PAGE = {
  top: 80,
  bottom: 777.89,
  left: 57,
  right: 538.28,
  width: 481.28,
  height: 841.89,
} as const;

/** The colours of the site; each text has a contrast of at least 4.5 on its ground. */
export const COLOR = {
  text: '#15262b',
  soft: '#4a5c62',
  primary: '#0d5866',
  rule: '#c9d4d6',
  ground: '#f3f6f6',
  notice: '#fdf1dc',
  noticeEdge: '#975e00',
  warning: '#8f1d1d',
  onWarning: '#ffffff',
} as const;

type StyleName = 'title' | 'heading' | 'text' | 'name' | 'warning' | 'cell' | 'columnHead' | 'edge' | 'bar';

/** The styles of a document, and what is left of the blank space between its rows. */
export type Look = Readonly<Record<StyleName, TextStyle>> & { readonly space: number };

export const WIDE: Look = {
  title: { weight: 'Bold', size: 20, line: 25, color: COLOR.primary },
  heading: { weight: 'Bold', size: 14, line: 18, color: COLOR.primary },
  text: { weight: 'Regular', size: 10.5, line: 15, color: COLOR.text },
  name: { weight: 'Bold', size: 10.5, line: 15, color: COLOR.text },
  warning: { weight: 'Bold', size: 10.5, line: 15, color: COLOR.warning },
  cell: { weight: 'Regular', size: 9.5, line: 13, color: COLOR.text },
  columnHead: { weight: 'Bold', size: 9.5, line: 13, color: COLOR.text },
  edge: { weight: 'Regular', size: 8.5, line: 11, color: COLOR.soft },
  bar: { weight: 'Bold', size: 10, line: 13, color: COLOR.onWarning },
  space: 1,
};

/** For what has to stay on one page; still larger than the edges of the page. */
export const COMPACT: Look = {
  ...WIDE,
  title: { ...WIDE.title, size: 15, line: 19 },
  heading: { ...WIDE.heading, size: 11, line: 14 },
  text: { ...WIDE.text, size: 9.5, line: 12 },
  name: { ...WIDE.name, size: 9.5, line: 12 },
  space: 0.5,
};
