import type { Changes } from '../../domain/advice/changes.ts';
import type { Oordeel } from '../../domain/advice/uitkomst.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import type { Uitkomst } from '../../domain/model/uitkomst.ts';

const NOW: Readonly<Record<Oordeel, string>> = {
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
export function toChanges(
  model: Beslismodel,
  { uitkomst, tafels, erbij, removed }: Changes,
): { regels: string[] } {
  const naam = (tafel: string) => model.tafelOf.get(tafel)?.korteNaam ?? tafel;
  const withoutOordeel = (ids: readonly string[]) =>
    ids.filter((id) => !tafels.some(({ tafel }) => tafel === id));
  const regels = [
    ...(uitkomst ? [`Het advies was: ${ADVIES[uitkomst.van]}. Het is nu: ${ADVIES[uitkomst.to]}.`] : []),
    ...tafels.map(({ tafel, van, to }) => `${naam(tafel)} ${toChange(van, to)}`),
    ...withoutOordeel(erbij).map((tafel) => `${naam(tafel)} hoort nu bij het advies.`),
    ...withoutOordeel(removed).map((tafel) => `${naam(tafel)} hoort niet meer bij het advies.`),
  ];
  return { regels: regels.length > 0 ? regels : ['Uw nieuwe antwoord verandert niets aan het advies.'] };
}

function toChange(from: Oordeel, to: Oordeel): string {
  return from === 'voldoet' && to === 'voldoetNiet' ? 'past niet meer.' : NOW[to];
}
