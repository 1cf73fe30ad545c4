import { type Adres, checkAdres, listAdressen } from '../content/list-addresses.ts';
import { isStale } from '../domain/freshness/shelf-life.ts';
import type { Content } from '../domain/model/content.ts';
import { toTable } from './to-table.ts';

const KOLOMMEN = [
  { kop: 'Bestand', max: 44 },
  { kop: 'Plaats', max: 34 },
  { kop: 'Adres', max: 40 },
  { kop: 'Gecontroleerd', max: 13 },
  { kop: 'Wat u doet', max: null },
];

/** What there is to say of the addresses in the content, for a terminal of `breedte` characters. */
export function toLinksVerslag(
  content: Content,
  now: Date,
  breedte: number,
): { readonly tekst: string; readonly fouten: number } {
  const adressen = listAdressen(content);
  const fout = adressen.flatMap((adres) => {
    const melding = checkAdres(adres);
    return melding === null ? [] : [toRij(adres, melding)];
  });
  const oud = adressen
    .filter(({ gecontroleerd }) => gecontroleerd !== null && isStale(gecontroleerd, now))
    .map((adres) => toRij(adres, toOpdracht(adres)));
  const zonder = adressen.filter(({ waarde }) => waarde === null).length;
  const oudste = adressen.flatMap(({ gecontroleerd }) => gecontroleerd ?? []).sort()[0];
  return {
    fouten: fout.length,
    tekst: [
      toDeel('Klopt niet van vorm', fout, breedte),
      toDeel('Langer dan een jaar niet gecontroleerd', oud, breedte),
      `${adressen.length} adressen nagekeken: ${fout.length} fout van vorm, ${oud.length} te controleren.`,
      `${zonder} daarvan staan nog niet in een bron; de site zegt dan wat iemand doet.`,
      ...(oudste ? [`De oudste controle is van ${oudste}.`] : []),
      '',
    ]
      .filter((deel) => deel !== null)
      .join('\n'),
  };
}

function toRij({ bestand, plaats, waarde, gecontroleerd }: Adres, opdracht: string): string[] {
  return [bestand, plaats, waarde ?? '(niet bekend)', gecontroleerd ?? '', opdracht];
}

function toOpdracht({ waarde }: Adres): string {
  return waarde === null
    ? 'Zoek na of er nu een adres is, en zet de datum van vandaag.'
    : 'Controleer het, en zet de datum van vandaag.';
}

function toDeel(kop: string, rijen: readonly (readonly string[])[], breedte: number): string | null {
  return rijen.length === 0 ? null : `${kop}:\n\n${toTable(KOLOMMEN, rijen, breedte)}`;
}
