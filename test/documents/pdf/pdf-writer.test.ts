import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPdfWriter } from '../../../src/documents/pdf/pdf-writer.ts';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import { PdfFailure, type WritePdf } from '../../../src/domain/referral/paper-document.ts';
import { useCompiledSource } from '../../support/compile-source.ts';
import { GEWOON_PAKKET, toPakket } from '../../support/pakket-document.ts';

/**
 * A worker that does what the title says: sends the title back, fails, stops, hangs, or takes a while.
 * It stands in for the real one where the real one cannot be made to break.
 */
const NEPWERKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const gemaakt = [];
    const klaar = (titel) => parentPort.postMessage({ pdf: new TextEncoder().encode(titel) });
    parentPort.on('message', ({ titel }) => {
      gemaakt.push(titel);
      if (titel === 'stuk') process.exit(3);
      if (titel === 'gooit') throw new Error('boem');
      if (titel === 'fout') return parentPort.postMessage({ fault: 'kan niet' });
      if (titel === 'hangt') for (;;);
      if (titel === 'wat?') return klaar(gemaakt.join());
      if (titel === 'valt later') setImmediate(() => process.exit(1));
      titel.startsWith('traag') ? setTimeout(klaar, 100, titel) : klaar(titel);
    });
  `)}`,
);

function createNepWriter(opties: Partial<Parameters<typeof createPdfWriter>[0]> = {}) {
  const gemeld: string[] = [];
  const { write, stop } = createPdfWriter({
    entry: NEPWERKER,
    // Longer than any machine is busy: what is broken off here was told to last for ever.
    maxTime: 30_000,
    maxWait: 30_000,
    report: ({ message }) => gemeld.push(message),
    ...opties,
  });
  onTestFinished(stop);
  const maak = async (titel: string, signal?: AbortSignal) =>
    (await write(toPakket([], { titel }), signal)).toString();
  const reden = (titel: string, signal?: AbortSignal) =>
    maak(titel, signal).then(
      () => 'geen',
      (error) => (error instanceof PdfFailure ? error.reden : String(error)),
    );
  return { maak, reden, stop, gemeld };
}

describe('de maker van pdfs', () => {
  it('maakt ze na elkaar, en geeft elk aan wie erom vroeg', async () => {
    const { maak } = createNepWriter();
    const titels = ['traag 1', 'b', 'traag 2', 'd'];
    expect(await Promise.all(titels.map((titel) => maak(titel)))).toEqual(titels);
  });

  it('weigert wat er te veel is, en gaat daarna gewoon door', async () => {
    const { maak, reden } = createNepWriter({ maxWaiting: 2 });
    const redenen = await Promise.all(['traag 1', 'b', 'c', 'd', 'e'].map((titel) => reden(titel)));
    expect(redenen).toEqual(['geen', 'geen', 'geen', 'druk', 'druk']);
    expect(await maak('f')).toBe('f');
  });

  it.each(['stuk', 'gooit', 'fout'])('geeft een fout door (%s), en gaat daarna gewoon door', async (hoe) => {
    const { maak, reden, gemeld } = createNepWriter();
    expect(await Promise.all([reden(hoe), maak('daarna')])).toEqual(['fout', 'daarna']);
    expect(gemeld).toHaveLength(1);
  });

  it('breekt af wat te lang duurt, en gaat daarna gewoon door', async () => {
    const { reden, maak, gemeld } = createNepWriter({ maxTime: 300 });
    expect(await reden('hangt')).toBe('duurtTeLang');
    expect(gemeld).toEqual(['A PDF took more than 300 ms.']);
    // On a busy machine a new thread may need more than that to start.
    await vi.waitFor(async () => expect(await maak('wat?')).toBe('wat?'), { timeout: 20_000 });
  });

  it('laat niemand te lang wachten op zijn beurt', async () => {
    const { reden, stop } = createNepWriter({ maxWait: 50 });
    const bezig = reden('hangt');
    expect(await Promise.all(['a', 'b'].map((titel) => reden(titel)))).toEqual(['druk', 'druk']);
    await stop();
    expect(await bezig).toBe('gestopt');
  });

  it('maakt niet wat niemand meer wil, en gooit weg wat al bezig was', async () => {
    const { maak, reden } = createNepWriter();
    const weg = new AbortController();
    const beide = [reden('traag', weg.signal), reden('b', weg.signal)];
    const erna = maak('wat?');
    weg.abort();
    expect(await Promise.all([...beide, reden('c', weg.signal)])).toEqual(Array(3).fill('afgebroken'));
    expect(await erna).toBe('traag,wat?');
  });

  it('begint opnieuw na een val terwijl er niets te doen was', async () => {
    const { maak, gemeld } = createNepWriter();
    expect(await maak('valt later')).toBe('valt later');
    await vi.waitFor(() => expect(gemeld).toHaveLength(1), { timeout: 20_000 });
    expect(await maak('daarna')).toBe('daarna');
  });

  it('zegt het als de werker er niet is', async () => {
    const { reden, gemeld } = createNepWriter({ entry: new URL('file:///bestaat/niet.js') });
    expect(await reden('a')).toBe('fout');
    expect(gemeld[0]).toContain('niet.js');
  });

  it('laat na het stoppen niemand wachten', async () => {
    const { reden, stop } = createNepWriter();
    const bezig = ['traag 1', 'b'].map((titel) => reden(titel));
    await stop();
    expect(await Promise.all([...bezig, reden('c')])).toEqual(['gestopt', 'gestopt', 'gestopt']);
  });
});

describe('de maker met de echte, gebouwde werker', () => {
  const compiled = useCompiledSource();
  let writer: ReturnType<typeof createPdfWriter>;
  beforeAll(() => {
    const entry = pathToFileURL(compiled('adapters/pdf/render-worker.js'));
    writer = createPdfWriter({ entry, maxTime: 30_000 });
  });
  const write: WritePdf = (pakket) => writer.write(pakket);
  afterAll(() => writer.stop());

  it('geeft dezelfde bytes als zonder werker', async () => {
    expect((await write(GEWOON_PAKKET)).equals(await renderDocument(GEWOON_PAKKET))).toBe(true);
  });

  it('geeft een fout in het pakket door', async () => {
    await expect(write(toPakket([], { datum: 'morgen' }))).rejects.toThrow(PdfFailure);
    expect((await write(GEWOON_PAKKET)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('laat de server intussen ander werk doen', async () => {
    const volgorde: string[] = [];
    const pdf = write(GEWOON_PAKKET).then(() => volgorde.push('pdf'));
    // In this thread the PDF would come first.
    await new Promise((resolve) => setImmediate(resolve));
    volgorde.push('ander werk');
    await pdf;
    expect(volgorde).toEqual(['ander werk', 'pdf']);
  });
});
