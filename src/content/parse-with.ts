import type { z } from 'zod';
import { nl } from 'zod/locales';
import type { ValueFault } from '../domain/editing/soort.ts';

const { localeError } = nl();

/** Reads a value with a schema: what it holds, or all that is wrong with it in Dutch, each with its place. */
export function parseWith<T extends z.ZodType>(
  schema: T,
  value: unknown,
): { readonly data: z.infer<T> | undefined; readonly fouten: readonly ValueFault[] } {
  const result = schema.safeParse(value, { error: localeError, reportInput: false });
  if (result.success) return { data: result.data, fouten: [] };
  return { data: undefined, fouten: result.error.issues.map(findDeepest).map(toFault) };
}

function toFault({ pad, melding }: Deepest): ValueFault {
  return { pad: pad.map((key) => (typeof key === 'number' ? key : String(key))), melding };
}

interface Deepest {
  readonly pad: readonly PropertyKey[];
  readonly melding: string;
}

/** Where no form fits, the form that fits furthest shows best where it goes wrong. */
function findDeepest(issue: z.core.$ZodIssue): Deepest {
  if (issue.code !== 'invalid_union') return { pad: issue.path, melding: issue.message };
  const [deepest] = issue.errors
    .map((shape) => shape.map(findDeepest))
    .flatMap((shape) => (shape.every(({ pad }) => pad.length > 0) ? shape.slice(0, 1) : []))
    .sort((a, b) => b.pad.length - a.pad.length);
  return deepest
    ? { pad: [...issue.path, ...deepest.pad], melding: deepest.melding }
    : {
        pad: issue.path,
        melding: 'heeft geen vorm die hier mag. Vergelijk het met hetzelfde deel elders dat wel klopt.',
      };
}
