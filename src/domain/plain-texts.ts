type Words<S extends string, Found = never> = S extends `${infer Word} ${infer Rest}`
  ? Words<Rest, Found | Word>
  : Found | S;

/** The texts of one file of `views/text` that have nothing to fill in, by their names with a space between. */
export function plain<F extends string, N extends string>(file: F, ...names: readonly N[]) {
  const keys = names.flatMap((part) => part.split(' ')).map((name) => [`${file}.${name}`, []]);
  return Object.fromEntries(keys) as Readonly<Record<`${F}.${Words<N>}`, readonly []>>;
}
