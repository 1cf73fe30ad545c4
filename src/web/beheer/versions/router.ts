import { type Request, type Response, Router } from 'express';
import { toDateText, toDutchDate } from '../../../domain/calendar.ts';
import { hasRol } from '../../../domain/editing/people.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { createCatalog } from '../content/catalog.ts';
import { DONE, findDone } from '../drafts/done.ts';
import { checkWords } from '../drafts/read-text.ts';
import { requireRol } from '../guard.ts';
import { BEHEER } from '../paths.ts';
import { readNames } from '../read-names.ts';
import { toVersionPage } from './to-version-page.ts';
import { toVersionsPage } from './to-versions-page.ts';

const PAD = '/versies';

/** Where one sees what was published, and brings an older version back. */
export const VERSIES: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'concepten.versies',
  uitleg: 'concepten.versies-uitleg',
  create: createVersionsRouter,
};

function createVersionsRouter(deps: BeheerDeps): Router {
  const { say, show, editing, records, content, live: shown, now } = deps;
  const catalog = createCatalog(() => editing.soorten);
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (req, res) => {
    const [versions, toName, live, hasNewProgram] = await Promise.all([
      editing.versions.list(),
      readNames(records, say),
      records.findLiveVersion(),
      editing.updating.hasNewProgram(),
    ]);
    const gedaan = findDone(say, req.query.gedaan);
    show(res, toVersionsPage({ say, versions, toName, live, shown, hasNewProgram, gedaan }));
  });

  // With the same forms as every draft: what the program brings is looked at by two people too.
  router.post('/programma', async (req, res) => {
    checkVelden(req.body as URLSearchParams, []);
    const titel = say('concepten.nieuw-programma', { dag: toDateText(toDutchDate(now())) });
    const id = await editing.updating.startProgramDraft(getBezoeker(res).wie, titel);
    redirect(res, id === null ? `${BEHEER}${PAD}` : `${BEHEER}/concepten/${id}?gedaan=${DONE.begonnen}`);
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
      const form = req.body as URLSearchParams;
      checkVelden(form, ['reden', 'live']);
      const { value, fout } = checkWords(form, 'reden');
      const seen = Number(form.get('live'));
      const done = fout
        ? ({ ok: false, waarom: 'reden' } as const)
        : await editing.publishing.rollBack(nummer, getBezoeker(res).wie, value, seen);
      if (done.ok) return redirect(res, `${BEHEER}${PAD}?gedaan=${DONE.teruggezet}`);
      const melding = say(fout ? `concepten.${fout}` : `concepten.weiger-${done.waarom}`);
      const isField = done.waarom === 'reden';
      const geweigerd = { waarde: value, melding, isField };
      if (!(await showVersion(res, nummer, geweigerd, isField ? 422 : 409))) next();
    },
  );

  return router;

  /** Shows a version, with what bringing it back would do; false when there is none. */
  async function showVersion(
    res: Response,
    nummer: number,
    geweigerd: Parameters<typeof toVersionPage>[0]['geweigerd'],
    status = 200,
  ): Promise<boolean> {
    const versie = await editing.versions.read(nummer);
    const live = await editing.versions.readLive();
    if (nummer > live.nummer || (nummer > 0 && !versie)) return false;
    const [files, before, toName] = await Promise.all([
      editing.versions.readFiles(nummer),
      versie && editing.versions.readFiles(versie.vorige),
      readNames(records, say),
    ]);
    const { wie } = getBezoeker(res);
    const canReturn = nummer < live.nummer && hasRol(wie.rol, 'uitgever');
    const proof = canReturn ? await editing.proofs.ofReturn(live.nummer, live.files, nummer, files) : null;
    const changes = before ? editing.listChanges(before, files) : [];
    show(
      res,
      toVersionPage({
        ...{
          say,
          content,
          formulieren: catalog.formulieren,
          nummer,
          versie,
          files,
          before: before ?? files,
          live,
          toName,
          changes,
          proof,
          geweigerd,
        },
      }),
      status,
    );
    return true;
  }
}

/** The number of a version in an address; null for what is no number. */
function readNumber(text: string): number | null {
  return /^(0|[1-9]\d{0,5})$/.test(text) ? Number(text) : null;
}
