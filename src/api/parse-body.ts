import type { AntwoordFault, Fault } from '../domain/answers/parse-antwoorden.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import { type ApiFout, toPointer } from './problem.ts';

const MELDINGEN: Readonly<Record<AntwoordFault, string>> = {
  leeg: 'Geef een antwoord, of laat dit feit weg.',
  meerDanEen: 'Geef één waarde, geen lijst.',
  onbekendeOptie: 'Deze waarde bestaat niet.',
  nietAlleen: '"geen", "geen-van-deze" en "weetNiet" kunnen niet naast andere waarden staan.',
  verkeerdeVorm: 'Deze waarde heeft niet de juiste vorm.',
};

/** Checks that a body is an object with these keys only; `verplicht` ones must be there. */
export function checkVorm(
  body: unknown,
  sleutels: Readonly<Record<string, 'verplicht' | 'optioneel'>>,
): { waarde: Readonly<Record<string, unknown>> } | { fouten: ApiFout[] } {
  if (!isObject(body)) return { fouten: [{ pointer: '', melding: 'Stuur een JSON-object.' }] };
  const fouten = [
    ...Object.keys(body)
      .filter((sleutel) => !Object.hasOwn(sleutels, sleutel))
      .map((sleutel) => ({
        pointer: toPointer(sleutel),
        melding: `Dit veld bestaat niet. De velden zijn: ${Object.keys(sleutels).join(', ')}.`,
      })),
    ...Object.entries(sleutels)
      .filter(([sleutel, nodig]) => nodig === 'verplicht' && !Object.hasOwn(body, sleutel))
      .map(([sleutel]) => ({ pointer: toPointer(sleutel), melding: 'Dit veld ontbreekt.' })),
  ];
  return fouten.length > 0 ? { fouten } : { waarde: body };
}

/** Parses the answers at `/antwoorden` of a body. */
export function parseBodyAntwoorden(
  model: Beslismodel,
  gegeven: unknown,
): { waarde: Antwoorden } | { fouten: ApiFout[] } {
  if (!isObject(gegeven)) {
    return {
      fouten: [{ pointer: '/antwoorden', melding: 'Stuur een JSON-object met per feit een antwoord.' }],
    };
  }
  const resultaat = parseAntwoorden(model.vraagOf, gegeven);
  return 'waarde' in resultaat
    ? resultaat
    : { fouten: resultaat.fouten.map((fout) => toApiFout(model, fout)) };
}

function toApiFout(model: Beslismodel, { feit, plaats, fout }: Fault): ApiFout {
  const pointer = toPointer('antwoorden', feit, ...plaats);
  if (fout === 'onbekendFeit') return { pointer, melding: 'Dit feit bestaat niet. Zie GET /api/v1/vragen.' };
  const vraag = model.vraagOf.get(feit);
  const vorm = vraag?.type === 'meerkeuze' ? 'Stuur een lijst met' : 'Stuur';
  const mogelijk = vraag?.opties.map(({ id }) => id).join(', ') ?? '';
  return { pointer, melding: `${MELDINGEN[fout]} ${vorm}: ${mogelijk}.` };
}

function isObject(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
