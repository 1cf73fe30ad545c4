/**
 * The facts that the route itself depends on, whatever the criteria of the tables say.
 * The content check makes sure that `rules/vragen.json` has them.
 */
export const ACUUT_GEVAAR = 'acuutGevaar';
export const GEMEENTE = 'gemeente';
export const ROL = 'rol';
export const LOKAAL_BESPROKEN = 'lokaalBesproken';
export const LOKAAL_VASTGELOPEN = 'lokaalVastgelopen';
export const SIGNALEN = 'signalen';
export const EERDER_BESPROKEN = 'eerderBesproken';

/** The option of `gemeente` for a person who lives elsewhere. */
export const BUITEN_TWENTE = 'buiten-twente';

/** The role of the person, or someone close. */
export const INWONER = 'inwoner';
/** The role that others consult. */
export const PROCESMANAGER = 'procesmanager';

/** The role of a health insurer, and of the zorgkantoor. */
export const VERZEKERAAR = 'verzekeraar';

/** Professionals of the gemeente: they put a case on the own local consultation. */
export const ROLLEN_OF_GEMEENTE: ReadonlySet<string> = new Set([
  'wijkcoach',
  'procesmanager',
  'regisseur-gemeente',
  'bestuurder-gemeente',
]);
