import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPdfWriter } from '../../../src/documents/pdf/pdf-writer.ts';
import { renderDocument } from '../../../src/documents/pdf/render-document.ts';
import { PdfFailure, type WritePdf } from '../../../src/domain/referral/paper-document.ts';
import { useCompiledSource } from '../../support/compile-source.ts';
import { PLAIN_PAKKET, toPakket } from '../../support/pakket-document.ts';

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

function createFakeWriter(options: Partial<Parameters<typeof createPdfWriter>[0]> = {}) {
  const reported: string[] = [];
  const { write, stop, hasRoom } = createPdfWriter({
    entry: NEPWERKER,
    // Longer than any machine is busy: what is broken off here was told to last for ever.
    maxTime: 30_000,
    maxWait: 30_000,
    report: ({ message }) => reported.push(message),
    ...options,
  });
  onTestFinished(stop);
  const make = async (titel: string, signal?: AbortSignal, who = 'a') =>
    (await write(toPakket([], { titel }), signal ? { who, signal } : { who })).toString();
  const reden = (titel: string, signal?: AbortSignal, who?: string) =>
    make(titel, signal, who).then(
      () => 'geen',
      (error) => (error instanceof PdfFailure ? error.reden : String(error)),
    );
  return { make: make, reden, stop, hasRoom, reported };
}

describe('de maker van pdfs', () => {
  it('maakt ze na elkaar, en geeft elk aan wie erom vroeg', async () => {
    const { make } = createFakeWriter();
    const titles = ['traag 1', 'b', 'traag 2', 'd'];
    expect(await Promise.all(titles.map((titel) => make(titel)))).toEqual(titles);
  });

  it('weigert wat er te veel is, en gaat daarna gewoon door', async () => {
    const { make, reden } = createFakeWriter({ maxWaiting: 2 });
    const reasons = await Promise.all(['traag 1', 'b', 'c', 'd', 'e'].map((titel) => reden(titel)));
    expect(reasons).toEqual(['geen', 'geen', 'geen', 'druk', 'druk']);
    expect(await make('f')).toBe('f');
  });

  it('geeft ieder een beurt, hoeveel een ander ook vraagt', async () => {
    const { make, reden, hasRoom } = createFakeWriter({ maxWaiting: 3 });
    const many = ['traag 1', 'traag 2', 'traag 3', 'traag 4'].map((titel) => reden(titel));
    expect([hasRoom('a'), hasRoom('b')]).toEqual([false, true]);
    expect(await make('wat?', undefined, 'b')).toMatch(/^traag 1(,traag 2)?,wat\?$/);
    // The newest of who has most made room for it.
    expect(await Promise.all(many)).toEqual(['geen', 'geen', 'geen', 'druk']);
  });

  it.each(['stuk', 'gooit', 'fout'])('geeft een fout door (%s), en gaat daarna gewoon door', async (how) => {
    const { make, reden, reported } = createFakeWriter();
    expect(await Promise.all([reden(how), make('daarna')])).toEqual(['fout', 'daarna']);
    expect(reported).toHaveLength(1);
  });

  it('breekt af wat te lang duurt, en gaat daarna gewoon door', async () => {
    const { reden, make, reported } = createFakeWriter({ maxTime: 300 });
    expect(await reden('hangt')).toBe('duurtTeLang');
    expect(reported).toEqual(['A PDF took more than 300 ms.']);
    // On a busy machine a new thread may need more than that to start.
    await vi.waitFor(async () => expect(await make('wat?')).toBe('wat?'));
  });

  it('laat niemand te lang wachten op zijn beurt', async () => {
    const { reden, stop } = createFakeWriter({ maxWait: 50 });
    const busy = reden('hangt');
    expect(await Promise.all(['a', 'b'].map((titel) => reden(titel)))).toEqual(['druk', 'druk']);
    await stop();
    expect(await busy).toBe('gestopt');
  });

  it('maakt niet wat niemand meer wil, en gooit weg wat al bezig was', async () => {
    const { make, reden } = createFakeWriter();
    const way = new AbortController();
    const both = [reden('traag', way.signal), reden('b', way.signal)];
    const afterwards = make('wat?');
    way.abort();
    expect(await Promise.all([...both, reden('c', way.signal)])).toEqual(Array(3).fill('afgebroken'));
    expect(await afterwards).toBe('traag,wat?');
  });

  it('begint opnieuw na een val terwijl er niets te doen was', async () => {
    const { make, reported } = createFakeWriter();
    expect(await make('valt later')).toBe('valt later');
    await vi.waitFor(() => expect(reported).toHaveLength(1));
    expect(await make('daarna')).toBe('daarna');
  });

  it('zegt het als de werker er niet is', async () => {
    const { reden, reported } = createFakeWriter({ entry: new URL('file:///bestaat/niet.js') });
    expect(await reden('a')).toBe('fout');
    expect(reported[0]).toContain('niet.js');
  });

  it('laat na het stoppen niemand wachten', async () => {
    const { reden, stop } = createFakeWriter();
    const busy = ['traag 1', 'b'].map((titel) => reden(titel));
    await stop();
    expect(await Promise.all([...busy, reden('c')])).toEqual(['gestopt', 'gestopt', 'gestopt']);
  });
});

describe('de maker met de echte, gebouwde werker', () => {
  const compiled = useCompiledSource();
  let writer: ReturnType<typeof createPdfWriter>;
  beforeAll(() => {
    const entry = pathToFileURL(compiled('documents/pdf/render-worker.js'));
    writer = createPdfWriter({ entry, maxTime: 30_000 });
  });
  const write: WritePdf = (pakket) => writer.write(pakket);
  afterAll(() => writer.stop());

  it('geeft dezelfde bytes als zonder werker', async () => {
    expect((await write(PLAIN_PAKKET)).equals(await renderDocument(PLAIN_PAKKET))).toBe(true);
  });

  it('geeft een fout in het pakket door', async () => {
    await expect(write(toPakket([], { datum: 'morgen' }))).rejects.toThrow(PdfFailure);
    expect((await write(PLAIN_PAKKET)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('laat de server intussen ander werk doen', async () => {
    const volgorde: string[] = [];
    const pdf = write(PLAIN_PAKKET).then(() => volgorde.push('pdf'));
    // In this thread the PDF would come first.
    await new Promise((resolve) => setImmediate(resolve));
    volgorde.push('ander werk');
    await pdf;
    expect(volgorde).toEqual(['ander werk', 'pdf']);
  });
});
