import { findUses, type Use } from '../../../domain/editing/form/references.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import type { Say } from '../../../domain/texts.ts';
import type { BeheerDeps } from '../area.ts';
import { toContentPath, toThingPath } from '../paths.ts';
import { createFormWords, toSoortText, toTitle } from './catalog.ts';
import type { ShownUse, Target } from './to-form-page.ts';

/** What in the content still names a thing, in words and as addresses. */
export function listUses(
  { say, catalog }: Pick<BeheerDeps, 'say' | 'catalog'>,
  { draft, formulier: { soort } }: Target,
  naam: string,
): readonly ShownUse[] {
  const value = readThing(draft.files, soort, naam) as { id?: unknown; feit?: unknown } | undefined;
  const id = soort.staat.in === 'map' ? naam : String(value?.id ?? value?.feit ?? '');
  const uses = findUses(draft.files, catalog.formulieren, { soort: soort.soort, id });
  return groupByThing(uses).map(([first, ...more]) => {
    const other = catalog.find(first.soort);
    const titel = other ? toTitle(draft.files, other.soort, first.naam) : first.naam;
    return {
      href: toThingPath(toContentPath(draft.id), first.soort, first.naam, first.pad),
      tekst: `${toSoortText(say, first.soort).naam}: ${titel}`,
      plekken: toPlaces(say, [first, ...more]),
    };
  });
}

type OfOne = readonly [Use, ...Use[]];

function groupByThing(uses: readonly Use[]): readonly OfOne[] {
  const things = new Map<string, OfOne>();
  for (const use of uses) {
    const key = `${use.soort}/${use.naam}`;
    const there = things.get(key);
    things.set(key, there ? [...there, use] : [use]);
  }
  return [...things.values()];
}

/** The parts of one thing, each once with how often it does. */
function toPlaces(say: Say, uses: readonly Use[]): string {
  const { label } = createFormWords(say);
  const parts = uses.map(({ soort, pad }) => label(pad.split('.')[0] ?? '', soort));
  return [...new Set(parts)]
    .map((plek) => {
      const aantal = parts.filter((one) => one === plek).length;
      return aantal > 1 ? say('beheer-inhoud.plek-vaker', { plek, aantal }) : plek;
    })
    .join(', ');
}
