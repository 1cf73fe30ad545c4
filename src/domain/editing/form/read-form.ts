import { toBlank } from './to-invoer.ts';
import { type Groep, type Invoer, isDeel, joinPad, toGroep, toItems, type Veld } from './veld.ts';

/** More things than a form has room for. */
const MOST_ITEMS = 200;

/** The fields of a form: `URLSearchParams`, or what looks like it. */
export type Form = Pick<URLSearchParams, 'get' | 'getAll' | 'has'>;

/** Names of the fields beside those that one sees, which say how much of the form there was. */
export const toCountName = (pad: string) => `${pad}#`;
export const toPresentName = (pad: string) => `${pad}?`;
export const toVormName = (pad: string) => `${pad}|`;
/** The form that the fields were shown for: other than the chosen one when somebody chose another without the button. */
export const toShownVormName = (pad: string) => `${pad}~`;

/** Reads what was typed in the fields of a form; what is not there counts as empty. */
export function readInvoer(veld: Veld, form: Form, pad = ''): Invoer {
  switch (veld.soort) {
    case 'meer':
    case 'antwoord':
      return form.getAll(pad);
    case 'lijst':
      return readItems(form, pad).map((at) => readInvoer(veld.item, form, at));
    case 'register':
      return readItems(form, pad).map((at) => ({
        sleutel: form.get(joinPad(at, 'sleutel')) ?? '',
        waarde: readInvoer(veld.waarde, form, joinPad(at, 'waarde')),
      }));
    case 'groep':
      return Object.fromEntries(
        veld.leden
          .filter((lid) => !isDeel(lid) || form.has(toPresentName(joinPad(pad, lid.naam))))
          .map((lid) => [lid.naam, readInvoer(lid.veld, form, joinPad(pad, lid.naam))]),
      );
    case 'vormen':
      return readVorm(veld, form, pad);
    default:
      // A browser sends line ends as two characters.
      return (form.get(pad) ?? '').replaceAll('\r\n', '\n');
  }
}

function readItems(form: Form, pad: string): string[] {
  const count = Number(form.get(toCountName(pad)) ?? '0');
  const length = Number.isInteger(count) ? Math.min(Math.max(count, 0), MOST_ITEMS) : 0;
  return Array.from({ length }, (_, number) => joinPad(pad, number));
}

function readVorm(veld: Extract<Veld, { soort: 'vormen' }>, form: Form, pad: string): Groep {
  const chosen = form.get(toVormName(pad)) ?? '';
  const shown = form.get(toShownVormName(pad)) ?? '';
  const from = veld.vormen[shown === '' ? -1 : Number(shown)]?.veld;
  const to = veld.vormen[chosen === '' ? -1 : Number(chosen)]?.veld;
  if (!to) return { vorm: '', inhoud: '' };
  if (from === to) return { vorm: chosen, inhoud: readInvoer(to, form, pad) };
  return toOtherVorm(chosen, to, from, from ? readInvoer(from, form, pad) : '');
}

/** Another form with what of the old one still fits: the things of a list that holds the same. `vers`: still to be filled in. */
function toOtherVorm(vorm: string, to: Veld, from: Veld | undefined, invoer: Invoer): Groep {
  const [old, fresh] = [findOnlyList(from), findOnlyList(to)];
  if (old && fresh && old.item === fresh.item) {
    const items = toItems(toGroep(invoer)[old.naam]);
    return { vorm, inhoud: { [fresh.naam]: items } };
  }
  return { vorm, inhoud: toBlank(to), vers: 'ja' };
}

function findOnlyList(veld: Veld | undefined): { naam: string; item: Veld } | null {
  const [lid, ...rest] = veld?.soort === 'groep' ? veld.leden : [];
  return lid?.veld.soort === 'lijst' && rest.length === 0 ? { naam: lid.naam, item: lid.veld.item } : null;
}
