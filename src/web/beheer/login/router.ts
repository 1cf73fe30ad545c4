import { type Response, Router } from 'express';
import { emailSchema } from '../../../domain/editing/people.ts';
import { toWho } from '../../../http/asker.ts';
import { BadRequest } from '../../../http/check-request.ts';
import { checkVelden, readForm } from '../../form.ts';
import { redirect, sendPage } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { LOGIN_PATH } from '../paths.ts';
import { createLinkRouter } from './link-router.ts';
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
      const form = req.body as URLSearchParams;
      checkVelden(form, ['email']);
      const typed = form.get('email') ?? '';
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
