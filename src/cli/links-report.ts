import { type Address, checkAddress, listAddresses } from '../content/addresses.ts';
import type { Files } from '../domain/editing/versions.ts';
import { isStale } from '../domain/freshness.ts';
import { toTextTable } from './to-table.ts';

const COLUMNS = [
  { kop: 'Bestand', max: 44 },
  { kop: 'Plaats', max: 34 },
  { kop: 'Adres', max: 40 },
  { kop: 'Gecontroleerd', max: 13 },
  { kop: 'Wat u doet', max: null },
];

/** What there is to say of the addresses in the content, for a terminal of `width` characters. */
export function toLinksReport(
  files: Files,
  now: Date,
  width: number,
): { readonly tekst: string; readonly fouten: number } {
  const addresses = listAddresses(files);
  const fault = addresses.flatMap((adres) => {
    const message = checkAddress(adres);
    return message === null ? [] : [toRow(adres, message)];
  });
  const old = addresses
    .filter(({ gecontroleerd }) => gecontroleerd !== null && isStale(gecontroleerd, now))
    .map((adres) => toRow(adres, toCommand(adres)));
  const without = addresses.filter(({ waarde }) => waarde === null).length;
  const oldest = addresses.flatMap(({ gecontroleerd }) => gecontroleerd ?? []).sort()[0];
  return {
    fouten: fault.length,
    tekst: [
      toPart('Klopt niet van vorm', fault, width),
      toPart('Langer dan een jaar niet gecontroleerd', old, width),
      `${addresses.length} adressen nagekeken: ${fault.length} fout van vorm, ${old.length} te controleren.`,
      `${without} daarvan staan nog niet in een bron; de site zegt dan wat iemand doet.`,
      ...(oldest ? [`De oudste controle is van ${oldest}.`] : []),
      '',
    ]
      .filter((deel) => deel !== null)
      .join('\n'),
  };
}

function toRow({ bestand, plaats, waarde, gecontroleerd }: Address, command: string): string[] {
  return [bestand, plaats, waarde ?? '(niet bekend)', gecontroleerd ?? '', command];
}

function toCommand({ waarde }: Address): string {
  return waarde === null
    ? 'Zoek na of er nu een adres is, en zet de datum van vandaag.'
    : 'Controleer het, en zet de datum van vandaag.';
}

function toPart(kop: string, rijen: readonly (readonly string[])[], width: number): string | null {
  return rijen.length === 0 ? null : `${kop}:\n\n${toTextTable(COLUMNS, rijen, width)}`;
}
