import { expect, it } from 'vitest';
import { beginCasus, putVelden } from '../../../src/domain/casus/change-casus.ts';
import { findPersonal } from '../../../src/domain/casus/find-personal.ts';
import { parseCasus } from '../../../src/domain/casus/parse-casus.ts';
import { writeCasus } from '../../../src/domain/casus/write-casus.ts';
import { CODE, rules, toMoment } from '../../support/arbitrary-casus.ts';

const NAME = 'mevrouw Jansen';
const entry = (id: string, gezien: string) => ({
  id,
  genoteerd: toMoment(1),
  datum: '2026-11-20',
  functie: 'wijkcoach',
  organisatie: 'gemeente',
  gezien,
  factor: '',
  verloop: '' as const,
  teDoen: '',
  gedaan: '' as const,
});
const open = (file: object) => {
  const parsed = parseCasus(rules, JSON.stringify(file), '2026-11-21', toMoment(0));
  if ('fout' in parsed) throw new Error(parsed.fout);
  return parsed;
};

it('points out what looks like data of the person in every text that a file can hold, and keeps it', () => {
  const item = { id: 'een', genoteerd: toMoment(1) };
  const lists = {
    plan: [
      {
        ...item,
        wie: '',
        doetWat: '',
        waar: '',
        wanneer: '',
        hoe: '',
        doel: '',
        bijdrage: '',
        datum: '',
        stand: 'open',
      },
    ],
    checklist: [{ ...item, soort: 'risico', naam: '', signaal: '' }],
    termijnen: [{ ...item, datum: '2026-12-01', wat: '', gedaan: '' }],
    logboek: [entry('een', '')],
    verwijzingen: [
      { ...item, datum: '2026-11-20', tafel: 'topx', soort: 'aanmelding', inhoud: '0'.repeat(64) },
    ],
  };
  const texts = Object.entries(rules.itemTexts).flatMap(([list, fields]) =>
    fields.map(([pad]) => [list, pad] as const),
  );
  expect(texts.length).toBeGreaterThan(12);
  for (const [list, pad] of texts) {
    const file = JSON.parse(
      writeCasus({ ...beginCasus(CODE, toMoment(0)), ...structuredClone(lists) } as never),
    );
    file[list][0][pad] = `Gesproken met ${NAME}.`;
    const { casus, gevallen } = open(file);
    expect(gevallen).toEqual([]);
    expect(JSON.stringify(casus)).toContain(NAME);
    expect(findPersonal(rules, casus).gevonden, `${list}.${pad}`).toEqual([
      expect.stringContaining(`een naam: “${NAME}”`),
    ]);
  }
});

it('looks at the fields of packages, made or not, and not at what the sender says of himself', () => {
  const filled = putVelden(
    beginCasus(CODE, toMoment(0)),
    rules,
    'topx',
    { hulpvraag: `Bel ${NAME}.` },
    toMoment(1),
  );
  expect(findPersonal(rules, filled).gevonden).toHaveLength(1);
  const made = {
    id: 'a',
    genoteerd: toMoment(1),
    datum: '2026-11-20',
    tafel: 'topx',
    soort: 'aanmelding' as const,
    inhoud: '0'.repeat(64),
    inhoudsversie: '',
    velden: { hulpvraag: 'Bel 06-12345678.' },
    stand: 'gemaakt' as const,
    standDatum: '',
    toelichting: 'jan@example.nl',
  };
  const { casus } = open(JSON.parse(writeCasus({ ...filled, verwijzingen: [made] })));
  const { gevonden } = findPersonal(rules, casus);
  expect(gevonden).toHaveLength(3);
  expect(gevonden[1]).toMatch(/20 november 2026.*een telefoonnummer: “06-12345678”/);
  expect(gevonden[2]).toMatch(/een e-mailadres: “jan@example.nl”/);
});

it('says what is the same once, and names no more than a page can hold', () => {
  const casus = beginCasus(CODE, toMoment(0));
  const same = { ...casus, logboek: [entry('a', `Bel ${NAME}.`), entry('b', `Bel ${NAME}.`)] };
  expect(findPersonal(rules, same)).toMatchObject({ gevonden: [expect.any(String)], meer: 0 });
  const many = {
    ...casus,
    logboek: Array.from({ length: 30 }, (_, index) => entry(`${index}`, `Bel ${NAME} ${index}`)),
  };
  const { gevonden, meer } = findPersonal(rules, many);
  expect(gevonden).toHaveLength(20);
  expect(meer).toBe(10);
  expect(findPersonal(rules, casus)).toEqual({ gevonden: [], meer: 0 });
});
