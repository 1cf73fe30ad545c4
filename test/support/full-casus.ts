import { addDays } from '../../src/domain/calendar.ts';
import type { Casus } from '../../src/domain/casus/casus.ts';
import { beginCasus, putVelden } from '../../src/domain/casus/change-casus.ts';
import { mergeCasussen } from '../../src/domain/casus/merge-casus.ts';
import { CODE, rules, toMoment } from './arbitrary-casus.ts';

const toItem = (id: string) => ({ id, genoteerd: toMoment(1) });
const agreement = { wie: 'wijkagent', waar: '', wanneer: '', hoe: '', doel: '', bijdrage: '' };
const toEntry = (nummer: number, of: Partial<Casus['logboek'][number]> = {}): Casus['logboek'][number] => ({
  ...toItem(`regel-${String(nummer).padStart(4, '0')}`),
  datum: addDays('2026-11-20', -nummer),
  functie: 'wijkcoach',
  organisatie: ['politie', 'gemeente', 'GGZ', 'ggz'][nummer % 4] ?? '',
  gezien: `Regel ${nummer}: er was overlast bij huis ${(nummer * 7919) % 997}, en daarna werd het rustig.`,
  factor: ['overlast', 'eten', ''][nummer % 3] ?? '',
  verloop: (['slechter', 'slechter', 'beter', ''] as const)[nummer % 4] ?? '',
  teDoen: nummer === 1 ? 'de huisarts bellen' : '',
  gedaan: '',
  ...of,
});
/** A case with something in each of its parts, and so many entries in its journal. */
export function makeFullCasus(entries: number): Casus {
  const both = ['Wie neemt de regie?', 'Wie heeft de regie?']
    .map((hulpvraag) => putVelden(beginCasus(CODE, toMoment(0)), rules, 'topx', { hulpvraag }, toMoment(1)))
    .reduce(mergeCasussen);
  const planned = putVelden(both, rules, 'regiotafel-wlz', { overlegdatum: '2026-12-10' }, toMoment(1));
  const casus: Casus = {
    ...planned,
    plan: [
      { ...toItem('bellen'), ...agreement, doetWat: 'belt aan', datum: '2026-11-18', stand: 'open' },
      { ...toItem('bewind'), ...agreement, doetWat: 'regelt bewind', datum: '', stand: 'klaar' },
    ],
    checklist: ['overlast', 'eten'].map((id) => ({ ...toItem(id), soort: 'risico', naam: id, signaal: '' })),
    termijnen: [{ ...toItem('evaluatie'), datum: '2026-12-01', wat: 'evaluatie', gedaan: '' }],
    verwijzingen: [
      {
        ...toItem('topx-1'),
        datum: '2026-11-02',
        tafel: 'topx',
        soort: 'aanmelding',
        inhoud: '0'.repeat(64),
        inhoudsversie: '',
        velden: { hulpvraag: 'Wie neemt de regie?' },
        stand: 'gemaakt',
        standDatum: '',
        toelichting: '',
      },
    ],
    logboek: Array.from({ length: entries }, (_, nummer) => toEntry(nummer)),
  };
  return mergeCasussen(casus, casus);
}
