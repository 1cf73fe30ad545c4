import type { AntwoordFault, Fault } from '../domain/answers/parse-antwoorden.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { type ApiFault, toPointer } from './problem.ts';

const CORRECTIONS: Readonly<Record<AntwoordFault, string>> = {
  leeg: 'Geef een antwoord, of laat dit feit weg.',
  meerDanEen: 'Geef één waarde, geen lijst.',
  onbekendeOptie: 'Deze waarde bestaat niet.',
  nietAlleen: '"geen", "geen-van-deze" en "weetNiet" kunnen niet naast andere waarden staan.',
  verkeerdeVorm: 'Deze waarde heeft niet de juiste vorm.',
};

/** Checks that a body is an object with these keys only; `verplicht` ones must be there. */
export function checkShape(
  body: unknown,
  keys: Readonly<Record<string, 'verplicht' | 'optioneel'>>,
): { waarde: Readonly<Record<string, unknown>> } | { fouten: ApiFault[] } {
  if (!isObject(body)) return { fouten: [{ pointer: '', melding: 'Stuur een JSON-object.' }] };
  const fouten = [
    ...Object.keys(body)
      .filter((key) => !Object.hasOwn(keys, key))
      .map((key) => ({
        pointer: toPointer(key),
        melding: `Dit veld bestaat niet. De velden zijn: ${Object.keys(keys).join(', ')}.`,
      })),
    ...Object.entries(keys)
      .filter(([key, needed]) => needed === 'verplicht' && !Object.hasOwn(body, key))
      .map(([key]) => ({ pointer: toPointer(key), melding: 'Dit veld ontbreekt.' })),
  ];
  return fouten.length > 0 ? { fouten } : { waarde: body };
}

/** Parses the answers at `/antwoorden` of a body. */
export function parseBodyAntwoorden(
  model: Beslismodel,
  given: unknown,
): { waarde: Antwoorden } | { fouten: ApiFault[] } {
  if (!isObject(given)) {
    return {
      fouten: [{ pointer: '/antwoorden', melding: 'Stuur een JSON-object met per feit een antwoord.' }],
    };
  }
  const result = parseAntwoorden(model.vraagOf, given);
  return 'waarde' in result ? result : { fouten: result.fouten.map((fault) => toApiFault(model, fault)) };
}

function toApiFault(model: Beslismodel, { feit, plaats, fout }: Fault): ApiFault {
  const pointer = toPointer('antwoorden', feit, ...plaats);
  if (fout === 'onbekendFeit') return { pointer, melding: 'Dit feit bestaat niet. Zie GET /api/v1/vragen.' };
  const vraag = model.vraagOf.get(feit);
  const format = vraag?.type === 'meerkeuze' ? 'Stuur een lijst met' : 'Stuur';
  const possible = vraag?.opties.map(({ id }) => id).join(', ') ?? '';
  return { pointer, melding: `${CORRECTIONS[fout]} ${format}: ${possible}.` };
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
