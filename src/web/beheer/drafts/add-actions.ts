import type { RequestHandler, Router } from 'express';
import type { BeheerRol, Wie } from '../../../domain/editing/people.ts';
import type { Editing } from '../../../editing/editing.ts';
import type { Done } from '../../../editing/publishing.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { checkText, checkWords, type DoneName, findDone, readVelden, toDonePath } from '../form.ts';
import { requireRol } from '../guard.ts';
import { toDraftPath } from '../paths.ts';
import { type ShowDraft, TYPED, type Typed, type TypedField } from './show-draft.ts';

/** What a button asks of a draft. */
interface Action {
  /** The field that it is about; without it nothing is typed for it. */
  readonly veld?: TypedField;
  /** Reads what is typed there and says what is wrong with it. */
  readonly read?: (form: URLSearchParams) => ReturnType<typeof checkText>;
  /** What is typed in another field says that something else was meant: then it is asked first. */
  readonly isBeslissend?: true;
  /** The role that it needs, where that is more than that of the area. */
  readonly rol?: BeheerRol;
  readonly gedaan: DoneName;
  readonly act: (
    editing: Editing,
    id: string,
    wie: Wie,
    typed: string,
    form: URLSearchParams,
  ) => Promise<Done>;
}

/** The field with which a button of the page says what to do; of one that puts a thing back, with that thing behind it. */
const DOE = 'doe';
/** All that stands in the one form of the page: each of its buttons sends all of it, so that nothing that was typed gets lost. */
const FORM = [...Object.keys(TYPED), 'titelWas', 'revisie', 'onderdeel'];

/** The buttons of a draft, by the last part of their address. */
const ACTIONS: Readonly<Record<string, Action>> = {
  titel: {
    veld: 'titel',
    read: (form) => checkText(form, 'titel'),
    gedaan: 'titel',
    act: async ({ drafts }, id, wie, titel) => toDone(await drafts.rename(id, wie, titel)),
  },
  aanbieden: {
    veld: 'toelichting',
    read: (form) => checkWords(form, 'toelichting'),
    isBeslissend: true,
    gedaan: 'aangeboden',
    act: ({ publishing }, id, wie, toelichting) => publishing.offer(id, wie, toelichting),
  },
  terugnemen: {
    gedaan: 'teruggenomen',
    act: ({ publishing }, id, wie) => publishing.close(id, wie, 'bezig', ''),
  },
  intrekken: {
    isBeslissend: true,
    gedaan: 'ingetrokken',
    act: ({ publishing }, id, wie) => publishing.close(id, wie, 'ingetrokken', ''),
  },
  bijwerken: {
    gedaan: 'bijgewerkt',
    act: async ({ updating }, id, wie) => toDone(await updating.update(id, wie)),
  },
  'zet-terug': {
    gedaan: 'hersteld',
    act: async ({ drafts }, id, wie, _typed, form) => {
      // No path of a file has a space.
      const [bestand = '', ...naam] = (form.get('onderdeel') ?? '').split(' ');
      return toDone(await drafts.restorePart(id, wie, { bestand, naam: naam.join(' ') || null }));
    },
  },
  teruggeven: {
    veld: 'antwoord',
    read: (form) => checkText(form, 'woorden', 'antwoord'),
    isBeslissend: true,
    rol: 'uitgever',
    gedaan: 'teruggegeven',
    act: ({ publishing }, id, wie, antwoord) => publishing.close(id, wie, 'bezig', antwoord),
  },
  goedkeuren: {
    veld: 'reden',
    read: (form) => checkWords(form, 'reden'),
    isBeslissend: true,
    rol: 'uitgever',
    gedaan: 'uitgegeven',
    act: ({ publishing }, id, wie, reden, form) =>
      publishing.publish(id, Number(form.get('revisie')), wie, reden),
  },
};

/** What is asked about words in a field, by the field of the button that was pressed; for other buttons there is one question. */
const QUESTIONS = {
  titel: 'concepten.ook-titel',
  toelichting: 'concepten.ook-aanbieden',
  'reden antwoord': 'concepten.ook-teruggeven',
  'antwoord reden': 'concepten.ook-goedkeuren',
} as const;

function toQuestion(pressed: TypedField | null, veld: TypedField) {
  const keys: Readonly<Partial<Record<string, (typeof QUESTIONS)[keyof typeof QUESTIONS]>>> = QUESTIONS;
  return keys[`${pressed} ${veld}`] ?? keys[veld] ?? 'concepten.ook-anders';
}

function toDone(isDone: boolean): Done {
  return isDone ? { ok: true } : { ok: false, waarom: 'dicht' };
}

/** What was typed in other fields than that of the button; a title only where it is another than the page had. */
function readOthers(form: URLSearchParams, pressed: TypedField | null, titel: string): Typed {
  const fields = (Object.keys(TYPED) as readonly TypedField[]).filter((veld) => veld !== pressed);
  const typed = fields.map((veld) => [veld, checkWords(form, veld).value] as const);
  const was = form.get('titelWas') ?? titel;
  const isTyped = ([veld, words]: (typeof typed)[number]) =>
    veld === 'titel' ? form.has(veld) && words !== was : words !== '';
  return Object.fromEntries(typed.filter(isTyped));
}

/**
 * Sends the form of the page on to the address of the button that was pressed, as `formaction` would: text browsers do not
 * know that. Without a button it is the title, as for who presses Enter there.
 */
const followButton: RequestHandler<{ id: string }> = (req, _res, next) => {
  const form = req.body as URLSearchParams;
  const [doe = '', ...onderdeel] = (form.get(DOE) ?? 'titel').split(' ');
  form.delete(DOE);
  if (onderdeel.length > 0) form.set('onderdeel', onderdeel.join(' '));
  req.url = `/${encodeURIComponent(req.params.id)}/${encodeURIComponent(doe)}`;
  next();
};

/** Adds the buttons of a draft. Each leads on to its page, or shows it again with why not and what was typed. */
export function addActions(router: Router, { say, editing }: BeheerDeps, showDraft: ShowDraft): void {
  router.post('/:id/doe', followButton);
  for (const [pad, { rol, ...action }] of Object.entries(ACTIONS))
    router.post(`/:id/${pad}`, ...(rol ? [requireRol(rol)] : []), toHandler(action));

  function toHandler(action: Action): RequestHandler<{ id: string }> {
    const { read, isBeslissend, gedaan, act } = action;
    const veld = action.veld ?? null;
    return async (req, res, next) => {
      const { id } = req.params;
      const form = readVelden(req, ...FORM);
      const draft = await editing.drafts.open(id);
      if (!draft) return next();
      const { value, fout } = read?.(form) ?? { value: '', fout: null };
      const others = readOthers(form, veld, draft.concept.titel);
      const getypt: Typed = veld === null ? others : { ...others, [veld]: value };
      if (fout) {
        const geweigerd = { veld, melding: say(`concepten.${fout}`) };
        return showDraft(res, draft, { geweigerd, getypt, status: 422 });
      }
      const [other] = isBeslissend ? (Object.keys(others) as readonly TypedField[]) : [];
      if (other) {
        const geweigerd = { veld: other, melding: say(toQuestion(veld, other)) };
        return showDraft(res, draft, { geweigerd, getypt, status: 422 });
      }
      const done = await act(editing, id, getBezoeker(res).wie, value, form);
      // What stands in another field is kept on the page, since it is kept nowhere else.
      const isAll = done.ok && Object.keys(others).length === 0;
      const fresh = isAll ? null : await editing.drafts.open(id);
      if (!fresh) return redirect(res, toDonePath(toDraftPath(id), gedaan));
      if (done.ok)
        return showDraft(res, fresh, { gedaan: findDone(say, 'concepten', gedaan), getypt: others });
      // Only what is typed, or lacks, is a fault of the field; what was typed elsewhere stays there too.
      const status = done.waarom === 'reden' ? 422 : 409;
      const geweigerd = { veld, melding: say(`concepten.weiger-${done.waarom}`) };
      await showDraft(res, fresh, { geweigerd, getypt, status });
    };
  }
}
