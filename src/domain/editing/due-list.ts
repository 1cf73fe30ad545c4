import { z } from 'zod';
import { addDays, toDutchDate } from '../calendar.ts';
import { BRONNEN, CONTACTEN, TAFEL_FOLDER } from '../content-paths.ts';
import { toShelfEnd } from '../freshness.ts';
import { isObject } from '../json.ts';
import { listAddressBook } from './address-book.ts';
import { listPartNames, type NamedPart, type PartRef, readPart } from './part.ts';
import type { Files } from './versions.ts';

/** Something of which the check ages. */
export interface DueItem extends NamedPart {
  readonly soort: 'contact' | 'noodnummer' | 'bron';
  readonly titel: string;
  /** The address or number itself; null where it is not known. */
  readonly waarde: string | null;
  /** When it was last checked or looked up, YYYY-MM-DD. */
  readonly gecontroleerd: string;
  /** The last day on which that check still counts. */
  readonly tot: string;
}

/** What a table or role warns of, which no date makes true: "ask whether this still holds". */
interface OpenStatus extends PartRef {
  readonly titel: string;
  readonly tekst: string;
}

/** What is due for checking, what is soonest first. */
export interface DueList {
  readonly nu: readonly DueItem[];
  readonly binnenkort: readonly DueItem[];
  readonly navragen: readonly OpenStatus[];
}

const ROLLEN = 'tables/rollen.json';

/** How many days ahead somebody who plans wants to look. */
const SOON = 30;

const bronSchema = z.object({
  titel: z.string(),
  url: z.string().nullish(),
  geraadpleegd: z.string().nullish(),
});

/** What of the content is due now, and within 30 days. */
export function listDue(files: Files, now: Date): DueList {
  const today = toDutchDate(now);
  const soon = addDays(today, SOON);
  const items = [...listContacts(files), ...listBronnen(files)].toSorted((a, b) =>
    a.tot.localeCompare(b.tot),
  );
  return {
    nu: items.filter(({ tot }) => tot < today),
    binnenkort: items.filter(({ tot }) => tot >= today && tot <= soon),
    navragen: listStatuses(files),
  };
}

function listContacts(files: Files): readonly DueItem[] {
  return listAddressBook(files).map(({ bestand, naam, label, waarde, gecontroleerd }) => ({
    ...{ bestand, naam, waarde, gecontroleerd, titel: label, tot: toShelfEnd(gecontroleerd) },
    soort: bestand === CONTACTEN ? 'contact' : 'noodnummer',
  }));
}

/** Pages on the web: a document does not change, so it has no date. */
function listBronnen(files: Files): readonly DueItem[] {
  return listPartNames(files, BRONNEN).flatMap((naam) => {
    const { titel, url, geraadpleegd } = bronSchema.parse(readPart(files, { bestand: BRONNEN, naam }));
    if (!url || !geraadpleegd) return [];
    const tot = toShelfEnd(geraadpleegd);
    return [{ bestand: BRONNEN, naam, soort: 'bron', titel, waarde: url, gecontroleerd: geraadpleegd, tot }];
  });
}

function listStatuses(files: Files): readonly OpenStatus[] {
  const tafels = Object.keys(files).filter((bestand) => bestand.startsWith(`${TAFEL_FOLDER}/`));
  const parts: readonly PartRef[] = [
    ...tafels.map((bestand) => ({ bestand, naam: null })),
    ...listPartNames(files, ROLLEN).map((naam) => ({ bestand: ROLLEN, naam })),
  ];
  return parts.flatMap((part) => {
    const value = readPart(files, part);
    if (!isObject(value) || typeof value.status !== 'string') return [];
    return [{ ...part, titel: String(value.naam ?? part.naam), tekst: value.status }];
  });
}
