import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { listNeeded, toSoort } from '../domain/referral/needed-fields.ts';
import { listVelden } from '../domain/referral/veld.ts';
import type { Say } from '../domain/texts.ts';
import type { ApiPakketveld } from './verwijzing-schemas.ts';

/** The fields that a referral to this table takes, for who may refer and has not filled in any. */
export function toPakketvelden(say: Say, content: Content, tafel: Overlegtafel): ApiPakketveld[] {
  const velden = listVelden(say, content, tafel, undefined);
  const needed = listNeeded(velden, toSoort(tafel, null, new Map()), new Map());
  return velden.map((veld) => ({
    id: veld.pad,
    label: veld.naam,
    hulp: veld.hulp,
    type: veld.soort,
    max: veld.max,
    opties: veld.opties ?? null,
    nodig: needed.includes(veld),
  }));
}
