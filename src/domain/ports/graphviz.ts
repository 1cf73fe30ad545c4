/** Size of a place in a picture, in points. */
export interface Maat {
  readonly breedte: number;
  readonly hoogte: number;
}

/** Draws graphs in the DOT language. */
export interface Graphviz {
  /** How large each place becomes, by its name; arrows and positions do not matter. */
  measure(dot: string): ReadonlyMap<string, Maat>;
  /** The picture as SVG; places stand where their `pos` says, and arrows go around them. */
  draw(dot: string): string;
}
