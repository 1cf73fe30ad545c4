import type { Request, RequestHandler, Response, Router } from 'express';
import type { Wie } from '../../../domain/editing/people.ts';
import type { Done } from '../../../editing/publishing.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { requireRol } from '../guard.ts';
import { BEHEER } from '../paths.ts';
import type { DoneName } from './done.ts';
import { checkText, checkWords } from './read-text.ts';
import type { ShowDraft } from './show-draft.ts';
import type { Refused } from './to-draft-page.ts';

/** What a button asks of a draft, with what was typed beside it. */
interface Action {
  /** The fields of its form, beside `csrf`. */
  readonly velden: readonly string[];
  /** Reads what is typed and says what is wrong with it. */
  readonly read: (form: URLSearchParams) => ReturnType<typeof checkText>;
  readonly formulier: Refused['formulier'];
  readonly gedaan: DoneName;
  readonly act: (id: string, wie: Wie, typed: string, form: URLSearchParams) => Promise<Done>;
}

/** The buttons of a draft. Each leads on to its page, or shows it again with why not and what was typed. */
export function addActions(router: Router, { say, editing }: BeheerDeps, showDraft: ShowDraft): void {
  const isUitgever = requireRol('uitgever');

  router.post(
    '/:id/titel',
    on({
      velden: ['titel'],
      read: (form) => checkText(form, 'titel'),
      ...{ formulier: 'titel', gedaan: 'titel' },
      act: async (id, wie, titel) => toDone(await editing.drafts.rename(id, wie, titel)),
    }),
  );
  router.post(
    '/:id/aanbieden',
    on({
      velden: ['toelichting'],
      read: (form) => checkWords(form, 'toelichting'),
      ...{ formulier: 'aanbieden', gedaan: 'aangeboden' },
      act: (id, wie, toelichting) => editing.publishing.offer(id, wie, toelichting),
    }),
  );
  router.post(
    '/:id/terugnemen',
    on({
      ...{ ...WITHOUT_TEXT, gedaan: 'teruggenomen' },
      act: (id, wie) => editing.publishing.close(id, wie, 'bezig', ''),
    }),
  );
  router.post(
    '/:id/intrekken',
    on({
      ...{ ...WITHOUT_TEXT, gedaan: 'ingetrokken' },
      act: (id, wie) => editing.publishing.close(id, wie, 'ingetrokken', ''),
    }),
  );
  router.post(
    '/:id/bijwerken',
    on({
      ...{ ...WITHOUT_TEXT, gedaan: 'bijgewerkt' },
      act: async (id, wie) => toDone(await editing.updating.update(id, wie)),
    }),
  );
  router.post(
    '/:id/teruggeven',
    isUitgever,
    on({
      velden: ['antwoord'],
      read: (form) => checkText(form, 'woorden', 'antwoord'),
      ...{ formulier: 'teruggeven', gedaan: 'teruggegeven' },
      act: (id, wie, antwoord) => editing.publishing.close(id, wie, 'bezig', antwoord),
    }),
  );
  router.post(
    '/:id/goedkeuren',
    isUitgever,
    on({
      velden: ['revisie', 'reden'],
      read: (form) => checkWords(form, 'reden'),
      ...{ formulier: 'goedkeuren', gedaan: 'uitgegeven' },
      act: (id, wie, reden, form) => editing.publishing.publish(id, Number(form.get('revisie')), wie, reden),
    }),
  );

  function on({ velden, read, formulier, gedaan, act }: Action): RequestHandler<{ id: string }> {
    return async (req, res, next) => {
      const { id } = req.params;
      const form = req.body as URLSearchParams;
      checkVelden(form, velden);
      const { value, fout } = read(form);
      if (fout)
        return refuse(req, res, next, { formulier, melding: say(`concepten.${fout}`), waarde: value }, 422);
      const done = await act(id, getBezoeker(res).wie, value, form);
      if (done.ok) return redirect(res, `${BEHEER}/concepten/${id}?gedaan=${gedaan}`);
      const melding = say(`concepten.weiger-${done.waarom}`);
      // Only a reason that lacks is a fault of the field; what was typed elsewhere stays there too.
      const status = done.waarom === 'reden' ? 422 : 409;
      await refuse(req, res, next, { formulier, melding, waarde: value }, status);
    };
  }

  async function refuse(
    req: Request<{ id: string }>,
    res: Response,
    next: () => void,
    geweigerd: Refused,
    status: number,
  ): Promise<void> {
    const draft = await editing.drafts.open(req.params.id);
    if (!draft) return next();
    await showDraft(res, draft, { geweigerd, status });
  }
}

const WITHOUT_TEXT = {
  velden: [],
  read: () => ({ value: '', fout: null }),
  formulier: null,
} as const satisfies Partial<Action>;

function toDone(isDone: boolean): Done {
  return isDone ? { ok: true } : { ok: false, waarom: 'dicht' };
}
