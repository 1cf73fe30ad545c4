import fc from 'fast-check';

// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
type Loose = any;

/** Written as text where it stands, since no value of JavaScript is written like this. */
const RAW: Readonly<Record<string, string>> = {
  huge: '1e999',
  long: '9'.repeat(5_000),
  minus: '-0',
  nan: 'NaN',
  deepList: `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  deepObject: `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}`,
  open: '{',
  escape: String.raw`"\ud83d\u0000\uFFFF"`,
  twice: '1, "casuscode": "TW-2026-009", "casuscode": "Jansen"',
  proto: '{"__proto__": {"waarde": "ja"}, "constructor": {"prototype": {}}}',
};
const toMarker = (name: string) => `@@${name}@@`;

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '0',
  'waarde',
  'gewijzigd',
  'tafels',
  'id',
  'ook',
  'weg',
  'é',
];
const STRINGS = [
  '',
  ' \n ',
  'ja',
  'topx',
  'afgesloten',
  '2026-11-21',
  '2026-13-45',
  '2026-11-21T09:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '0000-00-00T00:00:00.000Z',
  'x'.repeat(600),
  'é'.repeat(5_001),
  'a\u0301'.repeat(100),
  '\ud800',
  '\udc00\ud800',
  '\u0000',
  '\u202eabc\u2066',
  '１１１２２２３３３',
  'bsn 111222333',
  'mevrouw Jansen, 06-12345678',
  '<script>alert(1)</script>{{casus}}',
  '😀'.repeat(300),
];
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], [null], { a: [] }),
  fc.constantFrom(...STRINGS),
  fc.constantFrom(...Object.keys(RAW).map(toMarker)),
  fc.anything({ maxDepth: 2, maxKeys: 4, key: fc.constantFrom(...KEYS), withNullPrototype: true }),
);

/** Changes something at a place: the key of an object, or of a list; the whole is there to take something from. */
export type Change = (holder: Loose, key: string, source: Loose) => void;
/** Another value, name, type or number of the same. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  // A copy of its own: a later change may stand in it, and put the same value there.
  value.map(
    (put): Change =>
      (holder, key) =>
        define(holder, key, structuredClone(put)),
  ),
  fc.constant<Change>((holder, key) => void delete holder[key]),
  fc.constantFrom(...KEYS).map(
    (name): Change =>
      (holder, key) =>
        define(holder, name, holder[key]),
  ),
  // A part of the file in the place of another.
  fc.array(fc.nat(), { maxLength: 4 }).map(
    (way): Change =>
      (holder, key, source) => {
        const found = findPlace(source, way);
        if (found) define(holder, key, structuredClone(found.holder[found.key]));
      },
  ),
  // The same many times: with the same id, and with others.
  fc.tuple(fc.constantFrom(2, 50, 400), fc.boolean()).map(
    ([times, isOther]): Change =>
      (holder, key) => {
        const part = holder[key];
        const copies = Array.from({ length: times }, (_, index) =>
          isOther && typeof part === 'object' && part !== null && !Array.isArray(part)
            ? { ...part, id: `kopie-${index}` }
            : part,
        );
        define(holder, key, Array.isArray(part) ? copies.flat().slice(0, 1_000) : copies);
      },
  ),
);

/** Puts a key of any name, `__proto__` as well, as JSON.parse would. */
function define(holder: Loose, key: string, put: unknown): void {
  if (Array.isArray(holder) && key === 'length') return;
  Object.defineProperty(holder, key, { value: put, enumerable: true, configurable: true, writable: true });
}

function findPlace(root: Loose, way: readonly number[]): { holder: Loose; key: string } | null {
  let holder = root;
  for (const [index, step] of way.entries()) {
    const keys = Object.keys(holder);
    const key = keys[step % keys.length];
    if (key === undefined) return null;
    const below = holder[key];
    const isEnd = index === way.length - 1 || typeof below !== 'object' || below === null;
    if (isEnd || Object.keys(below).length === 0) return { holder, key };
    holder = below;
  }
  return null;
}

/** Makes changes, each at the place that a way leads to. */
export function breakTree(root: Loose, changes: readonly (readonly [readonly number[], Change])[]): void {
  for (const [way, make] of changes) {
    const found = findPlace(root, way);
    if (found) make(found.holder, found.key, root);
  }
}

/** The text of a tree in which anything can stand. */
export function write(root: unknown): string {
  const text = JSON.stringify(root, (_key, part) =>
    typeof part === 'bigint' || typeof part === 'symbol' ? String(part) : part,
  );
  return String(text).replaceAll(/"@@(\w+)@@"/g, (whole, name: string) => RAW[name] ?? whole);
}
