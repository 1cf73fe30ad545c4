import { type FoutBericht, toFout, toFoutBericht } from './fout-bericht.ts';

/** Functions that one process does for another; what goes in and comes out is copied. */
type Dienst<D> = { readonly [naam in keyof D]: (...argumenten: never[]) => unknown };

/** The connection with another process, as node:cluster has it at both its ends. */
export interface Kanaal {
  send(bericht: object, klaar: (fout: Error | null) => void): unknown;
  on(wat: 'message', hoor: (bericht: Bericht) => void): unknown;
  once(wat: 'disconnect', hoor: () => void): unknown;
}

type Bericht =
  /** Without a number nobody waits for the answer. */
  | { readonly soort: 'vraag'; readonly nummer: number | null; readonly naam: string; readonly in: never[] }
  | { readonly soort: 'antwoord'; readonly nummer: number; readonly uit: unknown }
  | { readonly soort: 'fout'; readonly nummer: number; readonly fout: FoutBericht };

interface Vraag {
  readonly resolve: (uit: unknown) => void;
  readonly reject: (fout: Error) => void;
}

/** The other process. */
export interface Peer<Ander extends Dienst<Ander>> {
  /** Lets the other process do something. Rejects with the error that it threw, or when it is gone. */
  call<N extends keyof Ander & string>(
    naam: N,
    ...argumenten: Parameters<Ander[N]>
  ): Promise<Awaited<ReturnType<Ander[N]>>>;
  /** The same, without waiting for it; what it throws is lost, and so is the call when the process is gone. */
  tell<N extends keyof Ander & string>(naam: N, ...argumenten: Parameters<Ander[N]>): void;
}

/**
 * Connects two processes so that each can do what the other asks. Calls arrive in the order in which they were made.
 * `onFout` hears of what goes wrong here and the other side cannot know, for the log.
 */
export function createPeer<Eigen extends Dienst<Eigen>, Ander extends Dienst<Ander>>(
  kanaal: Kanaal,
  eigen: Eigen,
  onFout: (fout: unknown) => void = () => {},
): Peer<Ander> {
  const open = new Map<number, Vraag>();
  let laatste = 0;

  function send(bericht: Bericht, bijFout: (fout: Error) => void): void {
    kanaal.send(bericht, (fout) => {
      if (fout) bijFout(fout);
    });
  }

  async function answer({ nummer, naam, in: argumenten }: Bericht & { soort: 'vraag' }): Promise<void> {
    // Who is gone needs no answer.
    const reply = (bericht: Bericht) => send(bericht, () => {});
    try {
      const uit = await eigen[naam as keyof Eigen](...argumenten);
      if (nummer !== null) reply({ soort: 'antwoord', nummer, uit });
    } catch (error) {
      const fout = toFoutBericht(error);
      if (fout.soort === 'anders') onFout(error);
      if (nummer !== null) reply({ soort: 'fout', nummer, fout });
    }
  }

  function settle(nummer: number, doe: (vraag: Vraag) => void): void {
    const vraag = open.get(nummer);
    open.delete(nummer);
    if (vraag) doe(vraag);
  }

  kanaal.on('message', (bericht) => {
    if (bericht.soort === 'vraag') void answer(bericht);
    else if (bericht.soort === 'antwoord') settle(bericht.nummer, ({ resolve }) => resolve(bericht.uit));
    else if (bericht.soort === 'fout') settle(bericht.nummer, ({ reject }) => reject(toFout(bericht.fout)));
  });
  kanaal.once('disconnect', () => {
    for (const nummer of [...open.keys()]) {
      settle(nummer, ({ reject }) => reject(new Error('Het andere proces is weg.')));
    }
  });

  return {
    call: (naam, ...argumenten) =>
      new Promise((resolve, reject) => {
        laatste += 1;
        const nummer = laatste;
        open.set(nummer, { resolve: resolve as Vraag['resolve'], reject });
        send({ soort: 'vraag', nummer, naam, in: argumenten }, (fout) => settle(nummer, () => reject(fout)));
      }),
    tell: (naam, ...argumenten) => send({ soort: 'vraag', nummer: null, naam, in: argumenten }, () => {}),
  };
}
