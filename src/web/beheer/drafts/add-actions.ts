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
import type { Refused, ShowDraft } from './show-draft.ts';

/** What a button asks of a draft. */
interface Action {
  /** The fields of its form, beside `csrf`. */
  readonly velden: readonly string[];
  /** Reads what is typed and says what is wrong with it; without it nothing is typed. */
  readonly read?: (form: URLSearchParams) => ReturnType<typeof checkText>;
  /** The form in which it stands. */
  readonly formulier?: Refused['formulier'];
  /**
   * The form beside it that comes along: a text there says that something else was meant. Its own button may stand there too;
   * the field `keuze` then says that it was pressed.
   */
  readonly naast?: { readonly formulier: 'goedkeuren' | 'teruggeven'; readonly veld: string };
  /** It stands in the one form of who works on a draft, which may have these buttons beside its own: `keuze` says which. */
  readonly samen?: readonly string[];
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

/** What stands in the one form of who works on a draft: each of its buttons sends all of it. */
const TOGETHER = ['titel', 'toelichting'] as const;

/** The buttons of a draft, by the last part of their address. */
const ACTIONS: Readonly<Record<string, Action>> = {
  titel: {
    velden: [...TOGETHER, 'keuze'],
    samen: ['aanbieden', 'intrekken'],
    read: (form) => checkText(form, 'titel'),
    formulier: 'titel',
    gedaan: 'titel',
    act: async ({ drafts }, id, wie, titel) => toDone(await drafts.rename(id, wie, titel)),
  },
  aanbieden: {
    velden: TOGETHER,
    samen: [],
    read: (form) => checkWords(form, 'toelichting'),
    formulier: 'aanbieden',
    gedaan: 'aangeboden',
    act: ({ publishing }, id, wie, toelichting) => publishing.offer(id, wie, toelichting),
  },
  terugnemen: {
    velden: [],
    gedaan: 'teruggenomen',
    act: ({ publishing }, id, wie) => publishing.close(id, wie, 'bezig', ''),
  },
  intrekken: {
    velden: TOGETHER,
    samen: [],
    gedaan: 'ingetrokken',
    act: ({ publishing }, id, wie) => publishing.close(id, wie, 'ingetrokken', ''),
  },
  bijwerken: {
    velden: [],
    gedaan: 'bijgewerkt',
    act: async ({ updating }, id, wie) => toDone(await updating.update(id, wie)),
  },
  'zet-terug': {
    velden: ['bestand', 'onderdeel'],
    gedaan: 'hersteld',
    act: async ({ drafts }, id, wie, _typed, form) => {
      const part = { bestand: form.get('bestand') ?? '', naam: form.get('onderdeel') || null };
      return toDone(await drafts.restorePart(id, wie, part));
    },
  },
  teruggeven: {
    velden: ['antwoord', 'revisie', 'reden'],
    read: (form) => checkText(form, 'woorden', 'antwoord'),
    formulier: 'teruggeven',
    naast: { formulier: 'goedkeuren', veld: 'reden' },
    rol: 'uitgever',
    gedaan: 'teruggegeven',
    act: ({ publishing }, id, wie, antwoord) => publishing.close(id, wie, 'bezig', antwoord),
  },
  goedkeuren: {
    velden: ['revisie', 'reden', 'antwoord', 'keuze'],
    read: (form) => checkWords(form, 'reden'),
    formulier: 'goedkeuren',
    naast: { formulier: 'teruggeven', veld: 'antwoord' },
    rol: 'uitgever',
    gedaan: 'uitgegeven',
    act: ({ publishing }, id, wie, reden, form) =>
      publishing.publish(id, Number(form.get('revisie')), wie, reden),
  },
};

function findPressed(own: Action, form: URLSearchParams): Action {
  const others = [...(own.samen ?? []), ...(own.naast ? [own.naast.formulier] : [])];
  const pressed = others.find((other) => other === form.get('keuze'));
  return (pressed !== undefined && ACTIONS[pressed]) || own;
}

function toDone(isDone: boolean): Done {
  return isDone ? { ok: true } : { ok: false, waarom: 'dicht' };
}

/** Adds the buttons of a draft. Each leads on to its page, or shows it again with why not and what was typed. */
export function addActions(router: Router, { say, editing }: BeheerDeps, showDraft: ShowDraft): void {
  for (const [pad, { rol, ...action }] of Object.entries(ACTIONS))
    router.post(`/:id/${pad}`, ...(rol ? [requireRol(rol)] : []), toHandler(action));

  function toHandler(own: Action): RequestHandler<{ id: string }> {
    return async (req, res, next) => {
      const { id } = req.params;
      const form = readVelden(req, ...own.velden);
      const { read, formulier = null, naast, samen, gedaan, act } = findPressed(own, form);
      const { value, fout } = read?.(form) ?? { value: '', fout: null };
      const beside = naast ? checkWords(form, naast.veld).value : '';
      const open = samen ? await findUnsaved(id, form, formulier) : null;
      if (open && formulier !== 'titel') {
        const { draft, ook, waarde } = open;
        const melding = say(`concepten.ook-${open.formulier}`);
        return showDraft(res, draft, {
          geweigerd: { formulier: open.formulier, melding, waarde, ook },
          status: 422,
        });
      }
      const done =
        fout || beside !== ''
          ? ({ ok: false, waarom: 'reden' } as const)
          : await act(editing, id, getBezoeker(res).wie, value, form);
      const draft = done.ok && !open ? null : await editing.drafts.open(id);
      // What stands in another field is kept on the page, since it is kept nowhere else.
      if (done.ok && open && draft)
        return showDraft(res, draft, {
          gedaan: findDone(say, 'concepten', gedaan),
          getypt: { [open.formulier]: open.waarde },
        });
      if (done.ok) return redirect(res, toDonePath(toDraftPath(id), gedaan));
      if (!draft) return next();
      // Only what is typed, or lacks, is a fault of the field; what was typed elsewhere stays there too.
      const status = done.waarom === 'reden' ? 422 : 409;
      if (naast && beside !== '') {
        const ook = formulier === null ? {} : { [formulier]: value };
        const melding = say(`concepten.ook-${naast.formulier}`);
        const geweigerd = { formulier: naast.formulier, melding, waarde: beside, ook };
        return showDraft(res, draft, { geweigerd, status });
      }
      const melding = say(fout ? `concepten.${fout}` : `concepten.weiger-${done.waarom}`);
      const ook = open ? { [open.formulier]: open.waarde } : {};
      await showDraft(res, draft, { geweigerd: { formulier, melding, waarde: value, ook }, status });
    };
  }

  /** What was typed beside the field of the button that was pressed, and would be lost; null when there is no such. */
  async function findUnsaved(id: string, form: URLSearchParams, pressed: Refused['formulier']) {
    const draft = await editing.drafts.open(id);
    if (!draft) return null;
    const [titel, words] = [checkText(form, 'titel').value, checkWords(form, 'toelichting').value];
    const ook = { titel, aanbieden: words };
    if (pressed !== 'aanbieden' && words !== '')
      return { draft, formulier: 'aanbieden', waarde: words, ook } as const;
    const isOther = form.has('titel') && titel !== draft.concept.titel;
    if (pressed !== 'titel' && isOther) return { draft, formulier: 'titel', waarde: titel, ook } as const;
    return null;
  }
}
