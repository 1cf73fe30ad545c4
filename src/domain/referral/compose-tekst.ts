import type { VerwijsPakket } from './compose-verwijzing.ts';

/** The text file: the text with its recipients and subject above it, with CRLF line ends. */
export function composeTekst({ mail, ontvanger, ccNamen, kanaal }: VerwijsPakket): string {
  const cc = mail.cc.length > 0 ? mail.cc : ccNamen;
  const kop = [
    `Voor: ${ontvanger}`,
    ...(kanaal.soort === 'telefoon' ? [] : [`Aan: ${mail.aan.join(', ') || 'adres niet bekend'}`]),
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
  ];
  return `${[...kop, `Onderwerp: ${mail.onderwerp}`].join('\n')}\n\n${mail.tekst}`.replaceAll('\n', '\r\n');
}
