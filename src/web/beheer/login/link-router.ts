import { Router } from 'express';
import { toWho } from '../../../http/asker.ts';
import { BadRequest } from '../../../http/check-request.ts';
import { checkVelden, readForm } from '../../form.ts';
import { redirect, sendPage } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { BEHEER } from '../paths.ts';
import { toProgramma } from './browser.ts';

/** In bytes: the form is empty. */
const MAX_FORM = 1_000;

/**
 * A link to log in with once. Opening it shows a button and does nothing, not even looking whether the link works: programs that
 * check mail open all links, and whoever guesses learns nothing.
 */
export function createLinkRouter({ say, render, login, cookie }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const kruimels = [{ tekst: say('beheer.inloggen') }];

  router.get('/link/:token', (req, res) => {
    const model = { token: req.params.token };
    sendPage(res, render, { template: 'beheer-link', titel: say('beheer.link'), kruimels, model });
  });

  router.post('/link/:token', readForm(MAX_FORM), async (req, res) => {
    checkVelden(req.body as URLSearchParams, []);
    const who = toWho(req);
    if (!(await login.attempts.isWithin('mislukt', who))) throw new BadRequest(429, say('beheer.te-vaak'));
    const browser = {
      programma: toProgramma(req),
      token: cookie.read(req),
    };
    const result = await login.enterByLink(req.params.token ?? '', browser);
    if (result.soort === 'in') {
      cookie.set(res, result.token);
      return redirect(res, BEHEER);
    }
    await login.attempts.count('mislukt', who);
    const verlopen = result.soort === 'verlopen';
    const page = {
      template: 'beheer-link-fout',
      titel: say('beheer.link-fout'),
      kruimels,
      model: { verlopen },
    };
    sendPage(res, render, page, verlopen ? 410 : 404);
  });

  return router;
}
