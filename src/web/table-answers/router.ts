import { type Request, type Response, Router } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { ANSWER_PATH, OLD_ANSWER_PATH, type OpenedLink } from '../../domain/table-answers/answer-link.ts';
import { parseTafelAntwoord, type TypedAnswer } from '../../domain/table-answers/parse-answer.ts';
import type { Services } from '../../services.ts';
import { logStorageFailure } from '../error-handler.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPage } from '../page.ts';
import { createRoomDesk } from './room-desk.ts';
import { NOTHING_TYPED, toAnswerCrumbs, toAnsweredPage, toAnswerPage } from './to-answer-page.ts';

/** In bytes: many times what the form holds. */
const MAX_FORM = 10_000;

/** Where an answer is posted to; the old one by pages that were open when the address changed. */
export const ANSWER_ROUTES = [`${ANSWER_PATH}/:token`, `${OLD_ANSWER_PATH}/:token`];

type PackageLink = Extract<OpenedLink, { soort: 'pakket' }>;
type Handle = (
  req: Request<{ token: string }>,
  res: Response,
  opened: PackageLink,
  tafel: Overlegtafel,
) => Promise<void>;

/**
 * The link of a package: opening it shows what can be answered, and only the button answers. Programs that look into
 * mail open all links.
 */
export function createAnswerRouter(
  deps: Pick<
    Services,
    'content' | 'model' | 'say' | 'render' | 'now' | 'antwoorden' | 'antwoordlinks' | 'ruimte'
  >,
): Router {
  const { content, model, say, now, antwoorden, antwoordlinks } = deps;
  // What is the same on every page, such as the link to a report, must not name the link of this one.
  const render: Services['render'] = (_path, page) => deps.render(ANSWER_PATH, page);
  const rooms = createRoomDesk({ ...deps, render });
  const router = Router({ strict: true, caseSensitive: true });

  // A package that was sent may hold an old link: who follows it ends up at the one address.
  router.get(`${OLD_ANSWER_PATH}/:token`, (req, res) =>
    res.redirect(301, `${ANSWER_PATH}/${encodeURIComponent(req.params.token)}`),
  );

  router.get(`${ANSWER_PATH}/:token`, (req, res) =>
    withLink(req, res, async (_req, _res, opened, tafel) =>
      sendPage(res, render, await toForm(req.params.token, opened, tafel, NOTHING_TYPED)),
    ),
  );

  for (const route of ANSWER_ROUTES)
    router.post(route, readForm(MAX_FORM), (req, res) =>
      withLink(req as Request<{ token: string }>, res, keep),
    );

  async function keep(...[req, res, opened, tafel]: Parameters<Handle>): Promise<void> {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['keuze', 'datum', 'waarom', 'naar'], ['delen']);
    const typed = readTyped(form);
    const { token } = req.params;
    const parsed = parseTafelAntwoord(say, content, tafel, typed, toDutchDate(now()));
    if ('fout' in parsed)
      return sendPage(res, render, await toForm(token, opened, tafel, typed, parsed), 400);
    const refuse = async (melding: string) =>
      sendPage(res, render, await toForm(token, opened, tafel, typed, { melding }), 503);
    try {
      const { antwoord } = parsed;
      const isKept = await antwoorden.put(opened.link, antwoord, toDutchDate(now()));
      if (!isKept) return refuse(say('tafelantwoord.vol'));
      sendPage(res, render, toAnsweredPage(deps, tafel, { token, antwoord, code: opened.toCode(antwoord) }));
    } catch (error) {
      logStorageFailure(req, error, 'een antwoord van een tafel is niet bewaard');
      return refuse(say('tafelantwoord.niet-bewaard'));
    }
  }

  /** Without storage the form shows all the same: it may be there again when somebody answers. */
  async function toForm(
    token: string,
    { link, isChanged }: PackageLink,
    tafel: Overlegtafel,
    typed: TypedAnswer,
    faults: Pick<Parameters<typeof toAnswerPage>[2], 'fout' | 'melding'> = {},
  ) {
    const earlier = await antwoorden.find(link.sleutel).catch(() => null);
    return toAnswerPage(deps, tafel, { token, link, isChanged, earlier, typed, ...faults });
  }

  /** Opens the link, or says why that cannot be. */
  async function withLink(req: Request<{ token: string }>, res: Response, handle: Handle): Promise<void> {
    const opened = openLink(req);
    if (opened?.soort === 'pakket') {
      const tafel = model.tafelOf.get(opened.link.tafel);
      if (tafel) return handle(req, res, opened, tafel);
    }
    if (opened?.soort === 'tafel') {
      const tafel = model.tafelOf.get(opened.tafel);
      const { token } = req.params;
      if (tafel)
        return req.method === 'POST'
          ? rooms.keep(req as Request, res, tafel, token)
          : rooms.show(res, tafel, token);
    }
    const reden = opened ? (opened.soort === 'verlopen' ? 'verlopen' : 'onbekend') : 'fout';
    const why = { verlopen: reden === 'verlopen', onbekend: reden === 'onbekend' };
    const page = {
      template: 'tafelantwoord-link',
      titel: say(`tafelantwoord.titel-${reden}`),
      kruimels: toAnswerCrumbs(say),
      model: why,
    };
    sendPage(res, render, page, { verlopen: 410, onbekend: 404, fout: 503 }[reden]);
  }

  function openLink(req: Request<{ token: string }>): OpenedLink | null {
    try {
      return antwoordlinks.open(req.params.token);
    } catch (error) {
      logStorageFailure(req, error, 'een link van een tafel is niet te openen');
      return null;
    }
  }

  return router;
}

function readTyped(form: URLSearchParams): TypedAnswer {
  const read = (naam: string) => form.get(naam) ?? '';
  return {
    keuze: read('keuze'),
    datum: read('datum'),
    waarom: read('waarom'),
    naar: read('naar'),
    delen: form.getAll('delen'),
  };
}
