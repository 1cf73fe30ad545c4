import type { Response, Router } from 'express';
import { toTimeText } from '../../domain/calendar.ts';
import { type BeheerRol, emailSchema, ROLLEN, rolSchema } from '../../domain/editing/people.ts';
import { toCopyBox } from '../mail-parts.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker } from './bezoeker.ts';
import { isHereOnly } from './browser.ts';
import { findDone, readVelden, toDonePath } from './form.ts';
import { BEHEER } from './paths.ts';

const PAD = '/mensen';
const PATH = `${BEHEER}${PAD}`;

/** Where a beheerder invites people, changes what they may do, and closes their accounts. */
export const MENSEN: Area = {
  pad: PAD,
  rol: 'beheerder',
  naam: 'beheer.mensen',
  uitleg: 'beheer.mensen-uitleg',
  addRoutes,
};

/** What the page says besides who there are: what was typed and refused, or was done. */
interface Said {
  readonly email?: string;
  readonly rol?: string;
  readonly fouten?: readonly { readonly href: string; readonly tekst: string }[];
  readonly melding?: string | null;
  readonly gedaan?: string | null;
}

function addRoutes(router: Router, { say, show, login, baseUrl }: BeheerDeps): void {
  const toOpties = (chosen: string) =>
    ROLLEN.map((id) => ({ id, tekst: say(`beheer.rol-${id}`), gekozen: id === chosen }));

  async function showPeople(res: Response, said: Said, status = 200): Promise<void> {
    const { email = '', rol = '', fouten = [], melding = null, gedaan = null } = said;
    const { wie } = getBezoeker(res);
    const people = [...(await login.people.list())].sort((a, b) =>
      a.value.email.localeCompare(b.value.email),
    );
    const find = (naam: string) => fouten.find(({ href }) => href === `#${naam}`)?.tekst ?? null;
    const toMens = ({ id, value }: (typeof people)[number]) => ({
      id,
      email: value.email,
      isSelf: id === wie.id,
      rol: say(`beheer.rol-${value.rol}`),
      sinds: toTimeText(new Date(value.sinds)),
      isNieuw: value.ingelogd === undefined,
      opties: toOpties(value.rol),
    });
    const model = {
      ...{ gedaan, fouten, melding, email, foutEmail: find('email'), foutRol: find('rol') },
      rollen: toOpties(rol),
      metMail: login.mail !== null,
      mensen: people.filter(({ value }) => value.actief).map(toMens),
      gesloten: people.filter(({ value }) => !value.actief).map(({ value }) => value.email),
    };
    show(
      res,
      { template: 'beheer-mensen', titel: say('beheer.mensen'), fout: status !== 200, model },
      status,
    );
  }

  router.get('/', (req, res) => showPeople(res, { gedaan: findDone(say, 'beheer', req.query.gedaan) }));

  router.post('/', async (req, res) => {
    const form = readVelden(req, 'email', 'rol');
    const [typed, rol] = [form.get('email') ?? '', form.get('rol') ?? ''];
    const [email, parsed] = [emailSchema.safeParse(typed), rolSchema.safeParse(rol)];
    const refuse = (fouten: Said['fouten'] & object) => showPeople(res, { email: typed, rol, fouten }, 422);
    if (!email.success || !parsed.success)
      return refuse([
        ...(email.success ? [] : [{ href: '#email', tekst: say('beheer.email-fout') }]),
        ...(parsed.success ? [] : [{ href: '#rol', tekst: say('beheer.rol-fout') }]),
      ]);
    const made = await login.people.invite(getBezoeker(res).wie.id, email.data, parsed.data);
    if (made.soort === 'bestaat') {
      const tekst = say('beheer.bestaat', { rol: say(`beheer.rol-${made.rol}`) });
      return refuse([{ href: '#email', tekst }]);
    }
    if (!login.mail) return showLink(res, email.data, made.token, made.rol);
    const mailed = await login.mail({
      ...{ soort: 'uitnodiging', aan: email.data, link: login.toUrl(made.token) },
      geldigTot: made.geldigTot,
    });
    if (mailed !== 'niet') return redirect(res, toDonePath(PATH, 'gemaild'));
    return showPeople(res, { melding: say('beheer.niet-gemaild') }, 503);
  });

  /** The one page that follows on a form at once: the link is kept nowhere, so it is shown now or never. */
  function showLink(res: Response, email: string, token: string, rol: BeheerRol): void {
    const titel = say('beheer.uitnodiging');
    const kruimels = [{ tekst: say('beheer.mensen'), href: PATH }, { tekst: titel }];
    const model = {
      email,
      link: toCopyBox({ id: 'link', label: say('beheer.link-label'), tekst: login.toUrl(token), rijen: 3 }),
      rolNaam: say(`beheer.rol-${rol}`),
      alleenHier: isHereOnly(baseUrl),
    };
    show(res, { template: 'beheer-uitnodiging', titel, kruimels, model });
  }

  router.post('/:id/rol', async (req, res, next) => {
    const rol = rolSchema.safeParse(readVelden(req, 'rol').get('rol'));
    if (!rol.success) return showPeople(res, { melding: say('beheer.rol-fout') }, 422);
    const result = await login.people.changeRol(getBezoeker(res).wie.id, req.params.id, rol.data);
    await answer(res, next, result, 'rol');
  });

  router.post('/:id/sluiten', async (req, res, next) => {
    readVelden(req);
    const result = await login.people.close(getBezoeker(res).wie.id, req.params.id);
    await answer(res, next, result, 'gesloten');
  });

  async function answer(
    res: Response,
    next: () => void,
    result: Awaited<ReturnType<typeof login.people.close>>,
    gedaan: 'rol' | 'gesloten',
  ): Promise<void> {
    if (result === 'weg') return next();
    if (result === 'laatste') return showPeople(res, { melding: say('beheer.laatste') }, 409);
    redirect(res, toDonePath(PATH, gedaan));
  }
}
