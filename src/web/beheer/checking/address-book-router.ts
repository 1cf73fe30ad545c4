import { type Response, Router } from 'express';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { addCheckActions } from './check-actions.ts';
import {
  ADRESBOEK_PATH,
  type Choice,
  readChoice,
  toAddressBookPage,
  toChoiceHref,
} from './to-address-book-page.ts';

/** Where each address and number stands once, with where it is used. */
export const ADRESBOEK: Area = {
  pad: '/adresboek',
  rol: 'redacteur',
  naam: 'nakijken.adresboek',
  uitleg: 'nakijken.adresboek-uitleg',
  create: createAddressBookRouter,
};

function createAddressBookRouter(deps: BeheerDeps): Router {
  const { say, show, editing, live, content, now } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  async function showBook(
    res: Response,
    choice: Choice,
    bericht: Parameters<typeof toAddressBookPage>[1]['bericht'],
    status = 200,
  ): Promise<void> {
    const own = await editing.checking.find(getBezoeker(res).wie);
    const { bronnen } = content;
    show(
      res,
      toAddressBookPage(say, { files: live.files, bronnen, choice, own, now: now(), bericht }),
      status,
    );
  }

  router.get('/', async (req, res) => {
    const isNoted = req.query.genoteerd === 'ja';
    const bericht = isNoted ? ({ soort: 'ok', tekst: say('nakijken.genoteerd') } as const) : null;
    await showBook(
      res,
      readChoice((naam) => req.query[naam]),
      bericht,
    );
  });

  const readForm = (form: URLSearchParams) => readChoice((naam) => form.get(naam));
  addCheckActions(router, deps, {
    toPath: (form) => `${toChoiceHref(readForm(form))}&`,
    velden: ['toon', 'volgorde'],
    showAgain: (req, res, tekst) =>
      showBook(res, readForm(req.body as URLSearchParams), { soort: 'warning', tekst }, 409),
  });
  // Who loads the page again after a refusal asks for the address of its form.
  for (const pad of ['/nog-juist', '/wijzig']) router.get(pad, (_req, res) => redirect(res, ADRESBOEK_PATH));

  return router;
}
