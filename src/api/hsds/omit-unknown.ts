/** The fields without what the sources do not know: in HSDS that is absent, not null or empty. */
export function omitUnknown(velden: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(velden).filter(
      ([, waarde]) =>
        waarde !== null && waarde !== undefined && !(Array.isArray(waarde) && waarde.length === 0),
    ),
  );
}
