const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;
/** What a hexadecimal digit stands for, by its code; -1 for what is none. */
const DIGITS = Int8Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[\da-f]/i.test(char) ? Number.parseInt(char, 16) : -1;
});
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a form as `new URLSearchParams(tekst)` does, in half of its time: a case in a form is a million characters.
 * Null where what percent signs stand for is no UTF-8.
 */
export function decodeForm(tekst: string): URLSearchParams | null {
  const form = new URLSearchParams();
  let begin = tekst.startsWith('?') ? 1 : 0;
  try {
    while (begin < tekst.length) {
      const next = tekst.indexOf('&', begin);
      const end = next < 0 ? tekst.length : next;
      const equals = tekst.slice(begin, end).indexOf('=');
      const middle = equals < 0 ? end : begin + equals;
      if (end > begin) form.append(decode(tekst.slice(begin, middle)), decode(tekst.slice(middle + 1, end)));
      begin = end + 1;
    }
  } catch {
    return null;
  }
  return form;
}

/** @throws Error where it cannot be decoded. */
function decode(encoded: string): string {
  const bytes = Buffer.from(encoded);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const byte = bytes[from] ?? 0;
    if (byte === PERCENT) {
      const high = DIGITS[bytes[from + 1] ?? 0] ?? -1;
      const low = DIGITS[bytes[from + 2] ?? 0] ?? -1;
      if (high < 0 || low < 0) throw new URIError('A percent sign without two digits.');
      bytes[to] = high * 16 + low;
      from += 2;
    } else bytes[to] = byte === PLUS ? SPACE : byte;
    to += 1;
  }
  return decoder.decode(bytes.subarray(0, to));
}
