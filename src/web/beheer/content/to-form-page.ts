import { createChoices } from '../../../domain/editing/form/choices.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { type Knoop, toVeldId } from '../../../domain/editing/form/knoop.ts';
import { toModel } from '../../../domain/editing/form/to-model.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import { getAt } from '../../../domain/editing/json.ts';
import { listNamen } from '../../../domain/editing/soort.ts';
import type { Say } from '../../../domain/texts.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';
import { toTitle } from './catalog.ts';
import type { Faults } from './check-thing.ts';
import { createFormWords, toSoortText } from './form-words.ts';
import { toContentPath, toDraftPath, toThingPath } from './paths.ts';
import { type Botsing, toChoiceName } from './read-posted.ts';
import { toNodeView } from './to-node-view.ts';

/** What the page of a form is made of. */
export interface FormOptions {
  readonly say: Say;
  readonly draft: OpenDraft;
  readonly formulier: Formulier;
  /** Null for a new thing. */
  readonly naam: string | null;
  readonly was: unknown;
  readonly invoer: Invoer;
  readonly fouten: Faults;
  /** What the draft does as a whole, in words. */
  readonly stand?: string | null;
  readonly bewaard?: boolean;
  /** Nothing was saved, so that leaving the page loses what was typed. */
  readonly isGetypt?: boolean;
  readonly botsingen?: readonly Botsing[];
  /** Somebody else took it away meanwhile. */
  readonly isWeg?: boolean;
  /** Why it was not taken away: where it is named. */
  readonly gebruikt?: readonly { readonly href: string; readonly tekst: string }[];
}

/** The page with the form of a thing in a draft. */
export function toFormPage(options: FormOptions): Page {
  const { say, draft, formulier, naam, was, invoer, fouten, botsingen = [] } = options;
  const { soort, veld } = formulier;
  const { naam: soortNaam, uitleg } = toSoortText(say, soort.soort);
  const base = toContentPath(draft.id);
  const isOne = soort.staat.in === 'bestand';
  const titel =
    naam === null ? say('beheer-inhoud.nieuw') : isOne ? soortNaam : toTitle(draft.files, soort, naam);
  const tafel = soort.staat.in === 'map' ? naam : null;
  const knoop = toModel(veld, invoer, {
    soort: soort.soort,
    woorden: createFormWords(say),
    choices: createChoices(draft.files, tafel),
    fouten,
  });
  const place = naam === null ? null : toPlace(options, naam);
  return {
    template: 'beheer-onderdeel',
    titel: `${naam === null ? titel : say('beheer-inhoud.wijzig', { naam: titel })} - ${soortNaam}`,
    fout: fouten.size > 0,
    kruimels: [
      { tekst: draft.concept.titel, href: toDraftPath(draft.id) },
      { tekst: say('beheer-inhoud.titel'), href: base },
      ...(isOne ? [] : [{ tekst: soortNaam, href: `${base}/${soort.soort}` }]),
      { tekst: titel },
    ],
    model: {
      kop: titel,
      soortNaam,
      uitleg,
      concept: { titel: draft.concept.titel, href: toDraftPath(draft.id) },
      actie: naam === null ? `${base}/nieuw/${soort.soort}` : toThingPath(base, soort.soort, naam),
      was: was === undefined ? '' : JSON.stringify(was),
      isNieuw: naam === null,
      knoop: toNodeView(knoop),
      fouten: fouten.size > 0 ? listFaults(knoop, fouten) : null,
      stand: options.stand ?? null,
      bewaard: options.bewaard ?? false,
      isGetypt: options.isGetypt ?? false,
      isWeg: options.isWeg ?? false,
      gebruikt: options.gebruikt?.length ? options.gebruikt : null,
      botsingen: botsingen.length > 0 ? JSON.stringify(botsingen) : null,
      keuzes: botsingen.map((botsing, number) => toClash(options, botsing, number)),
      plek: place,
      kanWeg: naam !== null && soort.staat.in !== 'bestand',
      tafelHref: toOtherHalf(base, soort.soort, naam),
      beheer: BEHEER,
    },
  };
}

/** The other file of a table. */
function toOtherHalf(base: string, soort: string, naam: string | null): string | null {
  if (naam === null || (soort !== 'tafels' && soort !== 'regels')) return null;
  return toThingPath(base, soort === 'tafels' ? 'regels' : 'tafels', naam);
}

/** Its place in the list, for the buttons that move it. */
function toPlace({ draft, formulier: { soort } }: FormOptions, naam: string) {
  if (soort.staat.in !== 'lijst') return null;
  const names = listNamen(draft.files, soort);
  const at = names.indexOf(naam);
  return { nummer: at + 1, aantal: names.length, isEerste: at === 0, isLaatste: at === names.length - 1 };
}

function toClash({ formulier, say, was, invoer }: FormOptions, { path, theirs }: Botsing, number: number) {
  const woorden = createFormWords(say);
  const label = path
    .filter((key) => typeof key === 'string')
    .map((key, at, keys) => woorden.label(key, at === 0 ? formulier.soort.soort : (keys[at - 1] ?? '')))
    .join(', ');
  return {
    naam: toChoiceName(number),
    id: `botsing-${number}`,
    label: label || toSoortText(say, formulier.soort.soort).naam,
    uw: toText(getAt(invoer, path)),
    ander: toText(theirs ?? getAt(was, path)),
  };
}

/** A value to read: lines of texts for what is more than one. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(toText).join(', ');
  return value === undefined || value === null || value === '' ? '-' : String(value);
}

/** What is wrong, each with a link to its field, or to the form where the field is not there. */
function listFaults(knoop: Knoop, fouten: Faults) {
  const labels = new Map<string, string>();
  const walk = (node: Knoop, way: string) => {
    const label = [way, node.label].filter(Boolean).join(', ');
    if (!labels.has(node.naam)) labels.set(node.naam, label);
    for (const child of node.kinderen) walk(child, label);
    for (const { knoop: child, nummer } of node.items) walk(child, `${node.een} ${nummer}`);
  };
  walk(knoop, '');
  return [...fouten].flatMap(([pad, meldingen]) =>
    meldingen.map((melding) => {
      const label = labels.get(pad);
      const href = pad !== '' && label !== undefined ? `#${toVeldId(pad)}` : '#formulier';
      // A label that is a question ends with its own mark.
      const kop = label && (label.endsWith('?') ? label : `${label}:`);
      return { href, tekst: kop ? `${kop} ${melding}` : melding };
    }),
  );
}
