import { z } from 'zod';
import { tidyPhone, writeAsItWas } from '../../../domain/editing/form/as-kept.ts';
import { createAnswerForm } from '../../../domain/editing/form/choices.ts';
import { fillIds, type IdsOfNames } from '../../../domain/editing/form/fill-ids.ts';
import { fitOperators } from '../../../domain/editing/form/fit-operator.ts';
import { readInvoer } from '../../../domain/editing/form/read-form.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { type FormFault, toValue } from '../../../domain/editing/form/to-value.ts';
import type { Invoer } from '../../../domain/editing/form/veld.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import { getAt, type JsonPath, setAt } from '../../../domain/json.ts';
import { BadRequest } from '../../../http/check-request.ts';

/** A place that somebody else changed meanwhile, and what stands there for them; undefined: nothing. */
export interface Botsing {
  readonly path: JsonPath;
  readonly theirs?: unknown;
}

const UNREADABLE = 'Het formulier is niet te lezen.';
/** The button that saves a table that is not finished: what is wrong with it becomes a fault of the draft. */
export const UNFINISHED = 'half';
/** The buttons that save what is filled in. */
const SAVES: ReadonlySet<string> = new Set(['bewaar', UNFINISHED, 'hoger', 'lager']);
/** Deeper than any place in the content. */
const DEEPEST = 30;
/** The clashes come back in a hidden field, so anybody may have written them. */
const botsingenSchema = z.array(
  z.object({
    path: z.array(z.union([z.string(), z.int().min(0)])).max(DEEPEST),
    theirs: z.unknown(),
  }),
);

/** The form of a thing as it was sent. */
export interface Posted {
  /** Which button. */
  readonly doe: string;
  /** The thing as it was when the form was opened; undefined for a new one. */
  readonly was: unknown;
  /** What is filled in, without the ids that were made: they follow the name when the form comes back. */
  readonly invoer: Invoer;
  /** What is filled in with those ids, written as `was` is. */
  readonly value: unknown;
  /** What became of the ids that were left empty. */
  readonly ids?: IdsOfNames;
  readonly fouten: readonly FormFault[];
  /** The clashes that nobody chose for yet. */
  readonly botsingen: readonly Botsing[];
}

/** The name of the field in which one chooses for a clash. */
export const toChoiceName = (number: number) => `botsing-${number}`;

/**
 * Reads the form of a thing; of what is new the ids that were left empty are made when it is saved.
 * @throws BadRequest on hidden fields that no page of ours has.
 */
export function readPosted({ veld }: Formulier, form: URLSearchParams, files: Files): Posted {
  const was = parse(form.get('was') ?? '');
  const asked = botsingenSchema.safeParse(parse(form.get('botsingen') ?? '') ?? []);
  if (!asked.success) throw new BadRequest(400, UNREADABLE);
  const all: readonly Botsing[] = asked.data.map(({ path, theirs }) => ({
    path,
    ...(theirs === undefined ? {} : { theirs }),
  }));
  const toAnswerForm = createAnswerForm(files);
  const doe = form.get('doe') ?? 'bewaar';
  const asTyped = readInvoer(veld, form);
  const opened = was === undefined ? undefined : toInvoer(veld, was);
  const { invoer: typed, ids } = SAVES.has(doe)
    ? fillIds(veld, asTyped, opened)
    : { invoer: asTyped, ids: new Map() };
  const chosen = all.map((botsing, number) => ({ botsing, keuze: form.get(toChoiceName(number)) }));
  const theirs = chosen.filter(({ keuze }) => keuze === 'ander').map(({ botsing }) => botsing);
  // From behind, so that what goes moves nothing before it.
  const joined = theirs.reduceRight<unknown>(
    (value, botsing) => setAt(value, botsing.path, botsing.theirs),
    toValue(veld, typed, toAnswerForm).value,
  );
  const isJoined = theirs.length > 0;
  const whole = isJoined ? toInvoer(veld, joined) : typed;
  const { value: raw, fouten } = toValue(veld, whole, toAnswerForm);
  const value = fitOperators(tidyPhone(raw), files);
  return {
    doe,
    was,
    invoer: isJoined ? whole : asTyped,
    ids,
    value: writeAsItWas(value, was),
    fouten: fouten.filter((fault) => !isFitted(fault, value)),
    botsingen: chosen.filter(({ keuze }) => keuze === null).map(({ botsing }) => botsing),
  };
}

/** Whether a choice that was left open follows from the answers that were ticked. */
function isFitted({ pad, fout }: FormFault, value: unknown): boolean {
  const path = pad.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name));
  return fout === 'kies' && path.at(-1) === 'operator' && Boolean(getAt(value, path));
}

function parse(tekst: string): unknown {
  if (tekst === '') return undefined;
  try {
    return JSON.parse(tekst);
  } catch {
    throw new BadRequest(400, UNREADABLE);
  }
}
