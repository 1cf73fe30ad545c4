import type { Issue } from './content-fault.ts';
import type { ContentFiles } from './content-files.ts';
import { type Address, listAddresses } from './list-addresses.ts';

const CONTACTEN = 'tables/contacten.json';
const NOODNUMMERS = 'tables/noodnummers.json';
const BRONNEN = 'tables/bronnen.json';

type Known = Address & { readonly waarde: string; readonly key: string };

/**
 * Checks that an address stands once: in a field of its own, in contacten.json or noodnummers.json. The address where a
 * source was read is another thing, and stands once among the sources.
 */
export function checkAddresses(files: ContentFiles): Issue[] {
  const all = listAddresses(files).flatMap((address): Known[] =>
    address.waarde === null ? [] : [{ ...address, waarde: address.waarde, key: toKey(address.waarde) }],
  );
  const fields = all.filter(({ isField }) => isField);
  return [
    ...fields.flatMap((address) => checkField(fields, address)),
    ...all.filter(({ isField }) => !isField).flatMap((address) => checkInText(fields, address)),
  ];
}

function checkField(fields: readonly Known[], { bestand, plaats, waarde, key }: Known): Issue[] {
  const [first] = fields.filter(
    (other) => other.key === key && (other.bestand === BRONNEN) === (bestand === BRONNEN),
  );
  if (!first || (first.bestand === bestand && first.plaats === plaats)) return [];
  const melding = `"${waarde}" staat ook in ${first.bestand}, ${first.plaats}. Laat het daar staan en noem hier het id.`;
  return [{ bestand, plaats, melding }];
}

/** A number that everyone knows may stand in a text, and so may a site that is also a contact or a source. */
function checkInText(fields: readonly Known[], { bestand, plaats, soort, waarde, key }: Known): Issue[] {
  const isAllowed =
    soort === 'website'
      ? fields.some((other) => other.soort === soort && toHost(other.key) === toHost(key))
      : fields.some((other) => other.bestand === NOODNUMMERS && other.key === key);
  if (isAllowed) return [];
  const melding = fields.some((other) => other.key === key)
    ? `noemt "${waarde}", dat al in ${CONTACTEN} staat. Noem in de tekst wie het is; het adres komt dan van het contact.`
    : `noemt "${waarde}", dat geen contact of noodnummer is. Zet het in ${CONTACTEN}, met bron.`;
  return [{ bestand, plaats, melding }];
}

/** The same for two ways to write one address. */
function toKey(waarde: string): string {
  if (!/^\+?[\d )-]+$/.test(waarde))
    return waarde.toLowerCase().replace(/^https?:\/\/(www\.)?|^www\.|\/$/g, '');
  return waarde.replaceAll(/[ )-]/g, '').replace(/^\+31/, '0');
}

function toHost(key: string): string {
  return key.split('/')[0] ?? key;
}
