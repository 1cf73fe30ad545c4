import type { Fault } from '../domain/answers/parse-antwoorden.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import { isObject } from '../domain/json.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Say } from '../domain/texts.ts';
import { type ApiFault, toPointer } from './problem.ts';

/** Checks that a body is an object with these keys only; `verplicht` ones must be there. */
export function checkShape(
  say: Say,
  body: unknown,
  keys: Readonly<Record<string, 'verplicht' | 'optioneel'>>,
): { waarde: Readonly<Record<string, unknown>> } | { fouten: ApiFault[] } {
  if (!isObject(body)) return { fouten: [{ pointer: '', melding: say('api.geen-object') }] };
  const fouten = [
    ...Object.keys(body)
      .filter((key) => !Object.hasOwn(keys, key))
      .map((key) => ({
        pointer: toPointer(key),
        melding: say('api.onbekend-veld', { velden: Object.keys(keys).join(', ') }),
      })),
    ...Object.entries(keys)
      .filter(([key, needed]) => needed === 'verplicht' && !Object.hasOwn(body, key))
      .map(([key]) => ({ pointer: toPointer(key), melding: say('api.veld-ontbreekt') })),
  ];
  return fouten.length > 0 ? { fouten } : { waarde: body };
}

/** Parses the answers at `/antwoorden` of a body. */
export function parseBodyAntwoorden(
  say: Say,
  model: Beslismodel,
  given: unknown,
): { waarde: Antwoorden } | { fouten: ApiFault[] } {
  if (!isObject(given)) {
    return {
      fouten: [{ pointer: '/antwoorden', melding: say('api.geen-antwoorden') }],
    };
  }
  const result = parseAntwoorden(model.vraagOf, given);
  return 'waarde' in result
    ? result
    : { fouten: result.fouten.map((fault) => toApiFault(say, model, fault)) };
}

function toApiFault(say: Say, model: Beslismodel, { feit, plaats, fout }: Fault): ApiFault {
  const pointer = toPointer('antwoorden', feit, ...plaats);
  if (fout === 'onbekendFeit') return { pointer, melding: say('api.onbekend-feit') };
  const vraag = model.vraagOf.get(feit);
  const possible = vraag?.opties.map(({ id }) => id).join(', ') ?? '';
  return {
    pointer,
    melding: say(vraag?.type === 'meerkeuze' ? 'api.antwoord-lijst' : 'api.antwoord', {
      fout: say(`api.antwoord-${fout}`),
      mogelijk: possible,
    }),
  };
}
