import { findReference, ORDERED } from './references.ts';
import type { Lid, Veld, Vorm } from './veld.ts';

/** As much of JSON Schema as zod writes of the content. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/**
 * Makes the field of a JSON Schema; `soort` is the kind of content that it is of.
 * @throws Error on a schema that no form is made of yet: a fault of the programmer, that a test over all schemas finds.
 */
export function readSchema(soort: string, schema: JsonSchema): Veld {
  const known = new Map<string, Veld>();

  function read(part: JsonSchema, pad: readonly string[]): Veld {
    if (part.$ref !== undefined) return readRef(part.$ref, pad);
    if (part.const !== undefined) return { soort: 'vast', waarde: part.const };
    if (part.anyOf) return readForms(part.anyOf, pad);
    if (part.enum) {
      const naar = findReference(soort, pad);
      return naar ? { soort: 'verwijzing', naar } : { soort: 'keuze', waarden: part.enum };
    }
    const type = Array.isArray(part.type) ? part.type.find((name) => name !== 'null') : part.type;
    if (type === 'string') return readText(part, pad);
    if (type === 'boolean') return { soort: 'jaNee' };
    if (type === 'integer' || type === 'number') return toNumber(part, type === 'integer');
    if (type === 'array' && part.items) return readList(part, part.items, pad);
    if (type === 'object') return readObject(part, pad);
    throw new Error(`Van dit schema is geen formulier te maken: ${JSON.stringify(part)}`);
  }

  /** A schema may hold itself: its field is known before what is in it. */
  function readRef(ref: string, pad: readonly string[]): Veld {
    const found = known.get(ref);
    if (found) return found;
    const target = schema.$defs?.[ref.replace('#/$defs/', '')];
    if (!target?.anyOf) throw new Error(`Het schema verwijst naar niets: ${ref}`);
    const vormen: Vorm[] = [];
    const veld: Veld = { soort: 'vormen', vormen };
    known.set(ref, veld);
    vormen.push(...target.anyOf.map((form) => toVorm(read(form, pad))));
    return veld;
  }

  function readForms(forms: readonly JsonSchema[], pad: readonly string[]): Veld {
    const [first, second, ...rest] = forms.filter(({ type }) => type !== 'null');
    if (!first) throw new Error('Een schema zonder vormen.');
    if (!second) return read(first, pad);
    // One answer, or a list of them.
    if (first.type === 'string' && first.const === undefined && second.type === 'array')
      return { soort: 'antwoord' };
    // An id, or one fixed word: what the field names says which.
    if (first.type === 'string' && second.type === 'string' && first.const === undefined) {
      const naar = findReference(soort, pad);
      return naar ? { soort: 'verwijzing', naar } : readText({ type: 'string' }, pad);
    }
    const vormen = [first, second, ...rest].map((form) => toVorm(read(form, pad)));
    return { soort: 'vormen', vormen };
  }

  function readText(part: JsonSchema, pad: readonly string[]): Veld {
    const naar = findReference(soort, pad);
    if (naar) return { soort: 'verwijzing', naar };
    if (part.format === 'date') return { soort: 'datum' };
    const patroon = part.pattern !== undefined && part.format === undefined ? new RegExp(part.pattern) : null;
    return { soort: 'tekst', patroon, max: part.maxLength ?? null, isAdres: part.format === 'uri' };
  }

  function readList(part: JsonSchema, items: JsonSchema, pad: readonly string[]): Veld {
    const min = part.minItems ?? 0;
    const item = read(items, pad);
    if (item.soort === 'verwijzing' && !ORDERED.has(pad.at(-1) ?? ''))
      return { soort: 'meer', naar: item.naar, min };
    return item.soort === 'tekst' ? { soort: 'regels', min } : { soort: 'lijst', item, min };
  }

  function readObject(part: JsonSchema, pad: readonly string[]): Veld {
    const { properties, required = [], propertyNames, additionalProperties } = part;
    const toLid = (naam: string, inner: JsonSchema): Lid => {
      const veld = read(inner, [...pad, naam]);
      const isRequired = required.includes(naam);
      const mayBeNull =
        (Array.isArray(inner.type) && inner.type.includes('null')) ||
        (inner.anyOf?.some(({ type }) => type === 'null') ?? false);
      const isTick = veld.soort === 'vast' && !isRequired;
      return {
        naam,
        veld: isTick ? { soort: 'vink' } : veld,
        isNodig: isRequired && !mayBeNull,
        leeg: isRequired ? null : undefined,
      };
    };
    if (properties)
      return {
        soort: 'groep',
        leden: Object.entries(properties).map(([naam, inner]) => toLid(naam, inner)),
      };
    if (!propertyNames || typeof additionalProperties !== 'object')
      throw new Error(`Een schema zonder namen: ${JSON.stringify(part)}`);
    if (propertyNames.enum)
      return { soort: 'groep', leden: propertyNames.enum.map((naam) => toLid(naam, additionalProperties)) };
    return {
      soort: 'register',
      sleutel: read(propertyNames, [...pad, 'sleutel']),
      waarde: read(additionalProperties, pad),
    };
  }

  return read(schema, []);
}

function toNumber({ minimum, maximum }: JsonSchema, heel: boolean): Veld {
  const toLimit = (limit: number | undefined) =>
    limit !== undefined && Number.isSafeInteger(limit) && Math.abs(limit) < Number.MAX_SAFE_INTEGER
      ? limit
      : null;
  return { soort: 'getal', heel, van: toLimit(minimum), tot: toLimit(maximum) };
}

/** A form is known by the first name in it, or by its one word. */
function toVorm(veld: Veld): Vorm {
  if (veld.soort === 'groep') return { naam: veld.leden[0]?.naam ?? '', veld };
  return { naam: veld.soort === 'vast' ? String(veld.waarde) : 'deze', veld };
}
