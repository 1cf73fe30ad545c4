import type { BronVerwijzing } from '../../domain/model/basis.ts';
import type { Content } from '../../domain/model/content.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/model/rol.ts';
import type { Say } from '../../domain/texts.ts';
import { toRegel } from '../../domain/tree/build-tafel-node.ts';
import { toBronnen, toBronText, toContactButtons, toContactModel } from '../contact-model.ts';
import { toVcardHref } from '../reuse/list-vcards.ts';
import { listTreden, toTafelHref } from '../tafel-presentation.ts';
import { toRegelModel } from '../tree/to-tree-list.ts';

/** The view-model of the list of tables, by trede, with the local step first. */
export function toTafelsPage(say: Say, { lokaal, tafels }: Content) {
  return {
    lokaal,
    treden: listTreden(say)
      .filter(({ nummer }) => nummer > 0)
      .map(({ nummer: trede, naam: naamTrede }) => ({
        trede,
        naamTrede,
        tafels: tafels
          .filter((tafel) => tafel.trede === trede)
          .map(({ id, soort, naam, samenvatting, status }) => ({
            naam,
            samenvatting,
            status,
            href: toTafelHref(id, soort),
          })),
      })),
  };
}

/** The view-model of the directory page of a table or provision: all fields of the source, each with its bron. */
export function toTafelPage(content: Content, tafel: Overlegtafel, now: Date, ruimte: string | null = null) {
  const { bronnen } = content;
  const { regels, aanmelders, kanaal, deelnemers, regie } = tafel;
  const withBron = (deel: Overlegtafel['doel'] | null) =>
    deel && { tekst: deel.tekst, bronnen: toBronnen(bronnen, [deel]) };
  const toSection = (delen: readonly Overlegtafel['doel'][]) => ({
    teksten: delen.map(({ tekst }) => tekst),
    bronnen: toBronnen(bronnen, delen),
  });
  return {
    naam: tafel.naam,
    toets: `${toTafelHref(tafel.id, tafel.soort)}/toets`,
    trede: tafel.trede,
    isVoorziening: tafel.soort === 'voorziening',
    status: tafel.status,
    ookBekendAls: tafel.ookBekendAls.join(', '),
    samenvatting: tafel.samenvatting,
    ruimte,
    doel: withBron(tafel.doel),
    regie: regie.tekst,
    deelnemers: { ...deelnemers, bronnen: toBronnen(bronnen, [regie, deelnemers]) },
    aanmelders: {
      ...withBron(aanmelders),
      rollen: aanmelders.rollen.map((rol) => toRolName(content, rol)),
      via: toRolName(content, aanmelders.via),
      overlegMet: aanmelders.overlegMet.map((rol) => toRolName(content, rol)),
      interpretatie: aanmelders.interpretatie,
    },
    instroom: tafel.instroom.tekst,
    instroomBronnen: toBronnen(bronnen, isAtCriteria(tafel, tafel.instroom.bron) ? [] : [tafel.instroom]),
    leeswijzer: regels.leeswijzer,
    regel: toRegelModel(toRegel(tafel, content.beslisboom.regel)),
    criteria: regels.criteria.map((criterium) => ({
      tekst: criterium.tekst,
      toelichting: criterium.toelichting ?? null,
      aandachtspunt: criterium.weging === 'aandachtspunt',
      interpretatie: criterium.interpretatie,
      bron: toBronText(bronnen, criterium.bron),
    })),
    slaatLokaalOver: regels.slaatLokaalOver.ja ? withBron(regels.slaatLokaalOver.waarom ?? null) : null,
    financiering: regels.financiering
      ? {
          bronnen: toBronnen(bronnen, [regels.financiering]),
          regels: [regels.financiering.ja, regels.financiering.nee, regels.financiering.onbekend],
        }
      : null,
    uitstroom: withBron(tafel.uitstroom),
    clientondersteuning: withBron(tafel.clientondersteuning),
    frequentie: withBron(tafel.frequentie),
    werkwijze: toSection(tafel.werkwijze),
    verdieping: toSection(tafel.verdieping),
    kanaal: {
      naam: kanaal.naam,
      werkwijze: kanaal.werkwijze,
      alsOnbekend: kanaal.adres === null ? kanaal.alsOnbekend : null,
      bronnen: toBronnen(bronnen, [kanaal, ...tafel.contacten]),
    },
    bereik: toContactButtons(tafel.contacten),
    termijn: withBron(tafel.termijn),
    vcard: toVcardHref(toTafelHref(tafel.id, tafel.soort), tafel.contacten),
    contacten: tafel.contacten.map((contact) => toContactModel(bronnen, contact, now)),
  };
}

/** Whether a source is named at a criterion already. */
function isAtCriteria({ regels }: Overlegtafel, { document, kop }: BronVerwijzing): boolean {
  return regels.criteria.some(({ bron }) => bron.document === document && bron.kop === kop);
}
