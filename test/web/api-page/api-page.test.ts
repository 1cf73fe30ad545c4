import { describe, expect, it } from 'vitest';
import { readOperations } from '../../support/openapi-document.ts';
import { openApi } from '../../support/real-openapi.ts';
import { request } from '../../support/request.ts';
import { createTestApp } from '../../support/test-app.ts';

const app = createTestApp();
const { text } = await request(app).get('/api').expect(200);
const operations = readOperations(openApi);
const parts = new Map(
  text
    .split('<section aria-labelledby="')
    .slice(1)
    .map((deel) => [deel.slice(0, deel.indexOf('"')), readHtml(deel)]),
);

describe('de pagina van de API', () => {
  it.each(operations)('zegt van $operationId wat het document zegt', async (operation) => {
    const { operationId, pad, methode, summary, parameters = [], responses } = operation;
    const deel = parts.get(operationId) ?? '';
    expect(deel).toContain(summary);
    expect(deel).toContain(`${methode.toUpperCase()} ${pad}`);
    for (const { name } of parameters) expect(deel).toContain(`${name}: `);
    for (const status of Object.keys(responses).filter((code) => /^4/.test(code)))
      expect(deel).toContain(`${status}: `);
    expect(deel).toContain("curl 'http://localhost:3000/api/v1/");
    if (methode === 'post') expect(deel).toContain("-H 'Content-Type: application/json'");
    const { responses: antwoorden } = operation;
    const [first] = Object.keys(
      Object(antwoorden[200]?.content?.['application/json']?.examples?.voorbeeld?.value),
    );
    if (first && !/^\d/.test(first)) expect(deel).toContain(`"${first}": `);
  });

  it('heeft aanroepen met curl die werken', async () => {
    for (const [operationId, deel] of parts) {
      const adres = /curl '(?<url>[^']+)'/.exec(deel)?.groups?.url ?? '';
      const [, body] = /-d '([\s\S]+?)'\n/.exec(deel) ?? [];
      const path = adres.replace('http://localhost:3000', '');
      const vraag =
        body === undefined ? request(app).get(path) : request(app).post(path).type('json').send(body);
      expect((await vraag).status, `${operationId}: ${adres}`).toBe(200);
    }
    expect(parts.size).toBe(operations.length);
  });

  it('staat in het zoeken en onder aan elke pagina', async () => {
    const { body } = await request(app).get('/api/v1/zoeken?q=API').expect(200);
    expect(body.map(({ href }: { href: string }) => href)).toContain('/api');
    expect((await request(app).get('/')).text).toContain('href="/api"');
  });
});

/** The text of a piece of HTML. */
function readHtml(html: string): string {
  const chars: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };
  return html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(lt|gt|quot|#x27|amp);/g, (single, naam) => chars[naam] ?? single);
}
