/** What the log keeps of an error. Other properties, such as the body that could not be read, may hold what somebody typed. */
export function describeError(fout: unknown): object {
  if (!(fout instanceof Error)) return { message: 'geen Error' };
  const { name, message, stack, cause } = fout;
  const { code } = fout as NodeJS.ErrnoException;
  return {
    name,
    message,
    stack,
    ...(typeof code === 'string' ? { code } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
