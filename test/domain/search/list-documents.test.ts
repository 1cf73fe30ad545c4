import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../../src/domain/search/list-documents.ts';
import { SEARCH_ADDRESSES } from '../../../src/web/search/to-search-page.ts';
import { content } from '../../support/real-content.ts';

const documenten = listDocuments(content, SEARCH_ADDRESSES, [
  { pad: '/', titel: 'Start', beschrijving: 'Begin hier.' },
  { pad: '/overlegtafels/topx', titel: 'TopX' },
  { pad: '/clientondersteuning', titel: 'Onafhankelijke cliëntondersteuning' },
]);
const idsVan = (soort: string) =>
  documenten.filter((document) => document.soort === soort).map(({ id }) => id);

describe('listDocuments', () => {
  it('has everything of the content', () => {
    expect(idsVan('overlegtafel')).toEqual(content.tafels.map(({ id }) => id));
    expect(idsVan('gemeente')).toEqual(content.gemeenten.map(({ id }) => id));
    expect(idsVan('organisatie')).toEqual(content.organisaties.map(({ id }) => id));
    expect(idsVan('clientondersteuning')).toEqual(content.clientondersteuning.aanbieders.map(({ id }) => id));
    expect(idsVan('rol')).toEqual(content.rollen.map(({ id }) => id));
    expect(idsVan('woord')).toEqual(content.woordenlijst.map(({ id }) => id));
    expect(idsVan('noodnummer')).toEqual(content.noodnummers.map(({ id }) => id));
    expect(idsVan('criterium')).toEqual(
      content.tafels.flatMap(({ regels }) => regels.criteria.map(({ id }) => id)),
    );
  });

  it('has the pages that are about none of it, each once', () => {
    expect(idsVan('pagina')).toEqual(['lokaal', 'start', 'clientondersteuning']);
  });

  it('leads each of them to a path of this site, with a title', () => {
    for (const { href, titel } of documenten) {
      expect(href).toMatch(/^\/[a-z0-9/-]*(#[a-z0-9-]+)?$/);
      expect(titel).not.toBe('');
    }
  });
});
