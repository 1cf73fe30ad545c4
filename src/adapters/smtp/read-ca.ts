import { readFileSync } from 'node:fs';

/**
 * Reads the certificate of the CA by which the mail server is to be trusted; null: those that Node.js knows.
 * @throws Error in plain Dutch when the file cannot be read or holds no certificate.
 */
export function readCa(pad: string | null): string | null {
  if (pad === null) return null;
  const uitleg = `SMTP_CA_FILE: het bestand ${pad}`;
  let pem: string;
  try {
    pem = readFileSync(pad, 'utf8');
  } catch {
    throw new Error(
      `${uitleg} is niet te lezen. Geef het pad van een PEM-bestand met het certificaat van de CA.`,
    );
  }
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new Error(`${uitleg} bevat geen certificaat in PEM-vorm.`);
  return pem;
}
