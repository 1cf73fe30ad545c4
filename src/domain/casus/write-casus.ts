import type { Casus } from './casus.ts';
import { mergeCasussen } from './merge-casus.ts';

/** The file as text: the same case is the same text, line by line, so that two files can be compared. */
export function writeCasus(casus: Casus): string {
  return `${JSON.stringify(mergeCasussen(casus, casus), null, 2)}\n`;
}

/** The name of the file, such as `casus-TW-2026-001-2026-11-21.casus.json`. */
export function toCasusFileName(casuscode: string, date: string, isSealed = false): string {
  return `casus-${casuscode.replaceAll(/[^A-Za-z0-9]+/g, '-')}-${date}${isSealed ? '-versleuteld' : ''}.casus.json`;
}
