import type { Advies, CriteriumOordeel, TafelOordeel } from '../../domain/advice/advies.ts';
import { findWegen, type Weg } from '../../domain/advice/nodig.ts';
import { explainOordeel } from '../../domain/advice/uitleg.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Criterium } from '../../domain/model/regel.ts';
import type { WebDeps } from '../deps.ts';
import { toTafelHref } from '../tafel-href.ts';
import type { AdviesStukken } from './create-advies-stukken.ts';
import { toCriteriumKaart } from './to-criterium-kaart.ts';
import { toUitlegModel } from './to-uitleg-model.ts';

const STATUS = {
  voldoet: 'Past',
  voldoetNiet: 'Past niet',
  onvolledig: 'Nog niet duidelijk',
  nietNagegaan: 'Niet nagegaan',
} as const;
const KLASSE = {
  voldoet: 'voldoet',
  voldoetNiet: 'voldoet-niet',
  onvolledig: 'onbekend',
  nietNagegaan: 'stil',
} as const;

/** What stands first at such a table, and all there is to say where it was not looked into. */
export interface AndereTafelKop {
  readonly naam: string;
  readonly href: string;
  readonly samenvatting: string;
  readonly badge: { readonly tekst: string; readonly klasse: string };
}

/** The HTML of a table that is not for now: why not, its criteria, and the way to look into it after all. */
export function toAndereTafel(
  { content, model, views }: Pick<WebDeps, 'content' | 'model' | 'views'>,
  advies: Advies,
  oordeel: TafelOordeel,
  stukken: AdviesStukken,
): string {
  const { tafel, criteria, geprobeerd } = oordeel;
  const kop: AndereTafelKop = {
    naam: tafel.korteNaam,
    href: toTafelHref(tafel.id, tafel.soort),
    samenvatting: tafel.samenvatting,
    badge: {
      tekst: toStatus(oordeel, advies.daarna.includes(tafel.id)),
      klasse: geprobeerd ? 'stil' : KLASSE[oordeel.oordeel],
    },
  };
  if (oordeel.oordeel === 'nietNagegaan') return stukken.nietNagegaan(tafel.id, kop);
  const toKaart = (criterium: CriteriumOordeel, nodig = true) =>
    stukken.criterium(
      tafel.id,
      toCriteriumKaart(model, content.bronnen, advies.situatie.antwoorden, criterium, nodig),
    );
  return views.renderPart('andere-tafel', {
    ...kop,
    uitleg: toUitlegModel(explainOordeel(oordeel), toKaart),
    aandachtspunten: criteria
      .filter(({ criterium }) => criterium.weging === 'aandachtspunt')
      .map((criterium) => toKaart(criterium)),
    nodig: toNodig(findWegen(model, advies.situatie, oordeel), model),
    tochNagaan: null,
  });
}

function toStatus({ oordeel, geprobeerd }: TafelOordeel, wacht: boolean): string {
  if (geprobeerd) return 'Al besproken, zonder oplossing';
  return wacht ? 'Past, maar eerst is de gemeente aan zet' : STATUS[oordeel];
}

/** What would have to be so for the table to fit: per way what is unknown, what can be done, and what is as it is. */
function toNodig(wegen: readonly Weg[], model: Beslismodel) {
  const toTekst = (criterium: Criterium) => criterium.tekst;
  const gesloten = wegen.length > 0 && wegen.every(({ nietTeVeranderen }) => nietTeVeranderen.length > 0);
  return {
    gesloten,
    wegen: wegen
      .filter(({ nietTeVeranderen }) => gesloten || nietTeVeranderen.length === 0)
      .map(({ nogOnbekend, teDoen, nietTeVeranderen }, index, { length }) => ({
        kop: length > 1 ? `Weg ${index + 1}` : null,
        nogOnbekend: nogOnbekend.map((criterium) => ({
          tekst: criterium.tekst,
          wieWeetHet: model.vraagVan.get(criterium.voorwaarde.fact)?.wieWeetHet ?? null,
        })),
        teDoen: teDoen.map(toTekst),
        nietTeVeranderen: nietTeVeranderen.map(toTekst),
      })),
  };
}
