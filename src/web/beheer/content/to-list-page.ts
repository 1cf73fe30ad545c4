import type { Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Crumb, Page } from '../../page.ts';
import { type Catalog, listThings } from './catalog.ts';
import { toSoortText } from './form-words.ts';
import type { ToDo } from './list-to-do.ts';
import { toThingPath } from './paths.ts';

interface Options {
  readonly say: Say;
  readonly catalog: Catalog;
  readonly files: Files;
  /** The address that all of it is below. */
  readonly base: string;
  /** Only things with this in their name; empty: all. */
  readonly zoek: string;
  /** Whether it can be changed here. */
  readonly isConcept: boolean;
  /** What the content is that of. */
  readonly van: Crumb | null;
  /** In words what the draft does, and where to read more. */
  readonly stand: string | null;
  readonly weg: boolean;
  /** What is still wrong. */
  readonly nog: readonly ToDo[];
}

/** The page with all content by kind, or what of it has a word in its name. */
export function toOverviewPage(options: Options): Page {
  const { say, catalog, zoek, van } = options;
  const titel = say(options.isConcept ? 'beheer-inhoud.in-concept' : 'beheer-inhoud.titel');
  const kinds = catalog.formulieren.map(({ soort }) => toKind(options, soort));
  const gevonden = zoek === '' ? null : kinds.filter(({ dingen }) => dingen.length > 0);
  return {
    template: 'beheer-inhoud',
    titel,
    kruimels: [...(van ? [van] : []), { tekst: titel }],
    model: {
      ...toBase(options),
      kop: titel,
      soorten: gevonden ?? kinds.map((kind) => ({ ...kind, dingen: null })),
      isGezocht: gevonden !== null,
      isLeeg: gevonden?.length === 0,
      nog: zoek === '' && options.nog.length > 0 ? options.nog : null,
      nieuweTafel: options.isConcept ? `${options.base}/nieuw/nieuwe-tafel` : null,
    },
  };
}

/** The page with the things of one kind. */
export function toKindPage(options: Options, soort: Soort): Page {
  const { say, base, van, zoek, isConcept } = options;
  const kind = toKind(options, soort);
  const { naam } = toSoortText(say, soort.soort);
  return {
    template: 'beheer-inhoud',
    titel: isConcept ? `${naam} - ${say('beheer-inhoud.in-concept')}` : naam,
    kruimels: [...(van ? [van] : []), { tekst: say('beheer-inhoud.titel'), href: base }, { tekst: naam }],
    model: {
      ...toBase(options),
      kop: naam,
      uitleg: kind.uitleg,
      dezeSoort: kind.dingen,
      isGezocht: zoek !== '',
      isLeeg: kind.dingen.length === 0,
      nieuweTafel: isConcept && soort.staat.in === 'map' ? `${base}/nieuw/nieuwe-tafel` : null,
      erbij: isConcept || soort.staat.in === 'bestand' ? null : `${base}/${soort.soort}`,
      isTafel: soort.staat.in === 'map',
      nieuw: isConcept && soort.staat.in === 'lijst' ? `${base}/nieuw/${soort.soort}` : null,
    },
  };
}

function toBase({ base, zoek, stand, van, weg, isConcept }: Options) {
  return { base, zoek, stand, concept: van, weg, isConcept };
}

/** A kind with the things that are looked for. */
function toKind({ say, files, base, zoek }: Options, soort: Soort) {
  const { naam, uitleg } = toSoortText(say, soort.soort);
  const all = soort.staat.in === 'bestand' ? [{ naam: soort.soort, titel: naam }] : listThings(files, soort);
  const dingen = all
    .filter((thing) => has(`${thing.titel} ${thing.naam}`, zoek))
    .map((thing) => ({ tekst: thing.titel, href: toThingPath(base, soort.soort, thing.naam) }));
  const href =
    soort.staat.in === 'bestand' ? toThingPath(base, soort.soort, soort.soort) : `${base}/${soort.soort}`;
  return { naam, uitleg, href, aantal: soort.staat.in === 'bestand' ? null : all.length, dingen };
}

/** Whether a text has all words of what is looked for. */
function has(text: string, zoek: string): boolean {
  const within = text.toLowerCase();
  return zoek
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** What is looked for, as short as a name is. */
export function toSearch(zoek: unknown): string {
  return typeof zoek === 'string' ? zoek.trim().slice(0, 100) : '';
}
