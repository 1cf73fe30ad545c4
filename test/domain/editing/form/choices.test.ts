import { expect, it } from 'vitest';
import { createChoices } from '../../../../src/domain/editing/form/choices.ts';
import { content, projectFiles } from '../../../support/real-content.ts';

const choices = createChoices(projectFiles);

it('noemt wat het advies is zoals de beslisboom en de controle het noemen', () => {
  const { uitkomsten } = content.beslisboom;
  expect(choices('uitkomsten', {}, '')).toEqual(
    Object.entries(uitkomsten).map(([id, { naam }]) => ({ id, tekst: naam })),
  );
});

it('zet de bronnen op naam', () => {
  const names = choices('bronnen', {}, '').map(({ tekst }) => tekst);
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'nl')));
  expect(names).toHaveLength(content.bronnen.length);
});

it('noemt van een contact de naam en het adres, en geen kenmerk', () => {
  const found = choices('contacten', {}, '').find(({ id }) => id === 'borne-telefoon');
  expect(found?.tekst).toMatch(/^Gemeente Borne \([\d ]+\)$/);
});
