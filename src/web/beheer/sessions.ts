import type { Router } from 'express';
import { toTimeText } from '../../domain/calendar.ts';
import { hasRol } from '../../domain/editing/people.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker, readNames } from './bezoeker.ts';
import { readVelden } from './form.ts';
import { BEHEER, LOGIN_PATH } from './paths.ts';

const PAD = '/sessies';

/** Where somebody sees on which browsers they are logged in, and a beheerder everybody's. */
export const SESSIES: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'beheer.sessies',
  uitleg: 'beheer.sessies-uitleg',
  inBalk: true,
  addRoutes,
};

function addRoutes(router: Router, { say, show, login, records, cookie }: BeheerDeps): void {
  router.get('/', async (req, res) => {
    const { wie, sessie } = getBezoeker(res);
    const isAll = hasRol(wie.rol, 'beheerder');
    const [all, toName] = await Promise.all([login.sessions.list(), readNames(records, say)]);
    const shown = all.filter(({ value }) => isAll || value.medewerker === wie.id);
    const sessies = shown.map(({ id, value }) => ({
      id,
      email: toName(value.medewerker),
      programma: value.programma,
      begonnen: toTimeText(new Date(value.begonnen)),
      gebruikt: toTimeText(new Date(value.gebruikt)),
      isDeze: id === sessie,
    }));
    const model = { isAll, gedaan: req.query.gedaan === 'ja', sessies };
    show(res, { template: 'beheer-sessies', titel: say('beheer.sessies'), model });
  });

  router.post('/', async (req, res, next) => {
    const id = readVelden(req, 'sessie').get('sessie') ?? '';
    const { wie, sessie } = getBezoeker(res);
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
}
