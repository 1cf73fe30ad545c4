import type { Response } from 'express';
import { type Formulier, findUses } from '../../../domain/editing/form/find-uses.ts';
import { toBlank, toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import { readThing } from '../../../domain/editing/soort.ts';
import type { Say } from '../../../domain/texts.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import type { BeheerDeps } from '../area.ts';
import { toTitle } from './catalog.ts';
import { toFaults } from './check-thing.ts';
import type { ContentDesk } from './content-desk.ts';
import { placeFault } from './faults.ts';
import { toSoortText } from './form-words.ts';
import { toContentPath, toThingPath } from './paths.ts';
import { toFormPage } from './to-form-page.ts';

/** Shows a thing as the draft has it, with what the check of the content says of it; false when it is not there. */
export async function showThing(
  { say, show }: Pick<BeheerDeps, 'say' | 'show'>,
  desk: ContentDesk,
  res: Response,
  { draft, formulier, naam, bewaard }: Shown,
): Promise<boolean> {
  const { soort, veld } = formulier;
  const value = readThing(draft.files, soort, naam);
  if (value === undefined) {
    const invoer = toOtherHalf(desk, draft, formulier, naam);
    if (invoer === null) return false;
    show(res, toFormPage({ say, draft, formulier, naam, was: undefined, invoer, fouten: new Map() }));
    return true;
  }
  const proof = await desk.prove(draft);
  const here = proof.fouten
    .flatMap((finding) => placeFault(draft.files, desk.catalog.formulieren, finding) ?? [])
    .filter((fault) => fault.soort === soort.soort && fault.naam === naam);
  const page = toFormPage({
    ...{ say, draft, formulier, naam, was: value, invoer: toInvoer(veld, value), bewaard },
    fouten: toFaults(here.map(({ pad, melding }) => [pad, melding])),
    stand: desk.toStand(proof),
  });
  show(res, page);
  return true;
}

interface Shown {
  readonly draft: OpenDraft;
  readonly formulier: Formulier;
  readonly naam: string;
  readonly bewaard: boolean;
}

/** The empty form of the second file of a table that has only one; null where there is no such table. */
function toOtherHalf(
  { catalog }: ContentDesk,
  draft: OpenDraft,
  { soort, veld }: Formulier,
  naam: string,
): Invoer | null {
  const other = catalog.find(soort.soort === 'tafels' ? 'regels' : 'tafels');
  if (soort.staat.in !== 'map' || !other || readThing(draft.files, other.soort, naam) === undefined)
    return null;
  return { ...(toBlank(veld) as object), [soort.soort === 'tafels' ? 'id' : 'tafel']: naam };
}

/** Where the content still names a thing, in words and as addresses. */
export function listUses(
  say: Say,
  { catalog }: ContentDesk,
  draft: OpenDraft,
  { soort }: Formulier,
  naam: string,
) {
  const value = readThing(draft.files, soort, naam) as { id?: unknown; feit?: unknown } | undefined;
  const id = soort.staat.in === 'map' ? naam : String(value?.id ?? value?.feit ?? '');
  return findUses(draft.files, catalog.formulieren, { soort: soort.soort, id }).map((use) => {
    const other = catalog.find(use.soort);
    const titel = other ? toTitle(draft.files, other.soort, use.naam) : use.naam;
    return {
      href: toThingPath(toContentPath(draft.id), use.soort, use.naam, use.pad),
      tekst: `${toSoortText(say, use.soort).naam}: ${titel}`,
    };
  });
}
