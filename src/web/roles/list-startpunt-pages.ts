import type { Content } from '../../domain/model/content.ts';
import { findClientondersteuning } from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { STARTPUNT_GROUPS, type Startpunt } from '../../domain/model/rol.ts';
import { INWONER, ROLLEN_OF_GEMEENTE } from '../../domain/model/routing-facts.ts';
import { findOntvangerVia } from '../../domain/referral/find-ontvanger.ts';
import type { Say } from '../../domain/texts.ts';
import { toAddressee } from '../addressee.ts';
import { toBronText, toContactButtons } from '../contact-model.ts';
import { describePage, toCrumb } from '../describe-page.ts';
import { toTafelRoute } from '../directory/to-tafel-route.ts';
import { type StaticPage, toNumber } from '../page.ts';

const LIST = '/u-werkt-bij';

/** The pages per role of the visitor, and the list of them; the same for everyone. */
export function listStartpuntPages(say: Say, content: Content): StaticPage[] {
  return [
    {
      pad: LIST,
      ...describePage(say, 'startpunten'),
      model: toStartpuntenPage(content),
    },
    ...content.startpunten.map((startpunt) => ({
      pad: toStartpuntHref(startpunt.id),
      template: 'startpunt',
      titel: say('pagina.startpunt-titel', { wie: startpunt.wie }),
      beschrijving: startpunt.inleiding,
      kruimels: [toCrumb(say, 'startpunten', LIST), { tekst: startpunt.wie }],
      get model() {
        return toStartpuntPage(say, content, startpunt);
      },
    })),
  ];
}

function toStartpuntenPage({ startpunten, tafels }: Content) {
  return {
    groepen: STARTPUNT_GROUPS.map((groep) => ({
      // One name per group, so that the template has the words.
      [groep]: true,
      startpunten: startpunten
        .filter((startpunt) => startpunt.groep === groep)
        .map(({ id, wie }) => ({
          wie,
          href: toStartpuntHref(id),
          aantal: tafels.filter(({ aanmelders }) => aanmelders.rollen.includes(id)).length,
        })),
    })),
  };
}

/** The view-model of the page of a role: the first step, what it may refer itself, and what goes via whom. */
export function toStartpuntPage(
  say: Say,
  content: Content,
  { id: rol, wie, inleiding, organisaties }: Startpunt,
) {
  const { bronnen, lokaal, tafels, clientondersteuning } = content;
  const vanGemeente = ROLLEN_OF_GEMEENTE.has(rol);
  const own = tafels.filter(({ aanmelders }) => aanmelders.rollen.includes(rol));
  const toRoute = (tafel: Overlegtafel) => toTafelRoute(say, content, tafel, { rol });
  const [firstStap] = lokaal.uitgangspunten;
  return {
    wie,
    inleiding,
    isInwoner: rol === INWONER,
    vanGemeente,
    aan: toAddressee(rol),
    doen: vanGemeente ? lokaal.voorProfessionalVanGemeente : lokaal.watTeDoen,
    bron: firstStap ? toBronText(bronnen, firstStap.bron) : null,
    meteen: own.filter(({ regels }) => regels.slaatLokaalOver.ja).map(toRoute),
    zelf: own.filter(({ regels }) => !regels.slaatLokaalOver.ja).map(toRoute),
    via: groupByVia(content, rol).map(([via, tafelsVia]) => ({
      via: findOntvangerVia(say, content, via, undefined, false).naam,
      tafels: tafelsVia.map(toRoute),
    })),
    klaar: listNeeded(content, own.length > 0 ? own : tafels),
    vragen: `${toStartpuntHref(rol)}/vragen`,
    zorgen: content.noodnummers.filter(({ zorgen }) => zorgen).map(toNumber),
    ookHier: organisaties.flatMap((wanted) =>
      content.organisaties
        .filter(({ id }) => id === wanted)
        .map(({ id, naam, beschrijving, contacten }) => ({
          naam,
          beschrijving,
          href: `/organisaties/${id}`,
          bereik: toContactButtons(contacten),
        })),
    ),
    recht: clientondersteuning.recht.tekst,
    aanbieders: findClientondersteuning(content, undefined).map(({ naam }) => naam),
  };
}

/** The tables that this role may not refer to, by who can. */
function groupByVia({ tafels }: Content, rol: string): [string, Overlegtafel[]][] {
  const groups = new Map<string, Overlegtafel[]>();
  for (const tafel of tafels) {
    const { rollen, via } = tafel.aanmelders;
    if (!rollen.includes(rol)) groups.set(via, [...(groups.get(via) ?? []), tafel]);
  }
  return [...groups];
}

/** What the package asks of everyone, and what most of these tables cannot do without; not who the visitor is. */
function listNeeded({ pakketvelden }: Content, tafels: readonly Overlegtafel[]): string[] {
  return pakketvelden.velden
    .filter(({ rubriek }) => rubriek !== 'aanmelder')
    .filter(
      ({ nodigBij }) =>
        nodigBij === 'alle' || tafels.filter(({ id }) => nodigBij.includes(id)).length * 2 > tafels.length,
    )
    .map(({ label }) => label);
}

/** The page of a role: "U werkt bij een woningcorporatie: zo begint u". */
export function toStartpuntHref(rol: string): string {
  return `/u-werkt-bij/${rol}`;
}
