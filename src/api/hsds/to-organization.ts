import { type Contact, isCurrent } from '../../domain/model/contact.ts';
import type { Organisatie } from '../../domain/model/organisatie.ts';
import { type HsdsOrganization, type HsdsService, hsdsOrganizationSchema } from './schemas.ts';
import { toUuidV5 } from './uuid-v5.ts';

/** The id of an organisation in HSDS. */
export function toOrganizationId(id: string): string {
  return toUuidV5(`organization/${id}`);
}

/** An organisation as HSDS has it, with the services that it leads or gives. */
export function toOrganization(
  { id, naam, ookBekendAls, beschrijving, contacten }: Organisatie,
  services: readonly HsdsService[],
): HsdsOrganization {
  const ownId = toOrganizationId(id);
  // Most addresses are those of one table. Only what bears the name of the organisation is that of the whole.
  const own = contacten.filter(({ label }) => label === naam || ookBekendAls.includes(label));
  return hsdsOrganizationSchema.parse(
    omitUnknown({
      id: ownId,
      name: naam,
      alternate_name: ookBekendAls[0],
      description: beschrijving,
      email: findValue(own, 'e-mail'),
      website: findValue(own, 'website'),
      ...toContacts(`organization/${id}`, contacten),
      services: services
        .filter(({ organization_id }) => organization_id === ownId)
        .map(({ id, name, status }) => ({ id, name, status })),
    }),
  );
}

/** The fields without what the sources do not know: in HSDS that is absent, not null or empty. */
export function omitUnknown(velden: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(velden).filter(
      ([, waarde]) =>
        waarde !== null && waarde !== undefined && !(Array.isArray(waarde) && waarde.length === 0),
    ),
  );
}

/**
 * The contacts with an e-mail address, and the telephone numbers, of a service or organisation (`from` names it). HSDS has
 * no place to say that something is old, so what only an old list gives is left out.
 */
export function toContacts(from: string, contacten: readonly Contact[]) {
  const known = (soort: Contact['soort']) =>
    contacten
      .filter(isCurrent)
      .filter((contact) => contact.soort === soort)
      .map(({ label, waarde }) => ({ id: toUuidV5(`${from}/${soort}/${waarde}`), label, waarde }));
  return {
    contacts: known('e-mail').map(({ id, label, waarde }) => ({ id, name: label, email: waarde })),
    phones: known('telefoon').map(({ id, label, waarde }) => ({ id, number: waarde, description: label })),
  };
}

/** The first address of this kind that the sources give; null without one. */
export function findValue(contacten: readonly Contact[], soort: Contact['soort']): string | null {
  return contacten.filter(isCurrent).find((contact) => contact.soort === soort)?.waarde ?? null;
}
