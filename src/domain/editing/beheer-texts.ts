import { plain } from '../plain-texts.ts';

/** The texts of `views/text/beheer.json`. */
export const BEHEER_TEXTS = {
  'beheer.bestaat': ['rol'],
  ...plain(
    'beheer',
    'titel inloggen verder nogmaals uitgelogd geen-opslag mag-niet onbekend',
    'log-bijschrift link link-label link-fout oidc-fout email-fout te-vaak',
    'mensen mensen-uitleg logboek logboek-uitleg log-wanneer log-wie log-wat log-over log-versie log-niemand log-geen',
    'rol-fout laatste niet-gemaild uitnodiging gedaan-gemaild gedaan-rol gedaan-gesloten',
    'rol-redacteur rol-uitgever rol-beheerder sessies sessies-uitleg',
    'tafelantwoorden tafelantwoorden-uitleg kies-tafel',
  ),
} as const;

/** The texts of `views/text/concepten.json`: drafts, versions and kept cases. */
export const DRAFT_TEXTS = {
  'concepten.wacht': ['aantal'],
  'concepten.wacht-terug': ['aantal'],
  'concepten.versie-titel': ['nummer'],
  'concepten.site-staat': ['nummer'],
  'concepten.site-later': ['nummer', 'getoond'],
  'concepten.site-bezig': ['nummer', 'getoond'],
  'concepten.site-fout': ['nummer', 'getoond'],
  'concepten.onderdeel': ['bestand', 'naam'],
  'concepten.inhoud': ['aantal', 'titels'],
  'concepten.inhoud-meer': ['aantal', 'titels'],
  'concepten.nieuw-programma': ['dag'],
  'concepten.persoonsgegeven': ['wat'],
  ...plain(
    'concepten',
    'naam uitleg versies versies-uitleg vaste-casussen vaste-casussen-uitleg',
    'status-bezig status-teruggegeven status-aangeboden status-bij-collega status-gepubliceerd status-ingetrokken intussen-gewijzigd',
    'ook-teruggeven ook-goedkeuren ook-aanbieden ook-titel ook-anders weiger-dicht weiger-rol weiger-eigen weiger-andere weiger-fouten weiger-reden weiger-verouderd',
    'weiger-botsingen weiger-leeg weiger-onbekend terug-zonder-reden',
    'gedaan-begonnen gedaan-titel gedaan-aangeboden gedaan-teruggenomen gedaan-teruggegeven gedaan-ingetrokken',
    'gedaan-uitgegeven gedaan-bijgewerkt gedaan-gekozen gedaan-hersteld gedaan-teruggezet gedaan-bewaard gedaan-verwijderd',
    'nog-leeg titel-leeg titel-lang woorden-leeg woorden-lang naam-leeg naam-lang kies geen-adres vol',
    'adres-oud adres-ongeldig adres-vervallen voorbeeld paginas botsingen nieuw weg anders leeg volgorde geheel operator',
    'bestand-contacten bestand-noodnummers bestand-bronnen bestand-gemeenten bestand-organisaties',
    'bestand-clientondersteuning bestand-lokaal bestand-rollen bestand-plaatsen bestand-pakketvelden',
    'bestand-beslisboom bestand-checklistvoorbeelden bestand-startpunten bestand-synoniemen',
    'bestand-voorbeelden bestand-woordenlijst bestand-vragen bestand-tafels bestand-regels bestand-rules bestand-ander',
    'versie-nul versie-nul-uitleg',
  ),
} as const;

/** The texts of `views/text/nakijken.json`: reports of visitors, the address book, and what is due for checking. */
export const CHECK_TEXTS = {
  'nakijken.melding': ['nummer'],
  'nakijken.wacht-meldingen': ['aantal'],
  'nakijken.wacht-nu': ['aantal'],
  'nakijken.wijzig-titel': ['wat'],
  'nakijken.gevonden': ['aantal'],
  'nakijken.tot': ['datum'],
  'nakijken.sinds': ['datum'],
  'nakijken.noodnummer': ['naam'],
  ...plain(
    'nakijken',
    'meldingen meldingen-uitleg status-open status-beantwoord status-gesloten geen-antwoord antwoord-open te-lang concept-gemaakt intussen-gesloten intussen-beantwoord',
    'gedaan-beantwoord gedaan-verstuurd gedaan-onzeker gedaan-niet gedaan-gesloten gedaan-verwijderd',
    'concept-bezig concept-aangeboden concept-gepubliceerd concept-ingetrokken',
    'adresboek adresboek-uitleg te-controleren te-controleren-uitleg concept-titel genoteerd anders botsing vandaag',
    'soort-e-mail soort-telefoon soort-website alles nu-controleren op-naam op-datum niet-bekend',
    'wat-contact wat-noodnummer wat-bron clientondersteuning bericht-aan bericht-uit',
  ),
} as const;
