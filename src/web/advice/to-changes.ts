import type { Changes } from '../../domain/advice/changes.ts';
import type { Oordeel } from '../../domain/advice/uitkomst.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Uitkomst } from '../../domain/model/uitkomst.ts';

const NU: Readonly<Record<Oordeel, string>> = {
  voldoet: 'past nu.',
  voldoetNiet: 'past nu niet.',
  onvolledig: 'is nu nog niet duidelijk.',
  nietNagegaan: 'wordt nu niet meer nagegaan.',
};
const ADVIES: Readonly<Record<Uitkomst, string>> = {
  belNu: 'bel nu',
  buitenTwente: 'begin bij de gemeente waar de persoon woont',
  eerstLokaal: 'begin bij de gemeente',
  lokaalVerder: 'ga verder in het overleg met de gemeente',
  aanmelden: 'meld aan',
  aanvullen: 'zoek eerst nog iets uit',
  geenTafel: 'geen van de tafels past',
};

/** What changed, in sentences. */
export function toWijzigingen(
  model: Beslismodel,
  { uitkomst, tafels, erbij, removed: eraf }: Changes,
): { regels: string[] } {
  const naam = (tafel: string) => model.tafelOf.get(tafel)?.korteNaam ?? tafel;
  const zonderOordeel = (ids: readonly string[]) =>
    ids.filter((id) => !tafels.some(({ tafel }) => tafel === id));
  const regels = [
    ...(uitkomst ? [`Het advies was: ${ADVIES[uitkomst.van]}. Het is nu: ${ADVIES[uitkomst.to]}.`] : []),
    ...tafels.map(({ tafel, van, to: naar }) => `${naam(tafel)} ${toWijziging(van, naar)}`),
    ...zonderOordeel(erbij).map((tafel) => `${naam(tafel)} hoort nu bij het advies.`),
    ...zonderOordeel(eraf).map((tafel) => `${naam(tafel)} hoort niet meer bij het advies.`),
  ];
  return { regels: regels.length > 0 ? regels : ['Uw nieuwe antwoord verandert niets aan het advies.'] };
}

function toWijziging(van: Oordeel, naar: Oordeel): string {
  return van === 'voldoet' && naar === 'voldoetNiet' ? 'past niet meer.' : NU[naar];
}
