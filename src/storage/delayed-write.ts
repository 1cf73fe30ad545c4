interface Options {
  readonly write: () => Promise<void>;
  /** How long what changes waits to be written together, in milliseconds: so much is lost when the process is killed. */
  readonly delay: number;
  /** Told once when writing fails, until it succeeds again; it is tried again. */
  readonly onError: (fault: unknown) => void;
}

/** Writes what changes every now and then. */
export interface DelayedWrite {
  /** Says that there is something to write. */
  ask(): void;
  /** Writes now, if there is something; never throws. */
  flush(): Promise<void>;
}

/** Makes what calls `write` some time after it was asked for, one call at a time. */
export function createDelayedWrite({ write, delay, onError }: Options): DelayedWrite {
  let timer: NodeJS.Timeout | null = null;
  let changed = false;
  let busy: Promise<void> = Promise.resolve();
  let reported = false;

  async function writeOnce(): Promise<void> {
    if (!changed) return;
    // What changes from here on may miss this write, and asks for the next one.
    changed = false;
    try {
      await write();
      reported = false;
    } catch (error) {
      changed = true;
      if (!reported) onError(error);
      reported = true;
      plan();
    }
  }

  function plan(): void {
    timer ??= setTimeout(() => void flush(), delay).unref();
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    busy = busy.then(writeOnce);
    return busy;
  }

  return {
    ask() {
      changed = true;
      plan();
    },
    flush,
  };
}
