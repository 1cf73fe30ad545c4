import type { Advies } from '../../domain/advice/advies.ts';
import { type ComparedAdvies, compareAdvies } from '../../domain/advice/changes.ts';
import { toDateText, toDutchDate } from '../../domain/calendar.ts';
import type { Casus, CasusAdvies, EditedList } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { listConflicts } from '../../domain/casus/conflicts.ts';
import { type Due, listDue } from '../../domain/casus/due.ts';
import { NABELLEN_DAYS } from '../../domain/referral/referral-days.ts';
import { toVeldText } from '../../domain/referral/veld.ts';
import type { Services } from '../../services.ts';
import { toChanges } from '../advice/to-changes.ts';
import { toHeading, toHeadingWords } from '../advice/to-heading.ts';
import { toLadder, toLadderPicture } from '../advice/to-ladder.ts';
import { hasTyped, listTyped } from '../carried.ts';
import { toFaultLinks } from '../field-model.ts';
import type { Page } from '../page.ts';
import { isGevaarOpen, toAntwoordRows } from '../stand-param.ts';
import { toFollowUpList } from './follow-up/to-follow-up-list.ts';
import { toPassphraseFaults } from './passphrase.ts';
import type { Shown } from './shown.ts';
import { toChecklist, toSignals } from './to-checklist.ts';
import { toItemList, toJournal } from './to-item-list.ts';
import { toPackages } from './to-packages.ts';
import { toTimeline } from './to-timeline.ts';

type Deps = Pick<Services, 'content' | 'model' | 'views' | 'say' | 'now' | 'antwoordlinks'>;

/** The page of a case: where it stands, what changed, what was made, and its journal. */
export function toCasusPage(deps: Deps, rules: CasusRules, casus: Casus, advies: Advies, shown: Shown): Page {
  const { content, say, model, now } = deps;
  const { fouten = [], melding, values = {}, eerder = casus.advies?.waarde } = shown;
  const today = toDutchDate(now());
  const { antwoorden } = advies.situatie;
  const fitting = [...advies.tafels, ...advies.voorzieningen].flatMap((id) => model.tafelOf.get(id) ?? []);
  const vervolg = toFollowUpList(deps, rules, casus, advies, today);
  const data = toDue(rules, casus, today);
  const typed = listTyped(values);
  /** What was typed in a list, and is not put in yet, stays in sight. */
  const unfold = <T extends { readonly lijst: EditedList }>(part: T): T =>
    typed.includes(part.lijst) ? { ...part, isOpen: true } : part;
  const ladder = toLadder(say, advies, content.lokaal.naam, () => null);
  return {
    template: 'casus',
    titel: say('casus.titel-casus', { code: casus.casuscode }),
    fout: fouten.length > 0,
    gevaarOpen: advies.uitkomst === 'belNu' || isGevaarOpen(antwoorden),
    kruimels: [{ tekst: say('casus.kruimel'), href: '/casus' }, { tekst: casus.casuscode }],
    model: {
      code: casus.casuscode,
      // On one line: the page carries it, the download is the readable one.
      bestand: JSON.stringify(casus),
      bewaard: shown.bewaard ?? false,
      // Who only looks at an item in its fields typed nothing.
      isGetypt: !(melding?.zonder && shown.wijzigt) && hasTyped(values),
      afgesloten:
        casus.status.waarde === 'afgesloten'
          ? toDateText(toDutchDate(new Date(casus.status.gewijzigd)))
          : null,
      fouten: toFaultLinks(fouten),
      wachtwoordFouten: toPassphraseFaults(fouten),
      foutBestand: fouten.find(({ veld }) => veld === 'bestand')?.melding ?? null,
      foutSamenvoegen: fouten.some(({ veld }) => veld === 'bestand' || veld === 'wachtwoord-van-bestand'),
      gevallen: shown.gevallen ?? [],
      persoonlijk: shown.persoonlijk?.gevonden.length ? shown.persoonlijk : null,
      antwoorden: {
        rijen: toAntwoordRows(model.pickVragen(new Set(Object.keys(antwoorden))), antwoorden, null),
        isOpen: shown.gevraagd ?? false,
      },
      isGevaar: advies.uitkomst === 'belNu',
      conflicten: toConflicts(rules, casus),
      meldingen: melding ? { [melding.plaats]: melding } : {},
      signalen: toSignals(casus),
      tijdlijn: toTimeline(rules, casus, today, shown.alles),
      begonnen: Object.keys(casus.antwoorden).length > 0,
      heeftVraag: shown.heeftVraag ?? false,
      onvolledig: advies.volgendeVraag !== null,
      advies: toHeading(deps, advies),
      trap: toLadderPicture(ladder),
      gewijzigd: eerder ? toDifference(deps, eerder, advies, toHeadingWords(deps, advies)) : null,
      tafels: fitting.map(({ id, naam, inZin }) => ({ id, naam, inZin })),
      verwijzingen: toPackages(rules, casus, deps, shown, vervolg),
      vervolg,
      nieuwsOfAgenda: vervolg.nieuws || vervolg.agenda,
      data,
      nabellenDagen: data.some(({ isAangekomen }) => isAangekomen) ? NABELLEN_DAYS : null,
      plan: unfold(toItemList(deps, casus, 'plan', shown)),
      checklist: unfold(toChecklist(deps, casus, shown)),
      termijnen: unfold(toItemList(deps, casus, 'termijnen', shown)),
      logboek: unfold(toJournal(deps, casus, shown)),
    },
  };
}

function toDifference(deps: Deps, eerder: CasusAdvies, advies: Advies, nu: string) {
  const before: ComparedAdvies = {
    ...eerder,
    overlegtafels: Object.entries(eerder.oordelen).flatMap(([id, oordeel]) => {
      const tafel = deps.model.tafelOf.get(id);
      return tafel ? [{ tafel, oordeel }] : [];
    }),
  };
  const changes = toChanges(deps, compareAdvies(before, advies), { was: null, nu });
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

/** Where partners wrote different things at the same moment, with what to press to choose. */
function toConflicts({ say, vraagOf, veldenOf }: CasusRules, casus: Casus) {
  return listConflicts(casus).map(({ soort, naam, waarden }) => {
    const isVeld = soort === 'veld';
    const vraag = isVeld ? undefined : vraagOf.get(naam);
    const veld = isVeld ? [...veldenOf.values()].map((velden) => velden.get(naam)).find(Boolean) : undefined;
    const toText = (given: string) =>
      veld ? toVeldText(veld, given) : (vraag?.opties.find(({ id }) => id === given)?.tekst ?? given);
    return {
      naam: vraag?.vraag ?? veld?.naam ?? naam,
      waarden: waarden.map((waarde, index) => ({
        tekst:
          waarde === null || waarde.length === 0
            ? say('casus.ingetrokken')
            : [waarde].flat().map(toText).join('; '),
        actie: `kies-${soort}:${naam}:${index}`,
      })),
    };
  });
}

/** The button that says of what is due that it is done. */
const DONE: Partial<Record<Due['soort'], string>> = {
  plan: 'klaar-plan',
  termijnen: 'gedaan-termijnen',
  nabellen: 'ontvangen-verwijzingen',
};

/** What is due, in words. */
function toDue({ say, tafelOf }: CasusRules, casus: Casus, today: string) {
  return listDue({ tafelOf }, casus, today).map((due) => {
    const { soort, datum, teLaat, id, wat } = due;
    const tafel = tafelOf.get(due.tafel ?? '')?.inZin ?? due.tafel ?? '';
    const done = DONE[soort];
    return {
      datum: datum === null ? null : toDateText(datum),
      teLaat,
      vandaag: datum === today,
      wat: soort === 'plan' || soort === 'termijnen' ? wat : say(`casus.komt-${soort}`, { tafel, wat }),
      actie: done && id ? `${done}:${id}@data` : null,
      isAangekomen: soort === 'nabellen',
    };
  });
}
