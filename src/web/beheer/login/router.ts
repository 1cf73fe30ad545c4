import { type Response, Router } from 'express';
import { emailSchema } from '../../../domain/editing/people.ts';
import { BadRequest } from '../../../http/check-request.ts';
import { toWho } from '../../../http/rate-limit.ts';
import { readForm } from '../../form.ts';
import { redirect, sendPage } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { toProgramma } from '../browser.ts';
import { readVelden } from '../form.ts';
import { BEHEER, LOGIN_PATH } from '../paths.ts';
import { createOidcRouter } from './oidc-router.ts';

/** In bytes. */
const MAX_FORM = 2_000;

/** What is open to whoever is not logged in: the page with the ways to log in, and these ways. */
export function createLoginRouter(deps: BeheerDeps): Router {
  const { say, render, login } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  function showForm(res: Response, { uit = false, gevraagd = false, email = '', fout = '' }): void {
    const page = {
      template: 'beheer-inloggen',
      titel: say('beheer.inloggen'),
      kruimels: [{ tekst: say('beheer.inloggen') }],
      fout: fout !== '',
      model: {
        ...{ uit, gevraagd, email, fout },
        fouten: fout === '' ? [] : [{ href: '#email', tekst: fout }],
        metMail: login.askLink !== null,
        metOidc: login.provider !== null,
      },
    };
    sendPage(res, render, page, fout === '' ? 200 : 422);
  }

  router.get('/inloggen', (req, res) => {
    showForm(res, { uit: req.query.uit === 'ja', gevraagd: req.query.gevraagd === 'ja' });
  });

  if (login.askLink) {
    const { askLink } = login;
    router.post('/inloggen', readForm(MAX_FORM), async (req, res) => {
      const typed = readVelden(req, 'email').get('email') ?? '';
      const parsed = emailSchema.safeParse(typed);
      if (!parsed.success) return showForm(res, { email: typed, fout: say('beheer.email-fout') });
      const who = toWho(req);
      if (!(await login.attempts.isWithin('vraag', who))) throw new BadRequest(429, say('beheer.te-vaak'));
      await login.attempts.count('vraag', who);
      // Nobody waits for it: how long it takes would tell whether the address is known.
      askLink(parsed.data);
      redirect(res, `${LOGIN_PATH}?gevraagd=ja`);
    });
  }

  router.use(createLinkRouter(deps));
  if (login.provider) router.use(createOidcRouter(deps, login.provider));
  return router;
}

/** In bytes: the form is empty. */
const MAX_EMPTY_FORM = 1_000;

/**
 * A link to log in with once. Opening it shows a button and does nothing, not even looking whether the link works: programs that
 * check mail open all links, and whoever guesses learns nothing.
 */
function createLinkRouter({ say, render, login, cookie }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const kruimels = [{ tekst: say('beheer.inloggen') }];

  router.get('/link/:token', (req, res) => {
    const model = { token: req.params.token };
    sendPage(res, render, { template: 'beheer-link', titel: say('beheer.link'), kruimels, model });
  });

  router.post('/link/:token', readForm(MAX_EMPTY_FORM), async (req, res) => {
    readVelden(req);
    const who = toWho(req);
    if (!(await login.attempts.isWithin('mislukt', who))) throw new BadRequest(429, say('beheer.te-vaak'));
    const browser = { programma: toProgramma(req), token: cookie.read(req) };
    const result = await login.enterByLink(req.params.token ?? '', browser);
    if (result.soort === 'in') {
      cookie.set(res, result.token);
      return redirect(res, BEHEER);
    }
    await login.attempts.count('mislukt', who);
    const verlopen = result.soort === 'verlopen';
    const titel = say('beheer.link-fout');
    const page = {
      template: 'beheer-link-fout',
      titel,
      kruimels,
      model: { verlopen, isAnders: login.askLink !== null || login.provider !== null },
    };
    sendPage(res, render, page, verlopen ? 410 : 404);
  });

  return router;
}
