import type { Content } from '../../domain/model/content.ts';
import type { Gemeente } from '../../domain/model/gemeente.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { toRolName } from '../../domain/model/rol.ts';
import { findOntvangerTafel } from '../../domain/referral/find-ontvanger.ts';
import { toSentence } from '../../domain/sentence.ts';
import type { Say } from '../../domain/texts.ts';
import { toHref } from '../contact-model.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/**
 * The way to a table in a few lines: whom to write or call, by when, and with whom to consult. Of the P10-team it names
 * that of the gemeente; `rol` is left out of those to consult.
 */
export function toTafelRoute(
  say: Say,
  content: Content,
  tafel: Overlegtafel,
  { rol, gemeente }: { readonly rol?: string; readonly gemeente?: Gemeente },
) {
  const { kanaal, aanmelders, termijn } = tafel;
  const overlegMet = aanmelders.overlegMet.filter((other) => other !== rol);
  return {
    naam: tafel.naam,
    inZin: tafel.inZin,
    href: toTafelHref(tafel.id, tafel.soort),
    trede: tafel.trede,
    samenvatting: tafel.samenvatting,
    status: tafel.status,
    ontvanger: toSentence(findOntvangerTafel(say, content, tafel, overlegMet, gemeente, false).naam),
    adres: kanaal.adres,
    adresHref: toHref(kanaal.soort, kanaal.adres),
    alsOnbekend: kanaal.adres === null ? kanaal.alsOnbekend : null,
    termijn: termijn?.tekst ?? null,
    overlegMet: overlegMet.map((other) => toRolName(content, other)),
    rollen: aanmelders.rollen.map((other) => toRolName(content, other)),
    via: toRolName(content, aanmelders.via),
    interpretatie: aanmelders.interpretatie,
    waaromMeteen: tafel.regels.slaatLokaalOver.waarom?.tekst ?? null,
  };
}
