import { instance, type RenderOptions } from '@viz-js/viz';

/** Size of a place in a picture, in points. */
export interface Size {
  readonly breedte: number;
  readonly hoogte: number;
}

/** Draws graphs in the DOT language. */
export interface Graphviz {
  /** How large each place becomes, by its name; arrows and positions do not matter. */
  measure(dot: string): ReadonlyMap<string, Size>;
  /** The picture as SVG; places stand where their `pos` says, and arrows go around them. */
  draw(dot: string): string;
}

/** A place as Graphviz describes it: sizes in inches of 72 points, as text. */
interface GraphvizPlace {
  readonly name: string;
  readonly width: string;
  readonly height: string;
}

/** Makes Graphviz ready for use; it runs inside this process, without a program or a file. */
export async function createGraphviz(): Promise<Graphviz> {
  const viz = await instance();
  const render = (dot: string, options: RenderOptions) => {
    const result = viz.render(dot, options);
    if (result.status === 'failure') {
      throw new Error(`Graphviz: ${result.errors.map(({ message }) => message).join('; ')}`);
    }
    return result.output;
  };
  return {
    measure(dot) {
      // Packs the places without a look at the arrows: the quickest way to know their sizes.
      const { objects }: { objects: GraphvizPlace[] } = JSON.parse(
        render(dot, { engine: 'osage', format: 'json0' }),
      );
      return new Map(
        objects.map(({ name, width, height }) => [
          name,
          { breedte: Number(width) * 72, hoogte: Number(height) * 72 },
        ]),
      );
    },
    draw: (dot) => render(dot, { engine: 'nop', format: 'svg' }),
  };
}
