import type { ClientondersteuningAanbieder } from '../../domain/model/clientondersteuning.ts';
import type { Content } from '../../domain/model/content.ts';
import { toBronTekst } from '../bron-tekst.ts';
import { toContactModel } from '../contact-model.ts';
import { toTafelHref } from '../tafel-href.ts';

/** The view-model of the page on cliëntondersteuning: the right, what to expect, who gives it, and per table. */
export function toClientondersteuningPage({ bronnen, clientondersteuning, tafels }: Content, now: Date) {
  const { aanbieders, recht, taken, uitgangspunten, alsOnbekend } = clientondersteuning;
  const toAanbieder = ({
    naam,
    beschrijving,
    gemeentenToelichting,
    contacten,
  }: ClientondersteuningAanbieder) => ({
    naam,
    beschrijving,
    gemeentenToelichting,
    contacten: contacten.map((contact) => toContactModel(bronnen, contact, now)),
  });
  return {
    recht: recht.tekst,
    taken: taken.map(({ tekst }) => tekst),
    uitgangspunten: uitgangspunten.map(({ tekst }) => tekst),
    alsOnbekend: alsOnbekend.tekst,
    bron: toBronTekst(bronnen, recht.bron),
    voorInwoner: aanbieders.filter(({ voor }) => voor === 'inwoner').map(toAanbieder),
    voorProfessional: aanbieders.filter(({ voor }) => voor === 'professional').map(toAanbieder),
    tafels: tafels.map((tafel) => ({
      naam: tafel.naam,
      waarde: tafel.clientondersteuning.tekst,
      href: toTafelHref(tafel.id, tafel.soort),
    })),
  };
}
