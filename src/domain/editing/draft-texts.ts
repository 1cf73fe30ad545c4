import { plain } from '../plain-texts.ts';

/** The texts of `views/text/concepten.json`: drafts, versions and kept cases. */
export const DRAFT_TEXTS = {
  'concepten.wacht': ['aantal'],
  'concepten.versie-titel': ['nummer'],
  'concepten.onderdeel': ['bestand', 'naam'],
  'concepten.nieuw-programma': ['dag'],
  'concepten.persoonsgegeven': ['wat'],
  ...plain(
    'concepten',
    'naam uitleg versies versies-uitleg vaste-casussen vaste-casussen-uitleg',
    'status-bezig status-aangeboden status-gepubliceerd status-ingetrokken',
    'weiger-dicht weiger-rol weiger-eigen weiger-andere weiger-fouten weiger-reden weiger-verouderd',
    'weiger-botsingen weiger-leeg weiger-onbekend',
    'gedaan-begonnen gedaan-titel gedaan-aangeboden gedaan-teruggenomen gedaan-teruggegeven gedaan-ingetrokken',
    'gedaan-uitgegeven gedaan-bijgewerkt gedaan-gekozen gedaan-teruggezet gedaan-bewaard gedaan-verwijderd',
    'titel-leeg titel-lang woorden-leeg woorden-lang naam-leeg naam-lang kies geen-adres vol',
    'adres-oud adres-ongeldig voorbeeld paginas botsingen nieuw weg anders leeg volgorde geheel operator',
    'bestand-contacten bestand-noodnummers bestand-bronnen bestand-gemeenten bestand-organisaties',
    'bestand-clientondersteuning bestand-lokaal bestand-rollen bestand-plaatsen bestand-pakketvelden',
    'bestand-beslisboom bestand-checklistvoorbeelden bestand-startpunten bestand-synoniemen',
    'bestand-voorbeelden bestand-woordenlijst bestand-vragen bestand-tafels bestand-regels bestand-rules bestand-ander',
    'versie-nul versie-nul-uitleg',
  ),
} as const;
