import { expect, it } from 'vitest';
import { verwijzingSchema } from '../../../src/domain/casus/casus.ts';
import { listChanges } from '../../../src/domain/casus/follow-up/list-changes.ts';
import { content } from '../../support/real-content.ts';
import { listTafelVelden } from '../../support/verwijzing-cases.ts';

const velden = listTafelVelden('topx');
const { rubrieken } = content.pakketvelden;
const made = verwijzingSchema.parse({
  id: 'een',
  genoteerd: '2026-11-21T09:00:00.000Z',
  datum: '2026-11-21',
  tafel: 'topx',
  soort: 'aanmelding',
  inhoud: '0'.repeat(64),
  velden: {
    hulpvraag: 'Wie helpt?',
    regie: 'de gemeente',
    geinformeerd: 'niet-akkoord',
    grondslag: 'de wet',
  },
});
const list = (now: Record<string, string>) =>
  listChanges(velden, rubrieken, made, now, 'vervalt').flatMap(({ blokken }) =>
    blokken.flatMap((blok) => (blok.soort === 'gegevens' ? blok.rijen : [])),
  );

it('a supplement holds what is new, other and gone, in words, and nothing that is the same', () => {
  expect(list({ ...made.velden })).toEqual([]);
  const rows = list({ ...made.velden, hulpvraag: 'Wie helpt nu?', regie: '', verteldOp: '2026-11-20' });
  expect(rows.map(({ id, waarde }) => [id, waarde])).toEqual([
    ['hulpvraag', 'Wie helpt nu?'],
    ['regie', 'vervalt'],
    ['verteldOp', '20 november 2026'],
  ]);
});

it('who agrees now needs no ground any more: that is not told', () => {
  const rows = list({ ...made.velden, geinformeerd: 'akkoord', grondslag: '' });
  expect(rows.map(({ id, waarde }) => [id, waarde])).toEqual([['geinformeerd', 'Ja, met toestemming']]);
});
