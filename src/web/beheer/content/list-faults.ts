import { type Knoop, toVeldId } from '../../../domain/editing/form/knoop.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Faults } from './check-thing.ts';

/** Up to so many empty fields are told one by one: that still fits on a screen. With more it is told part by part. */
const MANY = 10;

/** What stands above a form with faults. */
interface Summary {
  /** How many fields are empty, where they are told part by part; else null. */
  readonly leeg: number | null;
  /** Each with the way to its field, or to the form where the field is not there. */
  readonly fouten: readonly { readonly href: string; readonly tekst: string }[];
}

/** A field, and the way to it in words: its own label is the last. */
interface Field {
  readonly knoop: Knoop;
  readonly stappen: readonly string[];
}

/** One fault of a field. */
interface Told {
  readonly href: string;
  readonly tekst: string;
  /** The part of the form that it is in, where its field is empty; else null. */
  readonly deel: string | null;
}

/**
 * What is wrong in a form, in the order of its fields. Of an empty form that would be a list of many screens that says the
 * same each time: then each part is named once, with how many of its fields are empty. Each field says it itself too.
 */
export function listFaults(say: Say, knoop: Knoop, fouten: Faults): Summary {
  const fields = listFields(knoop);
  const order = [...fields.keys()];
  const place = (pad: string) => (order.includes(pad) ? order.indexOf(pad) : -1);
  const pads = [...fouten.keys()].sort((one, other) => place(one) - place(other));
  // A form of which all is in parts names no field without its part.
  const depth = knoop.kinderen.every(({ soort }) => soort === 'groep') ? 2 : 1;
  const told = pads.flatMap((pad) =>
    (fouten.get(pad) ?? []).map((melding) => tell(pad, fields.get(pad), melding, depth)),
  );
  const empty = told.filter(({ deel }) => deel !== null);
  if (empty.length <= MANY) return { leeg: null, fouten: told };
  const parts = [...new Set(empty.map(({ deel }) => deel ?? ''))].flatMap((deel) => {
    const own = empty.filter((one) => one.deel === deel);
    if (own.length === 1 || deel === '') return own;
    const tekst = say('beheer-fout.deel-leeg', { deel, aantal: own.length });
    return own.slice(0, 1).map(({ href }) => ({ href, tekst }));
  });
  return { leeg: empty.length, fouten: [...told.filter(({ deel }) => deel === null), ...parts] };
}

/** The fields by their names; a thing of a list is named without the list. */
function listFields(knoop: Knoop): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const walk = (node: Knoop, way: readonly string[]) => {
    const stappen = node.label === '' ? way : [...way, node.label];
    if (!fields.has(node.naam)) fields.set(node.naam, { knoop: node, stappen });
    for (const child of node.kinderen) walk(child, stappen);
    for (const { knoop: child, nummer } of node.items) walk(child, [`${node.een} ${nummer}`]);
  };
  walk(knoop, []);
  return fields;
}

function tell(pad: string, field: Field | undefined, melding: string, depth: number): Told {
  if (!field || field.stappen.length === 0) return { href: '#formulier', tekst: melding, deel: null };
  const { knoop, stappen } = field;
  const label = stappen.join(', ');
  // A label that is a question ends with its own mark.
  const tekst = `${label.endsWith('?') ? label : `${label}:`} ${melding}`;
  const inThing = /(^|\.)\d+(\.|$)/.test(pad);
  const deel = stappen.slice(0, -1).slice(0, inThing ? 1 : depth);
  return { href: `#${toVeldId(pad)}`, tekst, deel: isEmpty(knoop) ? (deel.at(-1) ?? '') : null };
}

function isEmpty({ waarde, opties, kinderen, items }: Knoop): boolean {
  return (
    waarde === '' && !opties.some(({ gekozen }) => gekozen) && kinderen.length === 0 && items.length === 0
  );
}
