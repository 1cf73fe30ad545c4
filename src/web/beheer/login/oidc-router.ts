import { type Request, type Response, Router } from 'express';
import { NotIdentified, ProviderDown } from '../../../domain/editing/people.ts';
import { BadRequest } from '../../../http/check-request.ts';
import { toWho } from '../../../http/rate-limit.ts';
import { redirect, sendPage } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { createCookie, toProgramma } from '../browser.ts';
import { BEHEER } from '../paths.ts';
import { sendOnward } from '../show.ts';

/** How long somebody may take at the provider, in seconds. */
const MAX_AWAY = 10 * 60;

type Provider = NonNullable<BeheerDeps['login']['provider']>;

/** Going to the provider of OpenID Connect, and coming back from it. */
export function createOidcRouter(deps: BeheerDeps, provider: Provider): Router {
  const { say, render, login, cookie, baseUrl } = deps;
  const router = Router({ strict: true, caseSensitive: true });
  // What the browser keeps while it is away. Lax: it must go along with the redirect of the provider, which is another site.
  const away = createCookie(baseUrl, 'beheer-oidc', `${BEHEER}/oidc`, 'Lax');

  function showFault(
    res: Response,
    reden: 'onbekend' | 'zonderAdres' | 'mislukt' | 'weg',
    status: number,
  ): void {
    const titel = say('beheer.oidc-fout');
    const model = { [reden]: true, metMail: login.askLink !== null };
    const page = { template: 'beheer-oidc-fout', titel, kruimels: [{ tekst: titel }], model };
    sendPage(res, render, page, status);
  }

  function handleFault(req: Request, res: Response, error: unknown): void {
    const isDown = error instanceof ProviderDown;
    if (!isDown && !(error instanceof NotIdentified)) throw error;
    req.logError(error, 'inloggen met OpenID Connect');
    if (isDown) showFault(res, 'weg', 503);
    else showFault(res, 'mislukt', 400);
  }

  router.get('/oidc/heen', async (req, res) => {
    try {
      const { url, secret } = await provider.begin();
      away.set(res, secret, MAX_AWAY);
      redirect(res, url);
    } catch (error) {
      handleFault(req, res, error);
    }
  });

  router.get('/oidc/terug', async (req, res) => {
    const secret = away.read(req);
    if (secret === null) return showFault(res, 'mislukt', 400);
    const who = toWho(req);
    if (!(await login.attempts.isWithin('mislukt', who))) throw new BadRequest(429, say('beheer.te-vaak'));
    // Whatever it comes to: one journey, one secret.
    away.clear(res);
    try {
      const query = req.originalUrl.split('?')[1] ?? '';
      const result = await provider.finish(query, secret, {
        programma: toProgramma(req),
        token: cookie.read(req),
      });
      if (result.soort === 'in') {
        cookie.set(res, result.token);
        return sendOnward(deps, res, BEHEER);
      }
      await login.attempts.count('mislukt', who);
      if (result.soort !== 'onbekend' || !result.zonderAdres) return showFault(res, 'onbekend', 403);
      // Of nobody in particular: whoever set the provider up has to know.
      const fault = new NotIdentified('geen e-mailadres met email_verified of xms_edov');
      req.logError(fault, 'inloggen met OpenID Connect');
      showFault(res, 'zonderAdres', 403);
    } catch (error) {
      if (error instanceof NotIdentified) await login.attempts.count('mislukt', who);
      handleFault(req, res, error);
    }
  });

  return router;
}
