import { isObject } from '../../json.ts';
import { type Groep, type Invoer, isDeel, type Veld, type Vorm } from './veld.ts';

/** What a form shows of a value: the same in texts, lists and groups. */
export function toInvoer(veld: Veld, value: unknown): Invoer {
  switch (veld.soort) {
    case 'tekst':
    case 'datum':
    case 'keuze':
    case 'verwijzing':
    case 'getal':
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    case 'jaNee':
      return typeof value === 'boolean' ? (value ? 'ja' : 'nee') : '';
    case 'vink':
      return value === true ? 'ja' : '';
    case 'vast':
      return '';
    case 'meer':
    case 'antwoord':
      return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    case 'regels':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'lijst':
      return Array.isArray(value) ? value.map((item) => toInvoer(veld.item, item)) : [];
    case 'register':
      return Object.entries(isObject(value) ? value : {}).map(([sleutel, waarde]) => ({
        sleutel,
        waarde: toInvoer(veld.waarde, waarde),
      }));
    case 'groep':
      return toGroepInvoer(veld, isObject(value) ? value : {});
    case 'vormen': {
      const form = findVorm(veld, value);
      if (!form) return { vorm: '', inhoud: '' };
      return { vorm: String(veld.vormen.indexOf(form)), inhoud: toInvoer(form.veld, value) };
    }
  }
}

function toGroepInvoer(
  { leden }: Extract<Veld, { soort: 'groep' }>,
  value: Readonly<Record<string, unknown>>,
): Groep {
  const present = leden.filter((lid) => !(isDeel(lid) && (value[lid.naam] ?? null) === null));
  return Object.fromEntries(present.map(({ naam, veld }) => [naam, toInvoer(veld, value[naam])]));
}

/** A form with nothing filled in: as many things in its lists as there must be. */
export function toBlank(veld: Veld): Invoer {
  if (veld.soort === 'lijst') return Array.from({ length: veld.min }, () => toBlank(veld.item));
  if (veld.soort === 'register') return [];
  if (veld.soort === 'groep')
    return Object.fromEntries(
      veld.leden
        .filter((lid) => !isDeel(lid))
        .map((lid) => [
          lid.naam,
          // An empty list is as good as none where none is needed.
          lid.isNodig || lid.veld.soort !== 'lijst' ? toBlank(lid.veld) : [],
        ]),
    );
  return toInvoer(veld, undefined);
}

/** Which of several forms a value has. */
export function findVorm({ vormen }: Extract<Veld, { soort: 'vormen' }>, value: unknown): Vorm | undefined {
  return vormen.find((form) => fits(form.veld, value));
}

/** Whether a value has this form, as far as one needs to tell the forms of a union apart. */
function fits(veld: Veld, value: unknown): boolean {
  if (veld.soort === 'vast') return value === veld.waarde;
  if (veld.soort !== 'groep')
    return Array.isArray(value) === (veld.soort === 'meer' || veld.soort === 'lijst');
  if (!isObject(value)) return false;
  const names = veld.leden.map(({ naam }) => naam);
  return (
    Object.keys(value).every((naam) => names.includes(naam)) &&
    veld.leden.every(({ naam, isNodig }) => !isNodig || Object.hasOwn(value, naam))
  );
}
