import type { Content } from '../../domain/model/content.ts';
import type { HsdsOrganization, HsdsService } from './schemas.ts';
import { toOrganization } from './to-organization.ts';
import { toAanbiederService, toTafelService } from './to-service.ts';

/** The directory as HSDS 3.0. */
export interface Hsds {
  readonly services: readonly HsdsService[];
  readonly organizations: readonly HsdsOrganization[];
}

/**
 * Makes HSDS of the directory: tables first, then cliëntondersteuning; each service with its organisation in it.
 * @throws ZodError when the content holds what HSDS has no form for.
 */
export function listHsds(content: Content): Hsds {
  const services = [
    ...content.tafels.map((tafel) => toTafelService(content, tafel)),
    ...content.clientondersteuning.aanbieders.map((aanbieder) => toAanbiederService(content, aanbieder)),
  ];
  const organizations = content.organisaties.map((organisatie) => toOrganization(organisatie, services));
  return {
    organizations,
    services: services.map((service) => {
      const organisatie = organizations.find(({ id }) => id === service.organization_id);
      if (!organisatie) return service;
      const { contacts: _, phones: __, services: ___, ...organization } = organisatie;
      return { ...service, organization };
    }),
  };
}

/** The organisations with their services in full, which then need not name the organisation again. */
export function withServices({ organizations, services }: Hsds): HsdsOrganization[] {
  return organizations.map(({ services: short, ...organization }) => ({
    ...organization,
    ...(short
      ? {
          services: services
            .filter(({ organization_id }) => organization_id === organization.id)
            .map(({ organization: _, ...service }) => service),
        }
      : {}),
  }));
}
