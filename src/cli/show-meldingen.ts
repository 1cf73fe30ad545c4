import type { Melding } from '../domain/model/melding.ts';
import { toCsv } from './to-csv.ts';
import { type Kolom, toTable } from './to-table.ts';

const KOLOMMEN: readonly Kolom[] = [
  { kop: 'Nr', max: 6 },
  { kop: 'Datum', max: 10 },
  { kop: 'Status', max: 10 },
  { kop: 'Pagina', max: 28 },
  { kop: 'Veld', max: 20 },
  { kop: 'Wat moet het zijn', max: null },
];

/** The reports as a table, without the closed ones unless `alle`, for a terminal of this width. */
export function showMeldingen(meldingen: readonly Melding[], alle: boolean, breedte: number): string {
  const getoond = meldingen.filter(({ status }) => alle || status !== 'gesloten');
  const gesloten = meldingen.length - getoond.length;
  const slot =
    gesloten > 0
      ? `${gesloten} gesloten ${gesloten === 1 ? 'melding' : 'meldingen'} niet getoond: voeg --alle toe.\n`
      : '';
  if (getoond.length === 0) return `Er zijn geen open meldingen.\n${slot}`;
  const rijen = getoond.map(({ id, gemaakt, status, pagina, veld, watMoetHetZijn, email, antwoord }) => [
    id,
    gemaakt.slice(0, 10),
    status,
    pagina,
    veld,
    [
      watMoetHetZijn,
      ...(email ? [`[van ${email}]`] : []),
      ...(antwoord ? [`[antwoord: ${antwoord}]`] : []),
    ].join(' '),
  ]);
  return `${toTable(KOLOMMEN, rijen, breedte)}${slot === '' ? '' : `\n${slot}`}`;
}

/** All reports as CSV, for a spreadsheet. */
export function exportMeldingen(meldingen: readonly Melding[]): string {
  const velden = [
    'id',
    'gemaakt',
    'status',
    'pagina',
    'veld',
    'watMoetHetZijn',
    'email',
    'antwoord',
  ] as const;
  return toCsv([velden, ...meldingen.map((melding) => velden.map((veld) => melding[veld] ?? ''))]);
}
