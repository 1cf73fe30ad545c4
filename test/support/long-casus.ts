import type { Casus } from '../../src/domain/casus/casus.ts';
import type { CasusRules } from '../../src/domain/casus/casus-rules.ts';
import { beginCasus } from '../../src/domain/casus/change-casus.ts';
import { parseCasus } from '../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../src/domain/casus/write-casus.ts';

const WORDS =
  'de cliënt was rustig en kwam op tijd naar de afspraak met de wijkcoach er is gesproken over huur schulden dagbesteding en medicatie buren melden overlast in de nacht politie is langs geweest en heeft een gesprek gehad afgesproken dat we volgende week opnieuw bellen Enschede GGD moeder “ik wil hier weg” zegt zij, —'.split(
    ' ',
  );

/** Text that says nothing twice: the same for the same number, and no easier to compress than what people write. */
function createWriter(seed: number) {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const write = (count: number) => {
    const words = Array.from({ length: count }, () => WORDS[next(WORDS.length)]);
    return `Op ${next(28) + 1} mei om ${next(10) + 9}.30 uur: ${words.join(' ')}.`;
  };
  return { next, write };
}

/** A file of somebody who wrote in the journal so often: about 250 characters each, and now and then something to do. */
export function makeLongCasus(
  rules: CasusRules,
  entries: number,
  seed: number,
): { casus: Casus; text: string } {
  const { next, write } = createWriter(seed);
  const begun = beginCasus('TW-2026-001', '2026-01-01T09:00:00.000Z');
  const logboek: Casus['logboek'] = Array.from({ length: entries }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2), 9, 0, 0, next(1_000))).toISOString();
    return {
      id: `${day.replaceAll(/\D/g, '')}-${next(2 ** 31)
        .toString(16)
        .padStart(8, '0')}`,
      genoteerd: day,
      datum: day.slice(0, 10),
      functie: ['wijkcoach', 'wijkagent', 'begeleider', 'casemanager'][next(4)] ?? '',
      organisatie: ['gemeente', 'politie', 'woningcorporatie', 'ggz'][next(4)] ?? '',
      gezien: write(38),
      factor: '',
      verloop: (['beter', 'gelijk', 'slechter'] as const)[next(3)] ?? ('' as const),
      teDoen: next(3) === 0 ? write(8) : '',
      gedaan: '' as const,
    };
  });
  const text = writeCasus({ ...begun, logboek });
  const parsed = parseCasus(rules, text, '2026-11-21', begun.status.gewijzigd);
  if ('fout' in parsed || parsed.casus.logboek.length !== entries || parsed.gevallen.length > 0)
    throw new Error('The long file is not as it should be.');
  return { casus: parsed.casus, text };
}
