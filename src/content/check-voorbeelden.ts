import { decideAtOnce } from '../domain/advice/uitkomst.ts';
import { parseAntwoorden } from '../domain/answers/parse-antwoorden.ts';
import type { Finding } from '../domain/editing/proof.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { Voorbeeld } from '../domain/model/uitkomst.ts';
import { findNextVraag } from '../domain/questions/next-question.ts';
import { isRelevant, toSituatie } from '../domain/questions/situatie.ts';
import { collect, VOORBEELDEN_FILE } from './content-fault.ts';

type Words = Pick<Content, 'beslisboom'>;
type Wrong = (plaats: string, melding: string) => void;

const REMEDY = 'Is dat goed? Verander dan deze casus. Is het niet goed? Verander dan de regels.';

/** Whether the examples can still be walked: their answers exist, are all that is asked, and lead where they say. */
export function checkVoorbeelden(
  model: Beslismodel,
  { voorbeelden, beslisboom }: Words & Pick<Content, 'voorbeelden'>,
): Finding[] {
  return collect((report) => {
    for (const [nummer, voorbeeld] of voorbeelden.entries()) {
      const wrong: Wrong = (plaats, melding) =>
        report(VOORBEELDEN_FILE, `voorbeelden.${nummer}.${plaats}`, melding);
      const parsed = parseAntwoorden(model.vraagOf, voorbeeld.antwoorden);
      if (!('fouten' in parsed)) {
        checkWay(model, beslisboom, voorbeeld, wrong);
        continue;
      }
      const melding =
        'Dit antwoord is er niet, of niet meer. Kies een antwoord dat er is, of haal dit antwoord weg.';
      for (const { feit } of parsed.fouten) wrong(`antwoorden.${feit}`, melding);
    }
  });
}

function checkWay(
  model: Beslismodel,
  { uitkomsten }: Words['beslisboom'],
  { antwoorden, uitkomst, tafels }: Voorbeeld,
  wrong: Wrong,
): void {
  const toVraag = (feit: string) => `“${model.vraagOf.get(feit)?.vraag ?? feit}”`;
  const decision = decideAtOnce(model, antwoorden);
  const isOther = decision.uitkomst !== uitkomst;
  const [was, wordt] = [uitkomst, decision.uitkomst].map((id) => `“${uitkomsten[id].naam}”`);
  const next = findNextVraag(model, antwoorden);
  if (next) {
    const without = ` De casus hoort uit te komen op ${was}. Zonder dat antwoord wordt het ${wordt}.`;
    const melding = `Deze casus krijgt nu ook de vraag ${toVraag(next.feit)}. Voeg het antwoord daarop toe.`;
    wrong('antwoorden', isOther ? `${melding}${without}` : melding);
    return;
  }
  const situatie = toSituatie(model, antwoorden);
  for (const feit of Object.keys(antwoorden))
    if (!isRelevant(model, situatie, feit))
      wrong(
        `antwoorden.${feit}`,
        `De vraag ${toVraag(feit)} komt bij deze casus niet meer. Haal het antwoord weg.`,
      );
  if (isOther)
    wrong('uitkomst', `Deze casus hoort uit te komen op ${was}, maar komt nu uit op ${wordt}. ${REMEDY}`);
  const now = [...decision.tafels, ...decision.voorzieningen];
  if (now.toSorted().join() !== tafels.toSorted().join()) {
    const [before, after] = [tafels, now].map((ids) => toTafelNames(model, ids));
    wrong('tafels', `Wat bij deze casus hoort te passen: ${before}. Wat nu past: ${after}. ${REMEDY}`);
  }
}

function toTafelNames({ tafelOf }: Beslismodel, ids: readonly string[]): string {
  return ids.length === 0 ? 'geen tafel' : ids.map((id) => tafelOf.get(id)?.korteNaam ?? id).join(' en ');
}
