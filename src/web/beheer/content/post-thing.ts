import type { Response } from 'express';
import { doAct, parseAct } from '../../../domain/editing/form/act.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { toInvoer } from '../../../domain/editing/form/to-invoer.ts';
import { moveThing } from '../../../domain/editing/soort.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { redirect } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { checkThing, toFaults } from './check-thing.ts';
import type { ContentDesk } from './content-desk.ts';
import { toContentPath, toThingPath } from './paths.ts';
import { readPosted } from './read-posted.ts';
import { saveThing } from './save-thing.ts';
import { listUses } from './show-thing.ts';
import { type FormOptions, toFormPage } from './to-form-page.ts';

interface Target {
  readonly draft: OpenDraft;
  readonly formulier: Formulier;
  /** Null: a new thing. */
  readonly naam: string | null;
}

/** Does what the button of a form says: to the form itself, or to the draft. Nothing that was typed gets lost. */
export async function postThing(
  { say, show, editing: { drafts } }: BeheerDeps,
  desk: ContentDesk,
  res: Response,
  { draft, formulier, naam }: Target,
): Promise<void> {
  const { soort, veld } = formulier;
  const { wie } = getBezoeker(res);
  const posted = readPosted(formulier, res.req.body as URLSearchParams, draft.files);
  const { was, invoer, botsingen, doe } = posted;
  const base = toContentPath(draft.id);
  const again = (more: Partial<FormOptions>, status = 200) => {
    const kept = { say, draft, formulier, naam, was, invoer, botsingen, isGetypt: true, fouten: new Map() };
    show(res, toFormPage({ ...kept, ...more }), status);
  };
  const toHere = (here: string) => `${toThingPath(base, soort.soort, here)}?bewaard=ja`;

  if (botsingen.length > 0) return again({ fouten: toFaults([['', say('beheer-fout.kies-botsing')]]) }, 409);
  const act = parseAct(doe);
  if (act) return again({ invoer: doAct(veld, invoer, act) });
  if (naam !== null && (doe === 'hoger' || doe === 'lager')) {
    const by = doe === 'hoger' ? -1 : 1;
    await drafts.changeFiles(draft.id, wie, `${soort.soort}, ${naam}`, (files) =>
      moveThing(files, soort, naam, by),
    );
    return redirect(res, toHere(naam));
  }
  const isGone = naam !== null && doe === 'verwijder' && soort.staat.in !== 'bestand';
  const gebruikt = isGone ? listUses(say, desk, draft, formulier, naam) : [];
  if (gebruikt.length > 0) return again({ gebruikt }, 409);
  const fouten = isGone ? new Map() : checkThing(say, draft.files, formulier, naam, posted);
  if (fouten.size > 0) return again({ fouten }, 422);

  const value = isGone ? undefined : posted.value;
  const saved = await saveThing(drafts, draft, wie, formulier, { naam, was, value });
  switch (saved.soort) {
    case 'dicht':
      return redirect(res, base);
    case 'weg':
      return redirect(res, `${base}/${soort.soort}?weg=ja`);
    case 'bewaard':
      return redirect(res, toHere(saved.naam));
    case 'botsing':
      if (saved.theirs === undefined) return again({ was: undefined, isWeg: true }, 409);
      return again(
        { was: saved.theirs, invoer: toInvoer(veld, saved.value), botsingen: saved.botsingen },
        409,
      );
  }
}
