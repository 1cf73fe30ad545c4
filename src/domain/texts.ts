import { CASUS_TEXTS, FOLLOW_UP_TEXTS, SEAL_TEXTS } from './casus/casus-texts.ts';
import { BEHEER_TEXTS, CHECK_TEXTS, DRAFT_TEXTS } from './editing/beheer-texts.ts';
import { FORM_TEXTS } from './editing/form/form-texts.ts';
import { PAGE_TEXTS } from './page-texts.ts';
import { plain } from './plain-texts.ts';
import { ANSWER_TEXTS } from './table-answers/answer-texts.ts';

/**
 * Every text that code says, with the slots that it may have. The Dutch is in `views/text`: `zoeken.leeg` is the key
 * `leeg` of `views/text/zoeken.json`, and `{slot}` in it is filled in.
 */
export const TEXTS = {
  ...PAGE_TEXTS,
  ...CASUS_TEXTS,
  ...FOLLOW_UP_TEXTS,
  ...SEAL_TEXTS,
  ...ANSWER_TEXTS,
  ...BEHEER_TEXTS,
  ...DRAFT_TEXTS,
  ...CHECK_TEXTS,
  ...FORM_TEXTS,
  'agenda.alarm': ['titel', 'dag'],
  'agenda.overleg': ['tafel', 'casuscode'],
  'agenda.nabellen': ['ontvanger', 'casuscode'],
  'agenda.eigen': ['wat', 'casuscode'],
  'agenda.uitleg-casus': ['casuscode'],
  'agenda.uitleg-navragen': ['ontvanger', 'tafel'],
  'agenda.uitleg-navragen-verzoek': ['ontvanger', 'tafel'],
  'agenda.alarm-casus': ['titel', 'dag'],
  'agenda.titel': ['tafel', 'casuscode'],
  'agenda.titel-verzoek': ['ontvanger', 'casuscode'],
  'agenda.uitleg': ['dag', 'kanaal', 'termijn', 'overlegdatum'],
  'agenda.uitleg-verzoek': ['ontvanger', 'tafel', 'dag', 'termijn', 'overlegdatum'],
  'api.meer-fouten': ['aantal'],
  'api.te-groot': ['hoogstens'],
  'api.onbekend-id': ['id', 'lijst'],
  'api.dubbel-veld': ['veld'],
  'api.te-diep': ['hoogstens'],
  'api.te-veel': ['hoogstens'],
  'api.methode': ['methode'],
  'api.kies-vorm': ['vormen', 'laatste'],
  'api.onbekend-veld': ['velden'],
  'api.antwoord': ['fout', 'mogelijk'],
  'api.antwoord-lijst': ['fout', 'mogelijk'],
  'api.kies-uit': ['mogelijk'],
  'api.onbekende-gemeente': ['mogelijk'],
  'api.getal': ['hoogstens'],
  'api.te-lange-lijst': ['hoogstens'],
  'api.zoekwoorden': ['hoogstens'],
  'api.onbekende-parameter': ['mogelijk'],
  'ontbreekt.antwoord': ['vraag', 'wie'],
  'ontbreekt.vraag-gemeente': [],
  'ontbreekt.veld': ['veld', 'wie'],
  'ontbreekt.vraag': ['veld', 'wie'],
  'ontbreekt.wie': ['wie'],
  'ontbreekt.datum-geweest': ['veld', 'datum'],
  'ontbreekt.datum-ver': ['veld', 'datum'],
  'ontvanger.cc-onbekend': ['naam'],
  'ontvanger.gemeente': ['gemeente'],
  'ontvanger.bel-gemeente': ['gemeente'],
  'ontvanger.bel-nummer': ['gemeente', 'nummer'],
  'ontvanger.geen-telefoon': ['naam', 'vraag'],
  'ontvanger.geen-e-mail': ['naam', 'vraag'],
  'ontvanger.van-persoon': ['rol'],
  'ontvanger.van-gemeente': ['rol', 'gemeente'],
  'ontvanger.van-gemeente-onbekend': ['rol'],
  'ontvanger.van-aanbieder': ['naam', 'aanbieders'],
  'ontvanger.werkgebied-onbekend': ['aanbieders'],
  'pdf.bijlage-uitleg': ['naam', 'adres'],
  'pdf.bladzijde': ['nummer', 'aantal'],
  'pdf.onderwerp': ['casuscode', 'tafel'],
  'pdf.onderwerp-concept': ['casuscode', 'tafel'],
  'pdf.voet': ['casuscode'],
  'persoonsgegeven.plaats': ['begin', 'einde'],
  'persoonsgegeven.weigeren': ['veld', 'wat', 'plaats', 'weg'],
  'persoonsgegeven.waarschuwen': ['veld', 'wat', 'tekst', 'plaats', 'weg'],
  'veld.geen-tekst': ['veld'],
  'veld.te-lang': ['veld', 'hoogstens', 'aantal'],
  'veld.een-regel': ['veld'],
  'veld.keuze': ['veld'],
  'veld.datum': ['veld'],
  'veld.datum-jaar': ['veld'],
  'veld.datum-toekomst': ['veld'],
  'veld.e-mail': ['veld'],
  'veld.getal': ['veld', 'hoogstens'],
  'veld.onderbouwing-bij': ['vraag', 'criterium'],
  'veld.plan-bij': ['vraag', 'nummer'],
  'zoeken.te-lang': ['hoogstens'],
  'zoeken.criterium': ['tafel', 'toelichting'],
  'zoeken.plaats': ['plaats', 'gemeente'],
  'zoeken.plaats-kern': ['plaats', 'gemeente', 'jaar'],
  'zoeken.plaats-ook': ['plaats', 'andere'],
  'zoeken.plaats-buiten': ['plaats', 'andere'],
  'zoeken.voor-inwoners': ['beschrijving'],
  'zoeken.voor-professionals': ['beschrijving'],
  'zoeken.telefoon': ['nummer'],
  'zoeken.naam-een': ['woorden'],
  'zoeken.naam-meer': ['woorden'],
  'zoeken.criterium-een': ['woorden'],
  'zoeken.criterium-meer': ['woorden'],
  'zoeken.ook-een': ['woorden', 'titel'],
  'zoeken.ook-deel': ['woorden', 'titel'],
  'zoeken.ook-meer': ['woorden', 'titel'],
  'zoeken.tekst-een': ['woorden', 'plaatsen'],
  'zoeken.tekst-meer': ['woorden', 'plaatsen'],
  'zoeken.synoniem': ['woord', 'term'],
  'zoeken.getypt': ['woorden'],
  ...plain(
    'api',
    'titel-400 titel-403 titel-404 titel-405 titel-406 titel-408 titel-409 titel-413 titel-414 titel-415',
    'titel-429 titel-431 titel-500 titel-503 titel niet-gevonden niet-te-lezen fout geen-json',
    'geen-laatste-dag geen-object veld-ontbreekt geen-antwoorden onbekend-feit antwoord-leeg',
    'antwoord-meerDanEen antwoord-onbekendeOptie antwoord-nietAlleen antwoord-verkeerdeVorm',
    'verbeter-velden verbeter-parameters spaties niet-aan-de-beurt bevestigd true-of-false moment geen-parameters geen-lijst',
  ),
  ...plain('casuscode', 'leeg vorm bsn datum nummer naam'),
  ...plain(
    'pdf',
    'druk duurtTeLang gestopt afgebroken fout concept tafel casuscode vertrouwelijk voor-wie datum',
    'ingekort afgebroken-pagina bijlage',
  ),
  ...plain(
    'persoonsgegeven',
    'bsn bsn-weg iban iban-weg parketnummer parketnummer-weg v-nummer v-nummer-weg clientnummer',
    'clientnummer-weg polisnummer polisnummer-weg geboortedatum geboortedatum-weg e-mail e-mail-weg',
    'telefoon telefoon-weg adres adres-weg naam naam-weg kenteken kenteken-weg',
  ),
  ...plain(
    'zoeken',
    'verbeter ontbreekt een-keer leeg veld-nummer veld-bereikbaar veld-gemeentecode veld-ggz',
    'veld-contact veld-opmerkingen veld-waar veld-taken veld-verantwoordelijkheden veld-bevoegdheden',
    'veld-status veld-uitgangspunten veld-wat-u-doet veld-doel veld-regie veld-deelnemers',
    'veld-aanmelders veld-instroom veld-kanaal veld-termijn veld-frequentie veld-werkwijze',
    'veld-uitstroom veld-clientondersteuning veld-kort',
  ),
  ...plain('ontvanger', 'gemeente-onbekend vraag-persoon of'),
  ...plain(
    'veld',
    'bestaat-niet onderbouwing-feit onderbouwing-vanWie onderbouwing-datum onderbouwing-wie-weet-het',
    'plan-wie plan-wie-hulp plan-doetWat plan-doetWat-hulp plan-waar plan-waar-hulp plan-wanneer',
    'plan-wanneer-hulp plan-hoe plan-hoe-hulp plan-doel plan-doel-hulp plan-bijdrage',
    'plan-bijdrage-hulp plan-wie-weet-het',
  ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The key of a text: its file and its name in it. */
export type TextKey = keyof typeof TEXTS;

type Slot<K extends TextKey> = (typeof TEXTS)[K][number];

/** The keys of texts that have nothing to fill in. */
export type PlainKey = { [K in TextKey]: [Slot<K>] extends [never] ? K : never }[TextKey];

/** Gives a text with its slots filled in. */
export type Say = <K extends TextKey>(
  key: K,
  ...values: [Slot<K>] extends [never] ? [] : [Readonly<Record<Slot<K>, string | number>>]
) => string;
