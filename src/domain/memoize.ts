/** Makes something when it is first asked for, and gives the same from then on. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Makes something for the day that is asked for, and gives the same as long as it is that day. */
export function oncePerDay<T>(make: (today: Date) => T): (today: Date) => T {
  let made: { readonly day: number; readonly value: T } | null = null;
  return (today) => {
    if (made?.day !== today.getTime()) made = { day: today.getTime(), value: make(today) };
    return made.value;
  };
}

/** Makes something of a list once, and anew when the list is another one. */
export function memoize<T>(read: () => readonly string[], make: (list: readonly string[]) => T): () => T {
  let last: { readonly list: readonly string[]; readonly made: T } | null = null;
  return () => {
    const list = read();
    if (last?.list !== list) last = { list, made: make(list) };
    return last.made;
  };
}
