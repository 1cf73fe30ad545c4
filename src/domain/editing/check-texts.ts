import { plain } from '../plain-texts.ts';

/** The texts of `views/text/nakijken.json`: reports of visitors, the address book, and what is due for checking. */
export const CHECK_TEXTS = {
  'nakijken.melding': ['nummer'],
  'nakijken.wacht-meldingen': ['aantal'],
  'nakijken.wacht-nu': ['aantal'],
  'nakijken.wijzig-titel': ['wat'],
  'nakijken.tot': ['datum'],
  'nakijken.sinds': ['datum'],
  'nakijken.noodnummer': ['naam'],
  ...plain(
    'nakijken',
    'meldingen meldingen-uitleg status-open status-beantwoord status-gesloten geen-antwoord te-lang',
    'gedaan-beantwoord gedaan-verstuurd gedaan-onzeker gedaan-niet gedaan-gesloten gedaan-verwijderd',
    'concept-bezig concept-aangeboden concept-gepubliceerd concept-ingetrokken',
    'adresboek adresboek-uitleg te-controleren te-controleren-uitleg concept-titel genoteerd anders botsing vandaag',
    'soort-e-mail soort-telefoon soort-website alles nu-controleren op-naam op-datum niet-bekend',
    'wat-contact wat-noodnummer wat-bron clientondersteuning bericht-aan bericht-uit',
  ),
} as const;
