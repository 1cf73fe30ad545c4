import { expect, it } from 'vitest';
import { openBeheer } from '../../support/beheer-site.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';

it('toont bij het lezen geen kenmerken, en een datum in woorden', async () => {
  const { enter } = openBeheer();
  const anna = await enter('redacteur');
  const rules = await anna.get('/inhoud/regels/mobiel-p10-team').expect(200);
  expect(rules.text).not.toContain('>Kenmerk<');
  expect(rules.text).not.toMatch(/<dd[^>]*>mobiel-p10-team</);
  const contact = await anna.get('/inhoud/contacten/zvh-e-mail').expect(200);
  expect(contact.text).not.toMatch(/<dd[^>]*>\d{4}-\d\d-\d\d</);
  expect(contact.text).toMatch(/<dd[^>]*>\d{1,2} [a-z]+ 20\d\d</);
});

it('noemt in het logboek wat er is gewijzigd zoals de pagina’s het noemen', async () => {
  const { enter, begin } = openBeheer();
  const anna = await enter('uitgever');
  await begin(anna);
  const { text } = await anna.get('/logboek').expect(200);
  expect(text).toMatch(/Adresboek: (?!zvh-e-mail)/);
  expect(text).not.toContain('tables/contacten.json');
});

it('noemt een pagina die anders wordt met haar titel', async () => {
  const { enter, begin } = openBeheer();
  const anna = await enter('redacteur');
  const id = await begin(anna);
  const { text } = await anna.get(`/concepten/${id}/paginas`).expect(200);
  expect(text).toMatch(/pagina\?pad=[^"]+">[^/<][^<]*<\/a>, \/[^<]+\(\d+ regel/);
  expect(await findHtmlFaults(text)).toEqual([]);
});
