import type { Content } from '../../domain/model/content.ts';
import { findClientondersteuning } from '../../domain/model/gemeente.ts';
import type { ClientondersteuningAanbieder } from '../../domain/model/organisatie.ts';
import type { Say } from '../../domain/texts.ts';
import { toBronnen, toContactButtons, toContactModel } from '../contact-model.ts';
import { toTafelHref } from '../tafel-presentation.ts';
import { toTable } from '../to-table.ts';

/** The view-model of the page on cliëntondersteuning: the right, what to expect, who gives it, and per table. */
export function toClientondersteuningPage(say: Say, content: Content, now: Date) {
  const { bronnen, clientondersteuning, tafels } = content;
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
    bereik: toContactButtons(contacten),
    contacten: contacten.map((contact) => toContactModel(bronnen, contact, now)),
  });
  return {
    recht: recht.tekst,
    taken: taken.map(({ tekst }) => tekst),
    uitgangspunten: uitgangspunten.map(({ tekst }) => tekst),
    alsOnbekend: alsOnbekend.tekst,
    bronnen: toBronnen(bronnen, [recht, ...aanbieders, ...aanbieders.flatMap(({ contacten }) => contacten)]),
    perGemeente: toGemeentenTable(say, content),
    voorInwoner: aanbieders.filter(({ voor }) => voor === 'inwoner').map(toAanbieder),
    voorProfessional: aanbieders.filter(({ voor }) => voor === 'professional').map(toAanbieder),
    tafels: tafels.map((tafel) => ({
      naam: tafel.naam,
      waarde: tafel.clientondersteuning.tekst,
      href: toTafelHref(tafel.id, tafel.soort),
    })),
  };
}

/** Which organisations the source names for each gemeente; of those without a gemeente one has to ask. */
function toGemeentenTable(say: Say, content: Content) {
  return toTable(
    say('overzicht.clientondersteuning'),
    [say('overzicht.gemeente'), say('overzicht.organisaties')],
    content.gemeenten.map((gemeente) => {
      const aanbieders = findClientondersteuning(content, gemeente);
      const names = (certain: boolean) =>
        aanbieders
          .filter((aanbieder) => (aanbieder.gemeenten !== null) === certain)
          .map(({ naam }) => naam)
          .join(', ');
      const certain = names(true);
      return [
        { tekst: gemeente.naam, href: `/gemeenten/${gemeente.id}` },
        `${certain === '' ? '' : `${certain}. `}${say('overzicht.vraag-na', { namen: names(false) })}`,
      ];
    }),
  );
}
