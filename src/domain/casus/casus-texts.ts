import { plain } from '../plain-texts.ts';

/** The texts of `views/text/casus.json`, by key, with the slots that are filled in. */
export const CASUS_TEXTS = {
  'casus.titel-casus': ['code'],
  'casus.code-hulp': ['voorbeeld'],
  'casus.geen-json': ['regel', 'teken'],
  'casus.nieuwer': ['versie', 'kent'],
  'casus.code-fout': ['fout'],
  'casus.andere-casus': ['code', 'andere'],
  'casus.andere-code': ['code'],
  'casus.weg-onbekend': ['plaats'],
  'casus.weg-beschadigd': ['plaats'],
  'casus.weg-vraag': ['feit'],
  'casus.weg-antwoord': ['vraag'],
  'casus.weg-veld': ['veld'],
  'casus.weg-tafel': ['tafel', 'plaats'],
  'casus.weg-tekst': ['plaats', 'fout'],
  'casus.weg-veel': ['plaats', 'hoogstens'],
  'casus.weg-meer': ['aantal'],
  'casus.lijkt-persoonlijk': ['plaats', 'wat', 'tekst'],
  'casus.wacht': ['dagen', 'datum'],
  'casus.wacht-een': ['datum'],
  'casus.veld-leeg': ['veld'],
  'casus.klaar-stand': ['stand'],
  'casus.komt-inleveren': ['tafel'],
  'casus.komt-overleg': ['tafel'],
  'casus.komt-nabellen': ['tafel'],
  'casus.komt-evaluatie': ['wat', 'tafel'],
  'casus.lijn-aanmelding': ['soort', 'tafel', 'stand'],
  'casus.lijn-overleg': ['tafel'],
  'casus.lijn-plan': ['wat', 'stand'],
  'casus.lijn-termijnen': ['wat'],
  ...plain(
    'casus',
    'titel kruimel te-groot vol vol-samen leeg geen-tekst pdf ander-bestand geen-versie geen-code',
    'geen-bestand enter-waar wacht-vandaag wacht-vraag wacht-verstuurd klaar-link geen-link link-label',
    'veld-logboek-datum veld-logboek-datum-hulp veld-logboek-functie veld-logboek-functie-hulp',
    'veld-logboek-organisatie veld-logboek-organisatie-hulp veld-logboek-gezien',
    'veld-logboek-gezien-hulp veld-logboek-verloop veld-logboek-verloop-hulp veld-logboek-teDoen',
    'veld-logboek-teDoen-hulp keuze-verloop-beter keuze-verloop-gelijk keuze-verloop-slechter',
    'veld-logboek-factor veld-logboek-factor-hulp veld-logboek-gedaan veld-logboek-gedaan-hulp',
    'keuze-gedaan-ja veld-plan-datum veld-plan-datum-hulp veld-plan-stand veld-plan-stand-hulp',
    'keuze-stand-open keuze-stand-bezig keuze-stand-klaar keuze-stand-vervallen veld-checklist-soort',
    'veld-checklist-soort-hulp keuze-soort-risico keuze-soort-beschermend veld-checklist-naam',
    'veld-checklist-naam-hulp veld-checklist-signaal veld-checklist-signaal-hulp veld-termijnen-datum',
    'veld-termijnen-datum-hulp veld-termijnen-wat veld-termijnen-wat-hulp soort-aanmelding',
    'soort-verzoek soort-vraag soort-inzet soort-voortzetting ingetrokken verlopen',
    'veld-verwijzingen-stand veld-verwijzingen-stand-hulp veld-verwijzingen-standDatum',
    'veld-verwijzingen-standDatum-hulp veld-verwijzingen-toelichting veld-verwijzingen-toelichting-hulp',
    'keuze-stand-gemaakt keuze-stand-verstuurd keuze-stand-ontvangen keuze-stand-opAgenda',
    'keuze-stand-opgepakt keuze-stand-afgewezen keuze-stand-ingetrokken klaar-nieuw-plan',
    'klaar-nieuw-checklist klaar-nieuw-termijnen klaar-nieuw-logboek klaar-gewijzigd klaar-weg',
    'klaar-wijzig klaar-gemaakt klaar-tekst klaar-vragen klaar-vragen-nu geen-vragen klaar-samen',
    'klaar-samen-gelijk klaar-samen-zelfde klaar-samen-al klaar-neem klaar-gedaan klaar-kies',
    'klaar-sluiten klaar-heropenen lijn-notitie lijn-afgesloten baan-aanmeldingen baan-data',
    'baan-anderen vorm-beter vorm-gelijk vorm-slechter vorm-notitie vorm-aanmelding vorm-datum',
    'klaar-alles',
  ),
} as const;

/** The texts of `views/text/versleuteld.json`, by key, with the slots that are filled in. */
export const SEAL_TEXTS = {
  'versleuteld.nieuwer': ['versie', 'kent'],
  'versleuteld.iteraties': ['minstens', 'hoogstens'],
  'versleuteld.te-kort': ['minstens'],
  ...plain('versleuteld', 'beschadigd onbekend vraag past-niet te-druk niet-gelijk te-lang'),
} as const;

/** The texts of `views/text/vervolg.json`, by key, with the slots that are filled in. */
export const FOLLOW_UP_TEXTS = {
  ...plain(
    'vervolg',
    'bevestiging aanvulling evaluatie terugkoppeling terugkoppeling-persoon intrekking voortzetting',
    'aan-terugkoppeling aan-terugkoppeling-persoon adres-terugkoppeling adres-terugkoppeling-persoon',
    'vervallen nieuws sinds-fout aan-partners',
  ),
} as const;
