import { setTimeout as wait } from 'node:timers/promises';
import { writeEml } from '../../../src/documents/eml-writer.ts';
import { createPdfWriter } from '../../../src/documents/pdf/pdf-writer.ts';
import { PLAIN_PAKKET, SENTENCE } from '../../support/pakket-document.ts';
import type { Figure } from '../figures.ts';
import { percentile } from '../figures.ts';

const PDFS = 20;

/** The time of a mail and of a PDF, and for how long a PDF in the making holds up everything else. */
export async function measurePackage(): Promise<Figure[]> {
  const mail = { aan: ['a@example.nl'], cc: [], onderwerp: 'Aanmelding', tekst: SENTENCE.repeat(60) };
  const eml = await repeat(100, () => writeEml(mail));
  const writer = createPdfWriter({ report: (error) => process.stderr.write(`${String(error)}\n`) });
  await writer.write(PLAIN_PAKKET);
  const alone = await measureDelay(() => wait(1_500));
  const pdf: number[] = [];
  const busy = await measureDelay(async () => {
    pdf.push(...(await repeat(PDFS, () => writer.write(PLAIN_PAKKET))));
  });
  await writer.stop();
  return [
    { name: '.eml', values: eml.slice(10), goal: { atMost: 5 }, unit: 'ms' },
    { name: 'PDF package', values: pdf, goal: { atMost: 150 }, unit: 'ms' },
    {
      name: 'how late a page begins while PDFs are made (p99)',
      values: [percentile(busy, 0.99)],
      goal: { atMost: 5 },
      unit: 'ms',
      note: `without: ${percentile(alone, 0.99).toFixed(1)} ms`,
    },
  ];
}

async function repeat(times: number, run: () => Promise<unknown>): Promise<number[]> {
  const values: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const begin = performance.now();
    await run();
    values.push(performance.now() - begin);
  }
  return values;
}

/** How much later than asked a timer goes off, in milliseconds, again and again until `work` is done. */
async function measureDelay(work: () => Promise<unknown>): Promise<number[]> {
  const delays: number[] = [];
  let done = false;
  const working = work().finally(() => {
    done = true;
  });
  while (!done) {
    const begin = performance.now();
    await wait(2);
    delays.push(Math.max(0, performance.now() - begin - 2));
  }
  await working;
  return delays;
}
