/** Makes something of a list once, and anew when the list is another one. */
export function memoize<T>(read: () => readonly string[], make: (list: readonly string[]) => T): () => T {
  let last: { readonly list: readonly string[]; readonly made: T } | null = null;
  return () => {
    const list = read();
    if (last?.list !== list) last = { list, made: make(list) };
    return last.made;
  };
}
