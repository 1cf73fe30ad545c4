import { expect, it } from 'vitest';
import { findStale } from '../../../src/content/check-contacten.ts';
import { listAddressBook } from '../../../src/domain/editing/address-book.ts';
import { listDue } from '../../../src/domain/editing/due-list.ts';
import { writePart } from '../../../src/domain/editing/part.ts';
import { content, projectFiles } from '../../support/real-content.ts';

const book = listAddressBook(projectFiles);

it('elk contact en noodnummer staat er één keer in, met waarde, bron en datum', () => {
  const ids = [...content.contacten, ...content.noodnummers].map(({ id }) => id);
  expect(book.map(({ naam }) => naam)).toEqual(ids);
  expect(book.find(({ naam }) => naam === '113')).toMatchObject({
    bestand: 'tables/noodnummers.json',
    soort: 'telefoon',
    label: '113 Zelfmoordpreventie',
    waarde: '113',
    gecontroleerd: '2026-11-21',
  });
});

it('bij elk contact staat waar het wordt gebruikt, ook als alleen het adres wordt genoemd', () => {
  // Every contact is used somewhere: the content check warns of one that is not.
  const contacten = book.filter(({ bestand }) => bestand === 'tables/contacten.json');
  expect(contacten.filter(({ gebruik }) => gebruik.length === 0)).toEqual([]);
  const zvh = book.find(({ naam }) => naam === 'zvh-e-mail');
  expect(zvh?.gebruik).toContainEqual({
    bestand: 'tables/overlegtafels/topx.json',
    naam: null,
    titel: content.tafels.find(({ id }) => id === 'topx')?.naam,
    soort: 'overlegtafel',
  });
  const gemeente = content.gemeenten[0];
  const uses = book.flatMap(({ gebruik }) => gebruik);
  expect(uses).toContainEqual({
    bestand: 'tables/gemeenten.json',
    naam: gemeente?.id,
    titel: gemeente?.naam,
    soort: null,
  });
});

it('te controleren is wat de inhoudscontrole verouderd noemt, en de bronnen op het web', () => {
  const now = new Date('2028-01-15T12:00:00Z');
  const { nu, binnenkort, navragen } = listDue(projectFiles, now);
  const stale = findStale(content, now).map(({ plaats }) => plaats.replace('.gecontroleerd', ''));
  expect(
    nu
      .filter(({ soort }) => soort !== 'bron')
      .map(({ naam }) => naam)
      .toSorted(),
  ).toEqual(stale.toSorted());
  expect(nu.filter(({ soort }) => soort === 'bron')).toHaveLength(
    content.bronnen.filter(({ url, geraadpleegd }) => url && geraadpleegd).length,
  );
  expect(binnenkort).toEqual([]);
  expect(navragen.map(({ titel }) => titel)).toContain(
    content.tafels.find(({ id }) => id === 'mobiel-p10-team')?.naam,
  );
});

it.each([
  ['2027-11-20', 'straks'],
  ['2027-11-21', 'binnenkort'],
  ['2027-12-21', 'binnenkort'],
  ['2027-12-22', 'nu'],
])('een controle van 21 december 2026 is op %s: %s', (date, expected) => {
  const part = { bestand: 'tables/noodnummers.json', naam: '112' };
  const files = writePart(projectFiles, part, {
    ...content.noodnummers.find(({ id }) => id === '112'),
    gecontroleerd: '2026-12-21',
  });
  const due = listDue(files, new Date(`${date}T12:00:00Z`));
  const isIn = (list: typeof due.nu) => list.some(({ naam }) => naam === '112');
  const found = isIn(due.nu) ? 'nu' : isIn(due.binnenkort) ? 'binnenkort' : 'straks';
  expect(found).toBe(expected);
});
