/** How long to wait for an answer of the storage, and how long an answer holds, in milliseconds. */
interface Times {
  readonly limit: number;
  readonly valid: number;
}

/** Within what a monitor waits; and short, so that what is back shows at once. */
const TIMES: Times = { limit: 2_000, valid: 500 };

/**
 * Makes what tells whether the storage can be used now: true, or false when `check` fails or gives no answer in time.
 * Everybody who asks meanwhile shares one look, so that asking without end costs the database nothing; one that hangs is
 * not followed by another until it ends.
 */
export function createStorageWatch(
  check: () => Promise<unknown>,
  { limit, valid }: Times = TIMES,
): () => Promise<boolean> {
  let look: Promise<boolean> | null = null;

  function begin(): Promise<boolean> {
    return check()
      .then(
        () => true,
        () => false,
      )
      .finally(() =>
        setTimeout(() => {
          look = null;
        }, valid).unref(),
      );
  }

  return async () => {
    look ??= begin();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), limit);
    });
    return Promise.race([look, late]).finally(() => clearTimeout(timer));
  };
}
