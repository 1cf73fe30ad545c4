import fc from 'fast-check';
import { type Casus, ITEM_LISTS, VERWIJZING_STANDEN } from '../../src/domain/casus/casus.ts';
import { createCasusRules } from '../../src/domain/casus/casus-rules.ts';
import {
  beginCasus,
  putAdvies,
  putAntwoord,
  putAntwoorden,
  putStatus,
  putVelden,
  readAntwoorden,
  readVelden,
} from '../../src/domain/casus/change-casus.ts';
import {
  markItem,
  putItem,
  putPlan,
  putVerwijzing,
  putVerwijzingStand,
  removeItem,
} from '../../src/domain/casus/change-items.ts';
import { chooseValue, listConflicts } from '../../src/domain/casus/conflicts.ts';
import { mergeCasussen } from '../../src/domain/casus/merge-casus.ts';
import { content, model } from './real-content.ts';
import { say } from './texts.ts';

export const rules = createCasusRules(say, content, model);
export const CODE = 'TW-2026-001';
/** Few moments, so that partners often write at the same one. */
export const toMoment = (tick: number) => `2026-11-21T09:00:00.${String(tick).padStart(3, '0')}Z`;

const toId = (row: string) => `rij-${Buffer.from(row).toString('hex').slice(-60)}`;

type Step = (partners: Casus[]) => void;

const partner = fc.nat(2);
const moment = fc.nat(4).map(toMoment);
const text = fc.constantFrom('', 'a', 'b', 'Wie neemt de regie?', '—“é”');
const tafel = fc.constantFrom('topx', 'regiotafel-wlz', 'mobiel-p10-team');
const pad = fc.constantFrom('hulpvraag', 'regie', 'gewensteUitkomst', 'overbrugging');
const antwoord = fc.oneof(
  fc.record({ feit: fc.constant('gemeente'), waarde: fc.constantFrom('enschede', 'almelo', undefined) }),
  fc.record({ feit: fc.constant('signalen'), waarde: fc.constantFrom(['weetNiet'], undefined) }),
);
const change =
  (make: (casus: Casus) => Casus, who: number): Step =>
  (partners) => {
    partners[who] = make(partners[who] as Casus);
  };

/** One of the items in a list; nobody's when it is empty. */
const pickId = (casus: Casus, list: (typeof ITEM_LISTS)[number], at: number): string =>
  casus[list][at % (casus[list].length || 1)]?.id ?? '';

/** One thing that one of three partners does with the own file, or an exchange between two. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(partner, antwoord, moment).map(([who, { feit, waarde }, at]) =>
    change((casus) => {
      const { [feit]: _, ...others } = readAntwoorden(casus);
      return putAntwoorden(casus, waarde === undefined ? others : { ...others, [feit]: waarde }, at);
    }, who),
  ),
  fc
    .tuple(partner, tafel, pad, text, moment)
    .map(([who, id, path, waarde, at]) =>
      change(
        (casus) => putVelden(casus, rules, id, { ...readVelden(casus, rules, id), [path]: waarde }, at),
        who,
      ),
    ),
  fc.tuple(partner, fc.nat(5), text, moment).map(([who, id, gezien, genoteerd]) =>
    change(
      (casus) =>
        putItem(casus, 'logboek', {
          id: `${who}-${id}`,
          genoteerd,
          datum: '2026-11-20',
          functie: 'wijkcoach',
          organisatie: 'gemeente',
          gezien,
          factor: '',
          verloop: 'beter',
          teDoen: '',
          gedaan: '',
        }),
      who,
    ),
  ),
  // Takes out, or changes the state of, an item of any list: of the own ones, or of those that came from others.
  fc
    .tuple(partner, fc.constantFrom(...ITEM_LISTS), fc.nat(9), moment)
    .map(([who, list, at, tick]) =>
      change((casus) => removeItem(casus, list, pickId(casus, list, at), tick), who),
    ),
  fc
    .tuple(
      partner,
      fc.constantFrom(
        ['plan', { stand: 'klaar' }],
        ['plan', { wanneer: 'elke week' }],
        ['termijnen', { gedaan: 'ja' }],
        ['logboek', { gedaan: 'ja' }],
        ['logboek', { datum: '2026-11-19', verloop: 'slechter' }],
        ['checklist', { soort: 'beschermend' }],
      ) as fc.Arbitrary<readonly [(typeof ITEM_LISTS)[number], Readonly<Record<string, string>>]>,
      fc.nat(9),
      moment,
    )
    .map(([who, [list, known], at, tick]) =>
      change((casus) => markItem(casus, list, pickId(casus, list, at), known, tick), who),
    ),
  fc
    .tuple(partner, fc.nat(3), fc.constantFrom('2026-12-01', '2026-12-02'), moment)
    .map(([who, id, datum, genoteerd]) =>
      change(
        (casus) =>
          putItem(casus, 'termijnen', { id: `dag-${id}`, genoteerd, datum, wat: 'evaluatie', gedaan: '' }),
        who,
      ),
    ),
  fc
    .tuple(partner, tafel, fc.constantFrom(...VERWIJZING_STANDEN), text, moment)
    .map(([who, id, stand, toelichting, at]) =>
      change(
        (casus) => putVerwijzingStand(casus, `${id}-x`, { stand, standDatum: '2026-11-20', toelichting }, at),
        who,
      ),
    ),
  fc.tuple(partner, fc.nat(3), fc.nat(1), moment).map(([who, at, index, tick]) =>
    change((casus) => {
      const conflicts = listConflicts(casus);
      const conflict = conflicts[at % (conflicts.length || 1)];
      return conflict ? chooseValue(casus, conflict, index, tick) : casus;
    }, who),
  ),
  fc
    .tuple(partner, fc.constantFrom('enschede', 'almelo'), moment)
    .map(([who, gemeente, at]) => change((casus) => putAntwoord(casus, 'gemeente', gemeente, at), who)),
  fc
    .tuple(partner, text, text, moment)
    .map(([who, wie, waar, at]) =>
      change(
        (casus) =>
          putPlan(casus, { 'plan.0.wie': wie, 'plan.0.doetWat': 'belt', 'plan.0.waar': waar }, toId, at),
        who,
      ),
    ),
  fc.tuple(partner, fc.nat(3), text, moment).map(([who, id, signaal, genoteerd]) =>
    change(
      (casus) =>
        putItem(casus, 'checklist', {
          id: `factor-${id}`,
          genoteerd,
          soort: 'risico',
          naam: 'slapen',
          signaal,
        }),
      who,
    ),
  ),
  fc.tuple(partner, tafel, moment).map(([who, id, genoteerd]) =>
    change(
      (casus) =>
        putVerwijzing(casus, {
          id: `${id}-x`,
          genoteerd,
          datum: '2026-11-21',
          tafel: id,
          soort: 'aanmelding',
          inhoud: '0'.repeat(64),
          inhoudsversie: 'abc',
          velden: { hulpvraag: 'a' },
          stand: 'gemaakt',
          standDatum: '',
          toelichting: '',
        }),
      who,
    ),
  ),
  fc
    .tuple(partner, fc.constantFrom('open' as const, 'afgesloten' as const), moment)
    .map(([who, status, at]) => change((casus) => putStatus(casus, status, at), who)),
  fc
    .tuple(partner, tafel, moment)
    .map(([who, id, at]) =>
      change(
        (casus) =>
          putAdvies(
            casus,
            { uitkomst: 'aanmelden', tafels: [id], voorzieningen: [], oordelen: { [id]: 'voldoet' } },
            at,
          ),
        who,
      ),
    ),
  fc.tuple(partner, partner).map(
    ([from, to]): Step =>
      (partners) => {
        partners[to] = mergeCasussen(partners[to] as Casus, partners[from] as Casus);
      },
  ),
);

/** What three partners have after a random history that began with one file. */
export const histories: fc.Arbitrary<[Casus, Casus, Casus]> = fc
  .array(step, { minLength: 4, maxLength: 30, size: 'max' })
  .map((steps) => {
    const begun = beginCasus(CODE, toMoment(0));
    const partners: Casus[] = [begun, begun, begun];
    for (const run of steps) run(partners);
    return partners as [Casus, Casus, Casus];
  });
