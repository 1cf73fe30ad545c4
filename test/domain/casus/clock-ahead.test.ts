import { describe, expect, it } from 'vitest';
import type { Casus, CasusAdvies, EditedList } from '../../../src/domain/casus/casus.ts';
import {
  beginCasus,
  putAdvies,
  putAntwoord,
  putAntwoorden,
  putStatus,
  putVelden,
  readAntwoorden,
  readVelden,
} from '../../../src/domain/casus/change-casus.ts';
import {
  findItem,
  markItem,
  putItem,
  putPlan,
  putVerwijzingStand,
  removeItem,
} from '../../../src/domain/casus/change-items.ts';
import { mergeCasussen } from '../../../src/domain/casus/merge-casus.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { CODE, rules, toMoment } from '../../support/arbitrary-casus.ts';
import { makeFullCasus } from '../../support/full-casus.ts';

const NOW = toMoment(1);
/** Ahead of ours by an hour, and almost as far as a file can say. */
const AHEAD = ['2026-11-21T10:00:00.000Z', '2199-12-31T23:59:59.000Z'];

const advies = (tafel: string): CasusAdvies => ({
  uitkomst: 'aanmelden',
  tafels: [tafel],
  voorzieningen: [],
  oordelen: { [tafel]: 'voldoet' },
});
const known = { stand: 'ontvangen', standDatum: '2026-11-20', toelichting: 'gebeld' } as const;
const ids: Readonly<Record<EditedList, string>> = {
  plan: 'bellen',
  checklist: 'eten',
  termijnen: 'evaluatie',
  logboek: 'regel-0000',
  verwijzingen: 'topx-1',
};

/** What a user does in a file of which everything was written by a clock that is ahead, and what it must be after. */
const changes: Readonly<Record<string, readonly [(casus: Casus) => Casus, (casus: Casus) => unknown]>> = {
  'an answer': [
    (casus) => putAntwoord(casus, 'gemeente', 'almelo', NOW),
    (casus) => readAntwoorden(casus).gemeente,
  ],
  'an answer that is taken back': [
    (casus) => putAntwoorden(casus, {}, NOW),
    (casus) => readAntwoorden(casus).gemeente,
  ],
  'a text': [
    (casus) => putVelden(casus, rules, 'topx', { regie: 'niemand nog' }, NOW),
    (casus) => readVelden(casus, rules, 'topx').regie,
  ],
  'the status': [(casus) => putStatus(casus, 'afgesloten', NOW), (casus) => casus.status.waarde],
  'the advice': [(casus) => putAdvies(casus, advies('topx'), NOW), (casus) => casus.advies?.waarde],
  'an entry': [
    (casus) => {
      const item = findItem(casus, 'logboek', ids.logboek);
      return item ? putItem(casus, 'logboek', { ...item, gezien: 'verbeterd', genoteerd: NOW }) : casus;
    },
    (casus) => findItem(casus, 'logboek', ids.logboek)?.gezien,
  ],
  'an agreement of a form': [
    (casus) =>
      putPlan(
        casus,
        { 'plan.0.wie': 'wijkagent', 'plan.0.doetWat': 'belt aan', 'plan.0.waar': 'thuis' },
        String,
        NOW,
      ),
    (casus) => findItem(casus, 'plan', ids.plan)?.waar,
  ],
  'what is done': [
    (casus) => markItem(casus, 'termijnen', ids.termijnen, { gedaan: 'ja' }, NOW),
    (casus) => findItem(casus, 'termijnen', ids.termijnen)?.gedaan,
  ],
  'what is taken out': [
    (casus) => removeItem(casus, 'checklist', ids.checklist, NOW),
    (casus) => findItem(casus, 'checklist', ids.checklist),
  ],
  'the state of a package': [
    (casus) => putVerwijzingStand(casus, ids.verwijzingen, known, NOW),
    (casus) => findItem(casus, 'verwijzingen', ids.verwijzingen)?.stand,
  ],
};

function makeAhead(moment: string): Casus {
  const begun = putAntwoorden(beginCasus(CODE, NOW), { gemeente: 'enschede' }, NOW);
  const written = putVelden(begun, rules, 'topx', { regie: 'de gemeente' }, NOW);
  const full = mergeCasussen(makeFullCasus(2), putAdvies(written, advies('regiotafel-wlz'), NOW));
  return JSON.parse(JSON.stringify(full).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, `"${moment}"`));
}

describe.each(AHEAD)('in a file of which the clock was at %s', (moment) => {
  it.each(Object.keys(changes))(
    '%s that is changed now counts, also after joining with the file of before',
    (name) => {
      const [make, read] = changes[name] ?? [];
      if (!make || !read) throw new Error(name);
      const before = makeAhead(moment);
      const after = make(before);
      expect(JSON.stringify(read(after))).not.toBe(JSON.stringify(read(before)));
      const parsed = parseCasus(rules, writeCasus(after), '2026-11-21', NOW);
      if ('fout' in parsed) throw new Error(parsed.fout);
      expect(parsed.gevallen).toEqual([]);
      expect(read(parsed.casus)).toEqual(read(after));
      expect(read(mergeCasussen(before, parsed.casus))).toEqual(read(after));
    },
  );
});
