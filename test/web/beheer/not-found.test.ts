import { expect, it } from 'vitest';
import { openBeheer } from '../../support/beheer-site.ts';
import { findHtmlFaults } from '../../support/html-faults.ts';

it('zegt in het beheer zelf dat een adres niet bestaat, met het menu en de weg terug', async () => {
  const { enter } = openBeheer();
  const anna = await enter('redacteur');
  for (const pad of ['/bestaat-niet', '/concepten/bestaat-niet', '/inhoud/contacten/bestaat-niet']) {
    const { text } = await anna.get(pad).expect(404);
    expect(text).toContain('Deze pagina bestaat niet</h1>');
    expect(text).toContain('href="/beheer/adresboek"');
    expect(text).toContain('href="/beheer">Naar het begin van het beheer</a>');
    expect(await findHtmlFaults(text)).toEqual([]);
  }
  const sent = await anna.post('/concepten/bestaat-niet/aanbieden', { toelichting: 'x' }).expect(404);
  expect(sent.text).toContain('Wat u verstuurde, is niet bewaard.');
});
