import { execFileSync } from 'node:child_process';
import { findProgram, installPackages } from './apt.ts';

/** What other programs find in a PDF. */
export interface ParsedPdf {
  /** The text per page, laid out as on the page, its edges included. */
  readonly pages: readonly string[];
  /** What `pdfinfo` says, by name: Title, Tagged, Pages. */
  readonly info: ReadonlyMap<string, string>;
  /** The structure with its texts, as a screen reader follows it: an element or text a line, indented by its depth. */
  readonly structure: string;
}

/**
 * Reads a PDF with the programs of Poppler; installs them first where they are missing and the machine allows it.
 * @throws Error with one sentence on how to install them when they are not there.
 */
export function readPdf(pdf: Buffer): ParsedPdf {
  installPopplerIfMissing();
  // Each starts a program, so only what a test asks for is read.
  return {
    get pages() {
      // Each page ends with a form feed.
      return run('pdftotext', ['-layout', '-', '-'], pdf).split('\f').slice(0, -1);
    },
    get info() {
      return new Map(
        run('pdfinfo', ['-'], pdf)
          .split('\n')
          .map((regel) => splitAtColon(regel)),
      );
    },
    get structure() {
      return run('pdfinfo', ['-struct-text', '-'], pdf);
    },
  };
}

const isThere = () => ['pdftotext', 'pdfinfo'].every(findProgram);

function installPopplerIfMissing(): void {
  if (!isThere()) installPackages('The tests of the PDF need Poppler', 'poppler-utils');
  if (!isThere()) {
    throw new Error(
      'The tests of the PDF need pdftotext and pdfinfo: install them (Debian: sudo apt-get install poppler-utils).',
    );
  }
}

function run(program: string, args: readonly string[], pdf: Buffer): string {
  return execFileSync(program, args, {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // What is wrong with a PDF is said on the error output, and fails the test.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

function splitAtColon(regel: string): [string, string] {
  const span = regel.indexOf(':');
  return [regel.slice(0, span), regel.slice(span + 1).trim()];
}
