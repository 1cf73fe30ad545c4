import type { Content } from '../../domain/model/content.ts';
import type { Organisatie } from '../../domain/model/organisatie.ts';
import { toBronnen, toContactButtons, toContactModel } from '../contact-model.ts';
import { toVcardHref } from '../reuse/list-vcards.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/** The view-model of the list of organisations. */
export function toOrganisatiesPage({ organisaties }: Content) {
  return {
    organisaties: organisaties.map(({ id, naam, beschrijving }) => ({
      naam,
      beschrijving,
      href: `/organisaties/${id}`,
    })),
  };
}

/** The view-model of an organisation: what it does here, how to reach it, and where it takes part. */
export function toOrganisatiePage(
  { bronnen, tafels, gemeenten }: Content,
  organisatie: Organisatie,
  now: Date,
) {
  const { id } = organisatie;
  return {
    naam: organisatie.naam,
    ook: organisatie.ookBekendAls.join(', '),
    beschrijving: organisatie.beschrijving,
    bronnen: toBronnen(bronnen, [organisatie, ...organisatie.contacten]),
    bereik: toContactButtons(organisatie.contacten),
    vcard: toVcardHref(`/organisaties/${id}`, organisatie.contacten),
    contacten: organisatie.contacten.map((contact) => toContactModel(bronnen, contact, now)),
    tafels: tafels
      .filter(({ regie, deelnemers }) => regie.organisatie === id || deelnemers.organisaties.includes(id))
      .map((tafel) => ({
        naam: tafel.naam,
        href: toTafelHref(tafel.id, tafel.soort),
        heeftRegie: tafel.regie.organisatie === id,
      })),
    gemeenten: gemeenten
      .filter(({ ggzWerkgebied }) => ggzWerkgebied.organisatie === id)
      .map((gemeente) => ({ naam: gemeente.naam, href: `/gemeenten/${gemeente.id}` })),
  };
}
