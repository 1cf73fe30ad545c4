import type { Contact } from '../../domain/model/contact.ts';
import type { Content } from '../../domain/model/content.ts';
import { type Gemeente, listTafelGemeenten, toTooiUri } from '../../domain/model/gemeente.ts';
import type { ClientondersteuningAanbieder } from '../../domain/model/organisatie.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { type HsdsService, hsdsServiceSchema } from './schemas.ts';
import { findValue, omitUnknown, toContacts, toOrganizationId } from './to-organization.ts';
import { toUuidV5 } from './uuid-v5.ts';

/** The id of a table or form of cliëntondersteuning in HSDS. */
export function toServiceId(id: string): string {
  return toUuidV5(`service/${id}`);
}

/** A table or provision as a service of the organisation that leads it. */
export function toTafelService(content: Content, tafel: Overlegtafel): HsdsService {
  const { id, kanaal, aanmelders, uitstroom, clientondersteuning, termijn } = tafel;
  const aanmelden = [
    aanmelders.tekst,
    `${kanaal.naam}. ${kanaal.werkwijze}`,
    kanaal.adres === null ? kanaal.alsOnbekend : null,
    termijn?.tekst,
  ];
  return hsdsServiceSchema.parse({
    ...toFixedVelden(id, tafel.regie.organisatie, tafel.contacten, listTafelGemeenten(content, tafel)),
    ...omitUnknown({
      name: tafel.naam,
      alternate_name: tafel.korteNaam === tafel.naam ? null : tafel.korteNaam,
      description: tafel.doel.tekst,
      email: kanaal.soort === 'e-mail' ? kanaal.adres : null,
      application_process: aanmelden.filter(Boolean).join(' '),
      eligibility_description: tafel.instroom.tekst,
      alert: tafel.status,
      attributes: [
        ...(uitstroom ? [toAttribute(id, 'uitstroom', uitstroom.tekst)] : []),
        toAttribute(id, 'clientondersteuning', clientondersteuning.tekst),
      ],
    }),
  });
}

/** What a provider of cliëntondersteuning does, as a service; free where the law makes it so. */
export function toAanbiederService(
  { clientondersteuning: { recht }, gemeenten, organisaties }: Content,
  aanbieder: ClientondersteuningAanbieder,
): HsdsService {
  const { id, contacten, voor } = aanbieder;
  const organisatie = organisaties.find((candidate) => candidate.id === id)?.id ?? null;
  const gratis = voor === 'inwoner' && recht.gratis;
  const range = gemeenten.filter((gemeente) => aanbieder.gemeenten?.includes(gemeente.id));
  return hsdsServiceSchema.parse({
    ...toFixedVelden(id, organisatie, contacten, range),
    ...omitUnknown({
      name: aanbieder.naam,
      description: aanbieder.beschrijving,
      email: findValue(contacten, 'e-mail'),
      eligibility_description: voor === 'inwoner' ? recht.tekst : null,
      cost_options: gratis
        ? [
            {
              id: toUuidV5(`service/${id}/cost`),
              service_id: toServiceId(id),
              currency: 'EUR',
              amount: 0,
              amount_description: recht.tekst,
            },
          ]
        : null,
    }),
  });
}

function toFixedVelden(
  id: string,
  organisatie: string | null,
  contacten: readonly Contact[],
  range: readonly Gemeente[],
) {
  return omitUnknown({
    id: toServiceId(id),
    organization_id: organisatie && toOrganizationId(organisatie),
    status: 'active',
    url: findValue(contacten, 'website'),
    // All of it was looked at since the day on which the first of its contacts was.
    assured_date: contacten.map(({ gecontroleerd }) => gecontroleerd).toSorted()[0],
    ...toContacts(`service/${id}`, contacten),
    service_areas: range.map((gemeente) => ({
      id: toUuidV5(`service/${id}/area/${gemeente.id}`),
      service_id: toServiceId(id),
      name: gemeente.naam,
      uri: toTooiUri(gemeente),
    })),
  });
}

function toAttribute(id: string, soort: 'uitstroom' | 'clientondersteuning', tekst: string) {
  return {
    id: toUuidV5(`service/${id}/attribute/${soort}`),
    link_id: toServiceId(id),
    link_entity: 'service',
    link_type: soort,
    value: tekst,
  };
}
