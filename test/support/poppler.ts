import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIfMissing, needProgram, type Program } from './installed-program.ts';

const [PDFTOTEXT, PDFINFO, PDFDETACH, PDFTOPPM] = ['pdftotext', 'pdfinfo', 'pdfdetach', 'pdftoppm'].map(
  (naam): Program => ({
    naam,
    names: [naam],
    variable: `${naam.toUpperCase()}_PATH`,
    debian: 'poppler-utils',
  }),
) as [Program, Program, Program, Program];

/** What other programs find in a PDF. */
export interface ParsedPdf {
  /** The text per page, laid out as on the page, its edges included. */
  readonly pages: readonly string[];
  /** What `pdfinfo` says, by name: Title, Tagged, Pages. */
  readonly info: ReadonlyMap<string, string>;
  /** The structure with its texts, as a screen reader follows it: an element or text a line, indented by its depth. */
  readonly structure: string;
  /** The files inside it, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads a PDF with the programs of Poppler; installs them first where they are missing and the machine allows it.
 * @throws Error with one sentence on how to install them when they are not there.
 */
export function readPdf(pdf: Buffer): ParsedPdf {
  installIfMissing([PDFTOTEXT, PDFINFO]);
  // Each starts a program, so only what a test asks for is read.
  return {
    get pages() {
      // Each page ends with a form feed.
      return run(PDFTOTEXT, ['-layout', '-', '-'], pdf).split('\f').slice(0, -1);
    },
    get info() {
      return new Map(
        run(PDFINFO, ['-'], pdf)
          .split('\n')
          .map((regel) => splitAtColon(regel)),
      );
    },
    get structure() {
      return run(PDFINFO, ['-struct-text', '-'], pdf);
    },
    get files() {
      return detach(pdf);
    },
  };
}

/** A page as a scanner gives it: three bytes a dot, red, green and blue. */
export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The pages of a PDF as pictures of so many dots per inch; programs as in `readPdf`. */
export function scanPdf(pdf: Buffer, dpi: number): Scan[] {
  installIfMissing([PDFTOPPM]);
  const options = { input: pdf, maxBuffer: 1024 * 1024 * 1024 };
  const bytes = execFileSync(needProgram(PDFTOPPM), ['-r', String(dpi), '-'], options);
  // Each page is a binary PPM: `P6`, width, height, the highest value, and the dots.
  const scans: Scan[] = [];
  for (let from = 0; from < bytes.length; ) {
    const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(from, from + 40).toString('latin1'));
    if (!head) throw new Error('pdftoppm gave no PPM.');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = from + head[0].length;
    from = start + 3 * width * height;
    scans.push({ width, height, data: bytes.subarray(start, from) });
  }
  return scans;
}

/** `pdfdetach` reads and writes in a folder only. */
function detach(pdf: Buffer): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'rdm-pdf-'));
  try {
    const source = join(folder, 'bron.pdf');
    writeFileSync(source, pdf);
    const out = join(folder, 'uit');
    mkdirSync(out);
    run(PDFDETACH, ['-saveall', '-o', out, source], Buffer.alloc(0));
    return new Map(readdirSync(out).map((naam) => [naam, readFileSync(join(out, naam), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(program: Program, args: readonly string[], pdf: Buffer): string {
  return execFileSync(needProgram(program), args, {
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
