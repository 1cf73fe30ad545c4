import { createDocument, type ZodOpenApiObject } from 'zod-openapi';
import type { OperatorInfo } from '../../domain/model/operator-info.ts';
import { API_VERSION } from '../public-answers.ts';
import { addExamples } from './add-examples.ts';
import { toAdviesPaths } from './advies-paths.ts';
import { toHsdsPaths } from './hsds-paths.ts';
import { type ExampleDeps, listExamples } from './list-examples.ts';
import { toWegwijzerPaths } from './wegwijzer-paths.ts';

const ADVIES = { name: 'Advies', description: 'Vragen, advies en verwijzing' };
const WEGWIJZER = { name: 'Wegwijzer', description: 'Tafels, gemeenten en de rest van de inhoud' };
/** Not “HSDS”: generators make a class of each tag, and HsdsService would then be this class and a schema. */
const HSDS = { name: 'Open Referral', description: 'De tafels en organisaties als Open Referral HSDS 3.0' };

/**
 * The description of the API (OpenAPI 3.1), from the schemas that it also answers by; the examples are answers of
 * the API itself.
 */
export async function createOpenApi(
  deps: ExampleDeps & { readonly operator: OperatorInfo },
): Promise<object> {
  const description: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'RDM-wegwijzer Twente',
      version: API_VERSION,
      description:
        'Vragen, overlegtafels, advies en verwijzing voor de regionale doorzettingsmacht in Twente. Zonder sleutel te gebruiken. Antwoorden op vragen worden niet bewaard.',
      contact: {
        name: 'Klopt dit niet?',
        url: `${deps.baseUrl}/klopt-niet`,
        ...findEmail(deps.operator),
      },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${deps.baseUrl}/api/v1` }],
    tags: [ADVIES, WEGWIJZER, HSDS],
    paths: {
      ...toAdviesPaths(ADVIES.name, deps.say, deps.content),
      ...toWegwijzerPaths(WEGWIJZER.name),
      ...toHsdsPaths(HSDS.name),
    },
  };
  const document = createDocument(description, { override: ({ jsonSchema }) => dropSafeLimits(jsonSchema) });
  return addExamples(document, await listExamples(deps));
}

/**
 * Leaves out the limits that zod gives every whole number, the largest that JavaScript counts exactly: they say nothing of the API,
 * and programs that make an example of a schema begin at the lowest, with a status of -9007199254740991.
 */
function dropSafeLimits(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** The mailbox of the operator, where they gave one. */
function findEmail({ securityContact, privacyContact }: OperatorInfo): { email?: string } {
  const address = [securityContact, privacyContact].find((contact) => contact?.startsWith('mailto:'));
  return address ? { email: address.slice('mailto:'.length) } : {};
}
