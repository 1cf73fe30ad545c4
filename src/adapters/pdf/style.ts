import type { Gewicht } from './fonts.ts';

/** How a text looks: sizes in points, `regel` is the height of a line. */
export interface TekstStijl {
  readonly gewicht: Gewicht;
  readonly grootte: number;
  readonly regel: number;
  readonly kleur: string;
}

/** A4 in points, with margins of 20 mm at the sides and room for the edges above and below. */
export const BLADZIJDE = { boven: 80, onder: 64, zijkant: 57, breedte: 595.28, hoogte: 841.89 } as const;
export const INHOUD_BREEDTE = BLADZIJDE.breedte - 2 * BLADZIJDE.zijkant;

/** The colours of the site; each text has a contrast of at least 4.5 on its ground. */
export const KLEUR = {
  tekst: '#15262b',
  zacht: '#4a5c62',
  primair: '#0d5866',
  lijn: '#c9d4d6',
  vlak: '#f3f6f6',
  open: '#fdf1dc',
  openRand: '#975e00',
  fout: '#8f1d1d',
  opFout: '#ffffff',
} as const;

export const STIJL = {
  titel: { gewicht: 'vet', grootte: 20, regel: 25, kleur: KLEUR.primair },
  kop: { gewicht: 'vet', grootte: 14, regel: 18, kleur: KLEUR.primair },
  tekst: { gewicht: 'gewoon', grootte: 10.5, regel: 15, kleur: KLEUR.tekst },
  naam: { gewicht: 'vet', grootte: 10.5, regel: 15, kleur: KLEUR.tekst },
  cel: { gewicht: 'gewoon', grootte: 9.5, regel: 13, kleur: KLEUR.tekst },
  kolomkop: { gewicht: 'vet', grootte: 9.5, regel: 13, kleur: KLEUR.tekst },
  rand: { gewicht: 'gewoon', grootte: 8.5, regel: 11, kleur: KLEUR.zacht },
  concept: { gewicht: 'vet', grootte: 10.5, regel: 15, kleur: KLEUR.fout },
  conceptBalk: { gewicht: 'vet', grootte: 10, regel: 13, kleur: KLEUR.opFout },
} as const satisfies Readonly<Record<string, TekstStijl>>;

/** The sizes of the texts in a section, and the part that is left of the blank space between them. */
export interface Opmaak {
  readonly titel: TekstStijl;
  readonly kop: TekstStijl;
  readonly tekst: TekstStijl;
  readonly naam: TekstStijl;
  readonly wit: number;
}

export const RUIM: Opmaak = { ...STIJL, wit: 1 };
/** For what has to stay on one page; still larger than the edges of the page. */
export const COMPACT: Opmaak = {
  titel: { ...STIJL.titel, grootte: 15, regel: 19 },
  kop: { ...STIJL.kop, grootte: 11, regel: 14 },
  tekst: { ...STIJL.tekst, grootte: 9.5, regel: 12 },
  naam: { ...STIJL.naam, grootte: 9.5, regel: 12 },
  wit: 0.5,
};
