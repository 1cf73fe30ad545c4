import type { Advies } from '../../domain/advice/advies.ts';
import { type ComparedAdvies, compareAdvies } from '../../domain/advice/changes.ts';
import { toDutchDate } from '../../domain/calendar.ts';
import { type Casus, type CasusAdvies, ITEM_LISTS } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { listConflicts, readVelden } from '../../domain/casus/change-casus.ts';
import { toDateText } from '../../domain/date-text.ts';
import { findTermijn } from '../../domain/referral/termijn.ts';
import type { Services } from '../../services.ts';
import { toChanges } from '../advice/to-changes.ts';
import { toLadder, toLadderPicture } from '../advice/to-ladder.ts';
import { toFieldId } from '../field-model.ts';
import type { Page } from '../page.ts';
import type { Shown } from './shown.ts';
import { toItemList } from './to-item-list.ts';

type Deps = Pick<Services, 'content' | 'model' | 'say' | 'now'>;

/** The page of a case: where it stands, what changed, what was made, and its journal. */
export function toCasusPage(deps: Deps, rules: CasusRules, casus: Casus, advies: Advies, shown: Shown): Page {
  const { content, say, model, now } = deps;
  const { fouten = [], waarschuwingen = [], eerder = casus.advies?.waarde } = shown;
  const today = toDutchDate(now());
  const uitkomst = content.beslisboom.uitkomsten[advies.uitkomst];
  const fitting = [...advies.tafels, ...advies.voorzieningen].flatMap((id) => model.tafelOf.get(id) ?? []);
  const ladder = toLadder(say, advies, content.lokaal.naam, () => null);
  return {
    template: 'casus',
    titel: say('casus.titel-casus', { code: casus.casuscode }),
    fout: fouten.length > 0,
    kruimels: [{ tekst: say('casus.kruimel'), href: '/casus' }, { tekst: casus.casuscode }],
    model: {
      code: casus.casuscode,
      // On one line: the page carries it, the download is the readable one.
      bestand: JSON.stringify(casus),
      bewaard: shown.bewaard ?? false,
      afgesloten:
        casus.status.waarde === 'afgesloten'
          ? toDateText(toDutchDate(new Date(casus.status.gewijzigd)))
          : null,
      fouten: fouten.map(({ veld, melding }) => ({ href: `#${toFieldId(veld)}`, tekst: melding })),
      gevallen: shown.gevallen ?? [],
      conflicten: toConflicts(deps, rules, casus),
      begonnen: Object.keys(casus.antwoorden).length > 0,
      onvolledig: advies.volgendeVraag !== null,
      advies: { kort: uitkomst.naam, tekst: uitkomst.tekst },
      trap: toLadderPicture(ladder),
      gewijzigd: eerder ? toDifference(deps, eerder, advies) : null,
      tafels: fitting.map(({ id, naam, inZin }) => ({ id, naam, inZin })),
      verwijzingen: casus.verwijzingen.toReversed().map(({ tafel, datum, soort }) => ({
        naam: model.tafelOf.get(tafel)?.naam ?? tafel,
        datum: toDateText(datum),
        soort: say(`casus.soort-${soort}`),
      })),
      data: toDates(deps, rules, casus, today),
      lijsten: Object.fromEntries(ITEM_LISTS.map((list) => [list, toItemList(deps, casus, list, shown)])),
      waarschuwingen: waarschuwingen.map(({ id, tekst, bevestigd }, index) => ({
        id,
        inputId: `bevestigd-${index}`,
        tekst,
        bevestigd,
      })),
    },
  };
}

function toDifference(deps: Deps, eerder: CasusAdvies, advies: Advies) {
  const before: ComparedAdvies = {
    ...eerder,
    overlegtafels: Object.entries(eerder.oordelen).flatMap(([id, oordeel]) => {
      const tafel = deps.model.tafelOf.get(id);
      return tafel ? [{ tafel, oordeel }] : [];
    }),
  };
  const changes = toChanges(deps, compareAdvies(before, advies));
  return changes.gelijk ? null : changes;
}

/** The advice as the file keeps it. */
export function toCasusAdvies({ uitkomst, tafels, voorzieningen, overlegtafels }: Advies): CasusAdvies {
  return {
    uitkomst,
    tafels: [...tafels],
    voorzieningen: [...voorzieningen],
    oordelen: Object.fromEntries(overlegtafels.map(({ tafel, oordeel }) => [tafel.id, oordeel])),
  };
}

function toConflicts({ model, say }: Deps, { veldenOf }: CasusRules, casus: Casus) {
  return listConflicts(casus).map(({ soort, naam, waarden }) => {
    const vraag = model.vraagOf.get(naam);
    const veld = [...veldenOf.values()].map((velden) => velden.get(naam)).find(Boolean);
    const toText = (id: string) => vraag?.opties.find((optie) => optie.id === id)?.tekst ?? id;
    return {
      naam: soort === 'antwoord' ? (vraag?.vraag ?? naam) : (veld?.naam ?? naam),
      waarden: waarden.map((waarde) =>
        waarde === null || waarde.length === 0
          ? say('casus.ingetrokken')
          : [waarde].flat().map(toText).join('; '),
      ),
    };
  });
}

/** The meetings that were filled in, with the last day to hand in. */
function toDates({ model, now }: Deps, rules: CasusRules, casus: Casus, today: string) {
  return model.tafels.flatMap((tafel) => {
    const values = readVelden(casus, rules, tafel.id);
    const termijn = findTermijn(tafel, values.overlegdatum, toDutchDate(now()));
    if (!termijn) return [];
    return {
      inZin: tafel.inZin,
      datum: toDateText(termijn.overlegdatum),
      uiterlijk: toDateText(termijn.uiterlijk),
      teLaat: termijn.teLaat,
      geweest: termijn.overlegdatum < today,
    };
  });
}
