import { INWONER, PROCESMANAGER, ROLLEN_OF_GEMEENTE } from '../domain/model/routing-facts.ts';

/** Those who treat or care: for them the local step is the regular way of care. */
const ROLLEN_OF_CARE: ReadonlySet<string> = new Set([
  'huisarts',
  'ggz-aanbieder',
  'zorgaanbieder',
  'verslavingszorg',
]);
/** Those who meet it next door: for them the Meldpunt is a first call, whatever is going on. */
const NEIGHBOURS: ReadonlySet<string> = new Set(['woningcorporatie', INWONER]);

/** Whom the words of a page address: each role in its own place in the region. */
export function toAddressee(rol: string) {
  return {
    inwoner: rol === INWONER,
    procesmanager: rol === PROCESMANAGER,
    huisarts: rol === 'huisarts',
    clientondersteuner: rol === 'clientondersteuner',
    bestuurder: rol === 'bestuurder-gemeente',
    gemeente: ROLLEN_OF_GEMEENTE.has(rol),
    zorg: ROLLEN_OF_CARE.has(rol),
    buur: NEIGHBOURS.has(rol),
  };
}
