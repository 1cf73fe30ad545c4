import { Router } from 'express';
import { sendPage } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';

/** What is open to whoever is not logged in. */
export function createLoginRouter({ say, render }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/inloggen', (req, res) => {
    sendPage(res, render, {
      template: 'beheer-inloggen',
      titel: say('beheer.inloggen'),
      kruimels: [{ tekst: say('beheer.inloggen') }],
      model: { uit: req.query.uit === 'ja' },
    });
  });

  return router;
}
