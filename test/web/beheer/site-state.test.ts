import { expect, it } from 'vitest';
import { toSiteState } from '../../../src/web/beheer/site-state.ts';
import { openBeheer } from '../../support/beheer-site.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';
import { logIn } from '../../support/logged-in.ts';
import { projectFiles } from '../../support/real-content.ts';
import { createTestApp } from '../../support/test-app.ts';
import { say } from '../../support/texts.ts';

const fault = { nummer: 3, fouten: ['stuk'] };

it.each([
  ['staat er', { nummer: 3, fault: null }, 'ok', 'Versie 3 staat nu op de site.', false],
  ['wordt gemaakt', { nummer: 2, fault: null }, 'info', 'Tot dan zien bezoekers versie 2.', true],
  ['werd ingehaald', { nummer: 4, fault: null }, 'info', 'Nu staat versie 4 op de site.', false],
  ['is niet te tonen', { nummer: 2, fault }, 'error', 'Versie 3 is niet te tonen.', false],
  [
    'komt na een die niet te tonen was',
    { nummer: 1, fault: { ...fault, nummer: 2 } },
    'info',
    'Dat kan een minuut duren.',
    true,
  ],
] as const)('een versie %s', (_wat, shown, soort, tekst, isBezig) => {
  expect(toSiteState(say, 3, shown)).toEqual({ soort, tekst: expect.stringContaining(tekst), isBezig });
});

it('zegt na het uitgeven of het al op de site staat, op de pagina van het concept en bij de versies', async () => {
  const { enter, begin, readRevision, records } = openBeheer();
  const anna = await enter('redacteur');
  const id = await begin(anna);
  await anna.post(`/concepten/${id}/aanbieden`, { toelichting: '' }).expect(303);
  const bert = await enter('uitgever');
  const revisie = await readRevision(id);
  await bert.post(`/concepten/${id}/goedkeuren`, { revisie, reden: '' }).expect(303);
  for (const pad of [`/concepten/${id}?gedaan=uitgegeven`, '/versies']) {
    const { text } = await bert.get(pad).expect(200);
    expect(text).toContain('Versie 1 wordt klaargemaakt voor de site.');
    expect(text).toContain('Kijk of het er al staat');
    expect(await findHtmlFaults(text)).toEqual([]);
  }
  const broken = { nummer: 0, files: projectFiles, projectFiles };
  const show = async (nummer: number) => {
    const fault = { nummer, fouten: ['stuk'] };
    const site = await logIn(createTestApp({ records, live: { ...broken, fault } }), records, 'uitgever');
    return (await site.get('/versies').expect(200)).text;
  };
  expect(await show(1)).toContain('De nieuwste inhoud staat niet op de site');
  // That one before it could not be shown, says nothing of this one.
  const next = await show(0);
  expect(next).toContain('Versie 1 wordt klaargemaakt voor de site.');
  expect(next).not.toContain('De nieuwste inhoud staat niet op de site');
  // The server that shows it answers from then on.
  const live = { nummer: 1, files: projectFiles, projectFiles, fault: null };
  const later = await logIn(createTestApp({ records, live }), records, 'uitgever');
  for (const pad of [`/concepten/${id}`, '/versies']) {
    const { text } = await later.get(pad).expect(200);
    expect(text).toContain('Versie 1 staat nu op de site.');
    expect(text).not.toContain('Kijk of het er al staat');
  }
});
