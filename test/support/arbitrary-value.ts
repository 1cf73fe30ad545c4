import fc from 'fast-check';
import type { JsonSchema } from '../../src/domain/editing/form/read-schema.ts';

/** A text as somebody can type it in one line: not empty, and no space around it. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((made) => made.replaceAll(/[\s\p{Cc}\p{Cs}\u2028\u2029\u0085\uFEFF]/gu, '_'));
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);

/** Values that a JSON Schema allows, as far as a form can hold them: no list that is empty where it may as well be absent. */
export function arbitraryValue(schema: JsonSchema): fc.Arbitrary<unknown> {
  return make(schema, 3);

  function make(part: JsonSchema, depth: number): fc.Arbitrary<unknown> {
    if (part.$ref !== undefined)
      return make(schema.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {}, depth - 1);
    if (part.const !== undefined) return fc.constant(part.const);
    if (part.enum) return fc.constantFrom(...part.enum);
    if (part.anyOf) return makeUnion(part.anyOf, depth);
    if (Array.isArray(part.type))
      return fc.oneof(fc.constant(null), make({ ...part, type: part.type[0] as string }, depth));
    if (part.type === 'boolean') return fc.boolean();
    if (part.type === 'integer')
      return fc.integer({ min: Math.max(part.minimum ?? 0, 0), max: Math.min(part.maximum ?? 9999, 9999) });
    if (part.type === 'number') return fc.integer({ min: 1, max: 9999 }).map((cents) => cents / 4);
    if (part.type === 'string') return makeText(part);
    if (part.type === 'array' && part.items) {
      const min = part.minItems ?? 0;
      const items = make(part.items, depth);
      return part.items.type === 'string'
        ? fc.uniqueArray(items, { minLength: min, maxLength: min + 3 })
        : fc.array(items, { minLength: min, maxLength: min + 2 });
    }
    return makeObject(part, depth);
  }

  function makeUnion(forms: readonly JsonSchema[], depth: number): fc.Arbitrary<unknown> {
    const [first, second] = forms;
    // What a table may hold besides comes last: at the bottom there is nothing deeper.
    const shown = depth <= 0 ? forms.slice(-1) : forms;
    // One answer stands as a text, and a list is of more than one: which of the two one answer is, the question says.
    if (first?.type === 'string' && first.const === undefined && second?.type === 'array')
      return fc.uniqueArray(text, { minLength: 2, maxLength: 4 });
    return fc.oneof(...shown.map((form) => (form.type === 'null' ? fc.constant(null) : make(form, depth))));
  }

  function makeText({ pattern, format }: JsonSchema): fc.Arbitrary<string> {
    if (format === 'date')
      return fc
        .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    if (format === 'uri') return name.map((host) => `https://${host}.example/`);
    return pattern === undefined
      ? text
      : fc.oneof(fc.stringMatching(new RegExp(pattern)), name).filter((made) => made.length < 40);
  }

  function makeObject(part: JsonSchema, depth: number): fc.Arbitrary<unknown> {
    const { properties, required = [], propertyNames, additionalProperties } = part;
    const names = properties ? Object.keys(properties) : (propertyNames?.enum ?? null);
    const rest = typeof additionalProperties === 'object' ? additionalProperties : {};
    if (names === null)
      return fc.dictionary(name, make(rest, depth), { minKeys: 1, maxKeys: 3, noNullPrototype: true });
    const members = Object.fromEntries(names.map((key) => [key, make(properties?.[key] ?? rest, depth)]));
    return fc.record(members, { requiredKeys: [...required], noNullPrototype: true }).map(withoutEmpty(part));
  }
}

/** An optional list that is empty is the same as none: the form makes it none. */
function withoutEmpty({ required = [], properties = {} }: JsonSchema) {
  return (made: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(made).flatMap(([key, value]) => {
        if (!Array.isArray(value) || value.length > 0) return [[key, value]];
        const mayBeNull = properties[key]?.anyOf?.some(({ type }) => type === 'null') ?? false;
        if (!required.includes(key)) return [];
        return [[key, mayBeNull ? null : value]];
      }),
    );
}
