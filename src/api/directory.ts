import { type RequestHandler, type Response, Router } from 'express';
import type { Content } from '../domain/model/content.ts';
import { findClientondersteuning } from '../domain/referral/mail-model.ts';
import { allowOnly, sendProblem, toPointer } from './problem.ts';
import { toCriterium } from './to-advies-response.ts';

/** The content as data: questions, tables, gemeenten, cliëntondersteuning, roles and numbers. Serialised once. */
export function createDirectoryApi(
  { content }: { content: Content },
  allowAnyOrigin: RequestHandler,
): Router {
  const router = Router({ strict: true, caseSensitive: true });

  const tafels = content.tafels.map(({ regels, ...gegevens }) => ({
    ...gegevens,
    criteria: regels.criteria.map(toCriterium),
    regel: regels.regel,
    leeswijzer: regels.leeswijzer,
  }));
  const gemeenten = content.gemeenten.map((gemeente) => ({
    ...gemeente,
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ id }) => id),
  }));

  serveList(router, allowAnyOrigin, '/vragen', content.vragen);
  serveList(
    router,
    allowAnyOrigin,
    '/overlegtafels',
    tafels.filter(({ soort }) => soort === 'overlegtafel'),
  );
  serveItems(router, allowAnyOrigin, '/overlegtafels', tafels);
  serveList(router, allowAnyOrigin, '/gemeenten', gemeenten);
  serveItems(router, allowAnyOrigin, '/gemeenten', gemeenten);
  serveList(router, allowAnyOrigin, '/rollen', content.rollen);
  serveList(router, allowAnyOrigin, '/noodnummers', content.noodnummers);

  router.get('/clientondersteuning', allowAnyOrigin, (req, res) => {
    const { gemeente: id } = req.query;
    if (id === undefined) return sendJson(res, JSON.stringify(content.clientondersteuning.aanbieders));
    const gemeente = content.gemeenten.find((gevonden) => gevonden.id === id);
    if (!gemeente) {
      const melding = `Deze gemeente bestaat niet. Kies uit: ${content.gemeenten.map((gevonden) => gevonden.id).join(', ')}.`;
      return sendProblem(res, 400, 'Verbeter de zoekvraag.', [{ pointer: toPointer('gemeente'), melding }]);
    }
    const { aanbieders } = content.clientondersteuning;
    const hier = findClientondersteuning(content, gemeente);
    sendJson(
      res,
      JSON.stringify(
        aanbieders.filter((aanbieder) => aanbieder.voor === 'professional' || hier.includes(aanbieder)),
      ),
    );
  });

  return router;
}

function serveList(
  router: Router,
  allowAnyOrigin: RequestHandler,
  pad: string,
  lijst: readonly unknown[],
): void {
  const json = JSON.stringify(lijst);
  router.get(pad, allowAnyOrigin, (_req, res) => sendJson(res, json));
  router.all(pad, allowOnly('GET'));
}

function serveItems(
  router: Router,
  allowAnyOrigin: RequestHandler,
  pad: string,
  items: readonly { readonly id: string }[],
): void {
  const jsonVan = new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  router.get(`${pad}/:id`, allowAnyOrigin, (req, res) => {
    const json = jsonVan.get(String(req.params.id));
    if (json === undefined) return sendProblem(res, 404, `Dit id bestaat niet. Zie /api/v1${pad}.`);
    sendJson(res, json);
  });
  router.all(`${pad}/:id`, allowOnly('GET'));
}

function sendJson(res: Response, json: string): void {
  res.set('Cache-Control', 'public, max-age=300').type('application/json').send(json);
}
