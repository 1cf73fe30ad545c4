import type { Request, Response, Router } from 'express';
import { toDateText, toDutchDate, toTimeText } from '../../domain/calendar.ts';
import { hasRol } from '../../domain/editing/people.ts';
import type { Versie } from '../../domain/editing/versions.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker, readNames, type ToName } from './bezoeker.ts';
import { toChangesModel, toProofModel } from './drafts/to-proof-model.ts';
import { checkWords, findDone, readVelden, toDonePath } from './form.ts';
import { requireRol } from './guard.ts';
import { BEHEER, toDraftPath } from './paths.ts';
import { toSiteState } from './site-state.ts';

const PAD = '/versies';
const PATH = `${BEHEER}${PAD}`;

/** Where one sees what was published, and brings an older version back. */
export const VERSIES: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'concepten.versies',
  uitleg: 'concepten.versies-uitleg',
  addRoutes,
};

/** A reason that was refused, and why; `isField`: it is the reason itself that is wrong. */
interface Refused {
  readonly waarde: string;
  readonly melding: string;
  readonly isField: boolean;
}

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, editing, records, content, live: shown, now, catalog } = deps;

  router.get('/', async (req, res) => {
    const [versions, toName, live, hasNewProgram] = await Promise.all([
      editing.versions.list(),
      readNames(records, say),
      records.findLiveVersion(),
      editing.updating.hasNewProgram(),
    ]);
    const first = {
      ...{ href: toPath(0), kop: toKop(0), isLive: live === 0, titel: say('concepten.versie-nul-uitleg') },
      ...{ wanneer: null, door: null, makers: null, reden: null },
    };
    const versies = versions.map(({ value }) => ({
      ...toFacts(value, toName),
      href: toPath(value.nummer),
      kop: toKop(value.nummer),
      isLive: value.nummer === live,
    }));
    // A fault of an older version is over as soon as the newest one is made.
    const fault = shown.fault !== null && shown.fault.nummer >= live ? shown.fault : null;
    const model = {
      gedaan: findDone(say, 'concepten', req.query.gedaan),
      hasNewProgram,
      opDeSite: live === 0 || fault !== null ? null : { ...toSiteState(say, live, shown), href: PATH },
      getoond: shown.nummer,
      fault,
      versies: [...versies, first],
    };
    show(res, { template: 'beheer-versies', titel: say('concepten.versies'), model });
  });

  // With the same forms as every draft: what the program brings is looked at by two people too.
  router.post('/programma', async (req, res) => {
    readVelden(req);
    const titel = say('concepten.nieuw-programma', { dag: toDateText(toDutchDate(now())) });
    const draft = await editing.updating.startProgramDraft(getBezoeker(res).wie, titel);
    if (draft === null) return redirect(res, PATH);
    redirect(res, draft.isNew ? toDonePath(toDraftPath(draft.id), 'begonnen') : toDraftPath(draft.id));
  });

  router.get('/:nummer', async (req, res, next) => {
    const nummer = readNumber(req.params.nummer);
    if (nummer === null || !(await showVersion(res, nummer, null))) next();
  });

  router.post(
    '/:nummer/terugzetten',
    requireRol('uitgever'),
    async (req: Request<{ nummer: string }>, res, next) => {
      const nummer = readNumber(req.params.nummer);
      if (nummer === null) return next();
      const form = readVelden(req, 'reden', 'live');
      const { value, fout } = checkWords(form, 'reden');
      const seen = Number(form.get('live'));
      const done = fout
        ? ({ ok: false, waarom: 'reden' } as const)
        : await editing.publishing.rollBack(nummer, getBezoeker(res).wie, value, seen);
      if (done.ok) return redirect(res, toDonePath(PATH, 'teruggezet'));
      const refused =
        fout ?? (done.waarom === 'reden' ? 'terug-zonder-reden' : (`weiger-${done.waarom}` as const));
      const melding = say(`concepten.${refused}`);
      const geweigerd = { waarde: value, melding, isField: done.waarom === 'reden' };
      if (!(await showVersion(res, nummer, geweigerd))) next();
    },
  );

  /** Shows a version: what it changed, and what bringing it back would do; false when there is none. */
  async function showVersion(res: Response, nummer: number, geweigerd: Refused | null): Promise<boolean> {
    const versie = await editing.versions.read(nummer);
    const live = await editing.versions.readLive();
    if (nummer > live.nummer || (nummer > 0 && !versie)) return false;
    const [files, before, toName] = await Promise.all([
      editing.versions.readFiles(nummer),
      versie && editing.versions.readFiles(versie.vorige),
      readNames(records, say),
    ]);
    const canReturn = nummer < live.nummer && hasRol(getBezoeker(res).wie.rol, 'uitgever');
    const proof = canReturn ? await editing.proofs.ofReturn(live.nummer, live.files, nummer, files) : null;
    const changes = before ? editing.listChanges(before, files) : [];
    const shared = { say, formulieren: catalog.formulieren, after: files, concept: null };
    const kop = toKop(nummer);
    const model = {
      kop,
      samenvatting: geweigerd && [
        { href: geweigerd.isField ? '#reden' : '#inhoud', tekst: geweigerd.melding },
      ],
      over: versie && {
        ...toFacts(versie, toName),
        vorige: versie.vorige,
        conceptHref: versie.concept === null ? null : toDraftPath(versie.concept),
      },
      isLive: nummer === live.nummer,
      verschil: { wijzigingen: toChangesModel(changes, { ...shared, before: before ?? files }) },
      terug: proof && {
        ...toProofModel(proof, {
          ...shared,
          content,
          before: live.files,
          toExample: null,
          toKept: null,
          toInvented: null,
        }),
        href: `${toPath(nummer)}/terugzetten`,
        kan: proof.fouten.length === 0,
      },
      live: live.nummer,
      reden: { waarde: geweigerd?.waarde ?? '', fout: geweigerd?.isField ? geweigerd.melding : null },
    };
    const kruimels = [{ tekst: say('concepten.versies'), href: PATH }, { tekst: kop }];
    const status = geweigerd === null ? 200 : geweigerd.isField ? 422 : 409;
    show(res, { template: 'beheer-versie', titel: kop, kruimels, fout: geweigerd !== null, model }, status);
    return true;
  }

  function toKop(nummer: number): string {
    return nummer === 0 ? say('concepten.versie-nul') : say('concepten.versie-titel', { nummer });
  }
}

/** What is known of a version, in words. */
function toFacts({ titel, op, uitgegevenDoor, gemaaktDoor, reden }: Versie, toName: ToName) {
  return {
    ...{ titel, reden, wanneer: toTimeText(new Date(op)), door: toName(uitgegevenDoor) },
    makers: gemaaktDoor.map(toName).join(', ') || null,
  };
}

function toPath(nummer: number): string {
  return `${PATH}/${nummer}`;
}

/** The number of a version in an address; null for what is no number. */
function readNumber(text: string): number | null {
  return /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : null;
}
