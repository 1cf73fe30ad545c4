const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes; null when it is not UTF-8. */
export function readUtf8(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
