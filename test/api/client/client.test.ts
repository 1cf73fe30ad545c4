import { join } from 'node:path';
import createClient, { type Middleware } from 'openapi-fetch';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { startLiveServer } from '../../support/live-server.ts';
import { createValidate, readOperations } from '../../support/openapi-document.ts';
import { ROOT } from '../../support/real-content.ts';
import { openApi } from '../../support/real-openapi.ts';
import { createTestApp } from '../../support/test-app.ts';
import type { ApiClient } from './api-client.ts';
import { callEveryOperation } from './call-every-operation.ts';

const HERE = join(ROOT, 'test/api/client');
const CLIENT = join(HERE, 'api-client.ts');
const CALLS = join(HERE, 'call-every-operation.ts');
const generated = `${astToString(await openapiTS(structuredClone(openApi) as Parameters<typeof openapiTS>[0]))}
export type ApiClient = import('openapi-fetch').Client<paths, 'application/json' | 'application/problem+json'>;`;

/** What a program could write that the API refuses. */
const MISTAKES = [
  ["tafel: 'topx'", 'tafel: 5'],
  ["overlegdatum: '2026-12-14'", 'verzonnen: true'],
  ['page: 1', "page: 'een'"],
  ["'/rollen'", "'/rolen'"],
] as const;

/** What the compiler, as strict as for this project, says of the calls with the types as they were generated. */
function compile(calls: string): string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (path) => ({ [CLIENT]: generated, [CALLS]: calls })[path] ?? readFile(path);
  const program = ts.createProgram([CALLS], { ...options, noEmit: true }, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

describe('a client that is generated from the description', () => {
  const calls = ts.sys.readFile(CALLS) ?? '';

  it('compiles strictly', () => {
    expect(compile(calls)).toEqual([]);
  });

  it('does not compile with mistakes, and says where each is', () => {
    const wrong = MISTAKES.reduce((until, [right, mistake]) => until.replace(right, mistake), calls);
    const lines = wrong.split('\n');
    const places = MISTAKES.map(([, mistake]) => lines.findIndex((line) => line.includes(mistake)) + 1);
    expect(places).not.toContain(0);
    const faults = compile(wrong);
    for (const line of places)
      expect(
        faults.filter((fault) => fault.startsWith(`${CALLS}:${line} `)),
        lines[line - 1],
      ).not.toEqual([]);
  });

  it('calls every operation, and every answer fits its schema', async () => {
    const operations = readOperations(openApi);
    const validate = createValidate(openApi);
    const called: string[] = [];
    const look: Middleware = {
      async onResponse({ schemaPath, request, response }) {
        const methode = request.method.toLowerCase();
        const operation = operations.find(
          (candidate) => candidate.pad === schemaPath && candidate.methode === methode,
        );
        const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
        const place = [
          'paths',
          schemaPath,
          methode,
          'responses',
          String(response.status),
          'content',
          type,
          'schema',
        ];
        expect(validate(place, await response.clone().json()), `${methode} ${schemaPath}`).toEqual([]);
        called.push(operation?.operationId ?? schemaPath);
      },
    };
    const port = await startLiveServer(createTestApp());
    const client = createClient({ baseUrl: `http://127.0.0.1:${port}/api/v1` });
    client.use(look);
    await callEveryOperation(client as unknown as ApiClient);
    expect(called.toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted());
  });
});
