import { Router } from 'express';
import type { Say } from '../domain/texts.ts';
import { clientondersteuningQuerySchema } from './clientondersteuning.ts';
import { toMelding } from './hsds/list-handler.ts';
import {
  hsdsOrganizationQuerySchema,
  hsdsServiceQuerySchema,
  hsdsSingleOrganizationQuerySchema,
} from './hsds/list-query.ts';
import { sendProblem, toPointer } from './problem.ts';
import { PUBLIC_HEADERS, sendPublicJson, setHeaders } from './public-answers.ts';
import type { ApiResources } from './resources.ts';
import { apiSearchQuerySchema } from './search.ts';

const UUID = /^\/hsds\/(?:services|organizations)\/[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/;
const ORGANIZATION = /^\/hsds\/organizations\/[^/]+$/;

/** The addresses that take parameters, with those; all others take none. */
const PARAMETERS: readonly (readonly [path: RegExp, parameters: readonly string[]])[] = [
  [/^\/zoeken$/, Object.keys(apiSearchQuerySchema.shape)],
  [/^\/clientondersteuning$/, Object.keys(clientondersteuningQuerySchema.shape)],
  [/^\/hsds\/services$/, Object.keys(hsdsServiceQuerySchema.shape)],
  [/^\/hsds\/organizations$/, Object.keys(hsdsOrganizationQuerySchema.shape)],
  [ORGANIZATION, Object.keys(hsdsSingleOrganizationQuerySchema.shape)],
];

/**
 * What a query changes, before what is the same for everyone is handed out: a parameter that an address does not have is
 * refused, since a typing error in a filter would otherwise give all that there is.
 */
export function createQueryRouter({ say, resources }: { say: Say; resources: ApiResources }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use((req, res, next) => {
    const known = PARAMETERS.find(([path]) => path.test(req.path))?.[1] ?? [];
    const foreign = Object.keys(req.query).filter((name) => !known.includes(name));
    if (foreign.length === 0) return next();
    const melding =
      known.length > 0
        ? say('api.onbekende-parameter', { mogelijk: known.join(', ') })
        : say('api.geen-parameters');
    setHeaders(req, res);
    sendProblem(
      res,
      say,
      400,
      say('api.verbeter-parameters'),
      foreign.map((name) => ({ pointer: toPointer(name), melding })),
    );
  });
  // UUIDs have no capitals, also where somebody types them (RFC 9562).
  router.use((req, _res, next) => {
    const { path } = req;
    if (UUID.test(path)) req.url = path.toLowerCase() + req.url.slice(path.length);
    next();
  });
  router.get(ORGANIZATION, (req, res, next) => {
    const query = hsdsSingleOrganizationQuerySchema.safeParse(req.query);
    if (query.data && !query.data.full_service) return next();
    const id = req.path.slice(req.path.lastIndexOf('/') + 1);
    const organization = resources.hsds.organizations.readWithServices?.().find((found) => found.id === id);
    if (!organization) return next();
    if (query.success) return sendPublicJson(res, organization);
    res.set(PUBLIC_HEADERS);
    sendProblem(res, say, 400, say('api.verbeter-parameters'), [
      { pointer: '/full_service', melding: toMelding(say, 'full_service') },
    ]);
  });
  return router;
}
