import { Router } from 'express';
import { toTimeText } from '../../../domain/calendar.ts';
import { hasRol } from '../../../domain/editing/people.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { BEHEER, LOGIN_PATH } from '../paths.ts';

const PAD = '/sessies';

/** Where somebody sees on which browsers they are logged in, and a beheerder everybody's. */
export const SESSIES: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'beheer.sessies',
  uitleg: 'beheer.sessies-uitleg',
  create: createSessionsRouter,
};

function createSessionsRouter({ say, show, login, records, cookie }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (req, res) => {
    const { wie, sessie } = getBezoeker(res);
    const isAll = hasRol(wie.rol, 'beheerder');
    const emails = isAll
      ? new Map((await records.list('medewerker')).map(({ id, value }) => [id, value.email]))
      : new Map([[wie.id, wie.email]]);
    const all = await login.sessions.list();
    const shown = all.filter(({ value }) => isAll || value.medewerker === wie.id);
    show(res, {
      template: 'beheer-sessies',
      titel: say('beheer.sessies'),
      kruimels: [{ tekst: say('beheer.sessies') }],
      model: {
        isAll,
        gedaan: req.query.gedaan === 'ja',
        sessies: shown.map(({ id, value }) => ({
          id,
          email: emails.get(value.medewerker) ?? say('beheer.onbekend'),
          programma: value.programma,
          begonnen: toTimeText(new Date(value.begonnen)),
          gebruikt: toTimeText(new Date(value.gebruikt)),
          isDeze: id === sessie,
        })),
      },
    });
  });

  router.post('/', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['sessie']);
    const { wie, sessie } = getBezoeker(res);
    const id = form.get('sessie') ?? '';
    const found = (await login.sessions.list()).find((kept) => kept.id === id);
    // Somebody else's does not exist for who may not end it.
    if (found && found.value.medewerker !== wie.id && !hasRol(wie.rol, 'beheerder')) return next();
    if (found) {
      const owner = await records.read('medewerker', found.value.medewerker);
      const over = owner?.value.email ?? found.value.medewerker;
      await login.sessions.end(id, login.toLogEntry(wie.id, 'elders-uitgelogd', over));
    }
    if (id !== sessie) return redirect(res, `${BEHEER}${PAD}?gedaan=ja`);
    cookie.clear(res);
    redirect(res, `${LOGIN_PATH}?uit=ja`);
  });

  return router;
}
