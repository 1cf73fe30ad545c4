interface Options {
  readonly look: () => Promise<void>;
  /** How often, in milliseconds. */
  readonly interval: number;
  /** Told of a fault once, until there is none. */
  readonly onError: (fault: unknown) => void;
}

/** Calls `look` every so often, never twice at a time, until it is stopped; what fails is tried again. */
export function lookRegularly({ look, interval, onError }: Options): { stop(): Promise<void> } {
  let busy: Promise<void> | null = null;
  let reported = false;

  async function tryLook(): Promise<void> {
    try {
      await look();
      reported = false;
    } catch (error) {
      if (!reported) onError(error);
      reported = true;
    }
  }

  const timer = setInterval(() => {
    busy ??= tryLook().finally(() => {
      busy = null;
    });
  }, interval).unref();

  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
}
