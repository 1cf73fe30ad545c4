import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../../src/domain/search/list-documents.ts';
import { SEARCH_ADDRESSES } from '../../../src/web/search/to-search-page.ts';
import { content } from '../../support/real-content.ts';
import { say } from '../../support/texts.ts';

const documents = listDocuments(say, content, SEARCH_ADDRESSES, [
  { pad: '/', titel: 'Start', beschrijving: 'Begin hier.' },
  { pad: '/overlegtafels/topx', titel: 'TopX' },
  { pad: '/clientondersteuning', titel: 'Onafhankelijke cliëntondersteuning' },
]);
const idsOf = (soort: string) => documents.filter((document) => document.soort === soort).map(({ id }) => id);

describe('listDocuments', () => {
  it('has everything of the content', () => {
    expect(idsOf('overlegtafel')).toEqual(content.tafels.map(({ id }) => id));
    expect(idsOf('gemeente')).toEqual(content.gemeenten.map(({ id }) => id));
    expect(idsOf('organisatie')).toEqual(content.organisaties.map(({ id }) => id));
    expect(idsOf('clientondersteuning')).toEqual(content.clientondersteuning.aanbieders.map(({ id }) => id));
    expect(idsOf('rol')).toEqual(content.rollen.map(({ id }) => id));
    expect(idsOf('woord')).toEqual(content.woordenlijst.map(({ id }) => id));
    expect(idsOf('noodnummer')).toEqual(content.noodnummers.map(({ id }) => id));
    expect(idsOf('criterium')).toEqual(
      content.tafels.flatMap(({ regels }) => regels.criteria.map(({ id }) => id)),
    );
  });

  it('has the pages that are about none of it, each once', () => {
    expect(idsOf('pagina')).toEqual(['lokaal', 'start', 'clientondersteuning']);
  });

  it('leads each of them to a path of this site, with a title', () => {
    for (const { href, titel } of documents) {
      expect(href).toMatch(/^\/[a-z0-9/-]*(#[a-z0-9-]+)?$/);
      expect(titel).not.toBe('');
    }
  });
});
