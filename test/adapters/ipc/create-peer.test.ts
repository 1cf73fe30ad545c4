import { EventEmitter } from 'node:events';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createPeer, type Kanaal } from '../../../src/adapters/ipc/create-peer.ts';
import { OpslagFout } from '../../../src/domain/ports/opslag-fout.ts';
import { PdfMislukt } from '../../../src/domain/ports/pakket-pdf.ts';

/** Both ends of a connection that copies what goes over it, as node:cluster does with `serialization: 'advanced'`. */
function makeChannel() {
  const einden = [new EventEmitter(), new EventEmitter()] as const;
  let open = true;
  const toKanaal = (eigen: EventEmitter, ander: EventEmitter): Kanaal =>
    Object.assign(eigen, {
      send: (bericht: object, klaar: (fout: Error | null) => void) => {
        const kopie = deserialize(serialize(bericht));
        setImmediate(() => {
          if (open) ander.emit('message', kopie);
          klaar(open ? null : new Error('dicht'));
        });
      },
    });
  return {
    een: toKanaal(...einden),
    ander: toKanaal(einden[1], einden[0]),
    close: () => {
      open = false;
      for (const einde of einden) einde.emit('disconnect');
    },
  };
}

interface Proef {
  readonly doe: (...argumenten: unknown[]) => unknown;
}

/** One process that asks, and another that does this. */
function connect(doe: Proef['doe']) {
  const { een, ander, close } = makeChannel();
  const fouten: unknown[] = [];
  createPeer<Proef, Record<never, never>>(ander, { doe }, (fout) => fouten.push(fout));
  return { peer: createPeer<Record<never, never>, Proef>(een, {}), fouten, close };
}

describe('a call of another process', () => {
  it('copies what goes in and comes out, with dates, buffers, maps and what is not there', async () => {
    const wat = {
      dag: new Date('2026-11-22'),
      bytes: Buffer.from('%PDF-'),
      kaart: new Map([['a', [1]]]),
      niets: undefined,
      geen: null,
    };
    const { peer } = connect((...in_) => in_);
    const [terug] = (await peer.call('doe', wat)) as [typeof wat];
    expect(terug).toEqual(wat);
    expect(terug).not.toBe(wat);
    expect(Buffer.isBuffer(terug.bytes)).toBe(true);
  });

  it('gives each answer to its own question, in whatever order they come', async () => {
    const { peer } = connect(async (ms) => {
      await new Promise((resolve) => setTimeout(resolve, ms as number));
      return ms;
    });
    expect(await Promise.all([30, 1, 15].map((ms) => peer.call('doe', ms)))).toEqual([30, 1, 15]);
  });

  it('arrives before what is asked later, also when nobody waits for it', async () => {
    const gehoord: unknown[] = [];
    const { peer } = connect((wat) => gehoord.push(wat));
    for (const wat of [1, 2, 3]) peer.tell('doe', wat);
    await peer.call('doe', 4);
    expect(gehoord).toEqual([1, 2, 3, 4]);
  });
});

describe('an error in another process', () => {
  it.each([new OpslagFout('De schijf is vol.'), new PdfMislukt('druk', new Error('oorzaak'))])(
    'stays what it is: $name',
    async (fout) => {
      const { peer, fouten } = connect(() => Promise.reject(fout));
      const gevangen = await peer.call('doe').catch((error: unknown) => error);
      expect(gevangen).toBeInstanceOf(fout.constructor);
      expect(gevangen).toMatchObject({ name: fout.name, message: fout.message });
      if (fout instanceof PdfMislukt) expect(gevangen).toMatchObject({ reden: 'druk' });
      // Who asked says so itself.
      expect(fouten).toEqual([]);
    },
  );

  it('of another kind comes with its name and message and nothing else', async () => {
    const fout = Object.assign(new TypeError('mis'), { body: 'wat iemand typte' });
    const { peer, fouten } = connect(() => Promise.reject(fout));
    const gevangen = await peer.call('doe').catch((error: unknown) => error);
    expect(gevangen).toMatchObject({ name: 'TypeError', message: 'mis' });
    expect(gevangen).not.toHaveProperty('body');
    expect(fouten).toEqual([fout]);
  });

  it('of an answer that cannot be copied is an error too, and so is a question that cannot', async () => {
    const { peer } = connect(() => () => 1);
    await expect(peer.call('doe')).rejects.toThrow('could not be cloned');
    await expect(peer.call('doe', () => 1)).rejects.toThrow('could not be cloned');
  });
});

describe('a process that is gone', () => {
  it('fails what it was asked, and what it is asked after that', async () => {
    const { peer, close } = connect(() => new Promise(() => {}));
    const vraag = peer.call('doe');
    close();
    await expect(vraag).rejects.toThrow('Het andere proces is weg.');
    await expect(peer.call('doe')).rejects.toThrow('dicht');
    expect(() => peer.tell('doe')).not.toThrow();
  });
});
