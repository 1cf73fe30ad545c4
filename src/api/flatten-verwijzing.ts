/** The parts of a referral that are nested: per criterion, and per row. */
const GROEPEN: ReadonlySet<string> = new Set(['onderbouwing', 'plan']);
/** How deep they may be: `plan[0].wie`. */
const MAX_DIEPTE = 3;

/**
 * Turns the nested JSON of a referral into fields by name, as the form has them: `plan: [{wie: "x"}]` becomes
 * `plan.0.wie`. A number counts as its text; what is no text otherwise stays, to be refused at its place.
 */
export function flattenVerwijzing(waarde: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const velden = new Map<string, unknown>();
  const loop = (deel: unknown, pad: readonly string[]): void => {
    const isGroep =
      typeof deel === 'object' && deel !== null && GROEPEN.has(pad[0] ?? '') && pad.length < MAX_DIEPTE;
    if (isGroep) for (const [sleutel, inhoud] of Object.entries(deel)) loop(inhoud, [...pad, sleutel]);
    else velden.set(pad.join('.'), typeof deel === 'number' ? String(deel) : deel);
  };
  for (const [sleutel, inhoud] of Object.entries(waarde)) loop(inhoud, [sleutel]);
  return Object.fromEntries(velden);
}
