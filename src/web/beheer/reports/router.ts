import { type Request, type Response, Router } from 'express';
import { type Command, type Correction, commandSchema } from '../../../domain/corrections/corrections.ts';
import type { BeheerMailResult } from '../../../domain/editing/beheer-mail.ts';
import type { PlainKey } from '../../../domain/texts.ts';
import { isOpen } from '../../../editing/drafts.ts';
import { checkVelden } from '../../form.ts';
import { redirect } from '../../page.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { getBezoeker } from '../bezoeker.ts';
import { BEHEER } from '../paths.ts';
import { findDrafts, MELDINGEN_PATH, toReportPage, toReportsPage } from './to-report-pages.ts';

/** Where the reports of visitors are read, made into drafts, answered and closed. */
export const MELDINGEN: Area = {
  pad: '/meldingen',
  rol: 'redacteur',
  naam: 'nakijken.meldingen',
  uitleg: 'nakijken.meldingen-uitleg',
  wacht: async ({ meldingen, say }) => {
    const { open } = await meldingen.count();
    return open > 0 ? say('nakijken.wacht-meldingen', { aantal: open }) : null;
  },
  create: createReportsRouter,
};

/** What was done just before, as the address says it. */
const DONE = {
  beantwoord: 'nakijken.gedaan-beantwoord',
  verstuurd: 'nakijken.gedaan-verstuurd',
  onzeker: 'nakijken.gedaan-onzeker',
  niet: 'nakijken.gedaan-niet',
  gesloten: 'nakijken.gedaan-gesloten',
  verwijderd: 'nakijken.gedaan-verwijderd',
} as const satisfies Readonly<Record<string, PlainKey>>;
type Done = keyof typeof DONE;

function createReportsRouter(deps: BeheerDeps): Router {
  const { say, show, meldingen, mailBeheer, records, editing } = deps;
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (req, res) => {
    const [all, concepten] = await Promise.all([meldingen.lijst(), editing.drafts.list()]);
    show(res, toReportsPage(say, all, concepten, toDone(req)));
  });

  router.get('/:id', async (req, res, next) => {
    const melding = await find(req);
    if (!melding) return next();
    await showOne(res, melding, { gedaan: toDone(req) });
  });

  router.post('/:id/concept', async (req, res, next) => {
    checkVelden(req.body as URLSearchParams, []);
    const melding = await find(req);
    if (!melding) return next();
    const { wie } = getBezoeker(res);
    // A second click finds the first one's.
    const begun = findDrafts(await editing.drafts.list(), melding).find(({ value }) => isOpen(value));
    // The title stands in the log: the number, and nothing that a visitor typed.
    const titel = say('nakijken.melding', { nummer: melding.id });
    const id = begun?.id ?? (await editing.drafts.start(wie, titel, { melding: Number(melding.id) }));
    redirect(res, `${BEHEER}/concepten/${id}`);
  });

  router.post('/:id/antwoord', async (req, res, next) => {
    const form = req.body as URLSearchParams;
    checkVelden(form, ['antwoord', 'mail']);
    const melding = await find(req);
    if (!melding || melding.status === 'gesloten') return next();
    const waarde = form.get('antwoord') ?? '';
    const parsed = commandSchema.safeParse({ soort: 'antwoord', id: melding.id, antwoord: waarde });
    if (!parsed.success) {
      const fout = say(waarde.trim() === '' ? 'nakijken.geen-antwoord' : 'nakijken.te-lang');
      return showOne(res, melding, { geweigerd: { waarde, fout } }, 422);
    }
    await carryOut(res, parsed.data, 'melding-beantwoord');
    const answered = form.get('mail') === 'ja' ? await mailAnswer(melding, parsed.data) : 'beantwoord';
    redirect(res, `${MELDINGEN_PATH}/${melding.id}?gedaan=${answered}`);
  });

  router.post('/:id/sluit', async (req, res, next) => {
    checkVelden(req.body as URLSearchParams, []);
    const melding = await find(req);
    if (!melding) return next();
    await carryOut(res, { soort: 'sluit', id: melding.id }, 'melding-gesloten');
    redirect(res, `${MELDINGEN_PATH}/${melding.id}?gedaan=gesloten`);
  });

  router.post('/:id/verwijder', async (req, res, next) => {
    checkVelden(req.body as URLSearchParams, []);
    const melding = await find(req);
    if (melding?.status !== 'gesloten') return next();
    await carryOut(res, { soort: 'verwijder', id: melding.id }, 'melding-verwijderd');
    redirect(res, `${MELDINGEN_PATH}?gedaan=verwijderd`);
  });

  async function find(req: Request<{ id: string }>): Promise<Correction | undefined> {
    return (await meldingen.lijst()).find(({ id }) => id === req.params.id);
  }

  /** The log comes first: when a server stops in between, it says too much and never too little. */
  async function carryOut(res: Response, command: Command, wat: string): Promise<void> {
    const over = say('nakijken.melding', { nummer: command.id });
    await records.commit([], [editing.drafts.toEntry(getBezoeker(res).wie, wat, over)]);
    await meldingen.process(command);
  }

  /** Mails an answer to who reported it, as far as they gave an address and the server can. */
  async function mailAnswer({ id, email }: Correction, command: Command): Promise<BeheerMailResult> {
    if (!email || !mailBeheer || command.soort !== 'antwoord') return 'niet';
    return mailBeheer({ soort: 'melding-antwoord', aan: email, nummer: id, tekst: command.antwoord });
  }

  async function showOne(
    res: Response,
    melding: Correction,
    { gedaan = null, geweigerd = null }: Partial<Parameters<typeof toReportPage>[1]>,
    status = 200,
  ): Promise<void> {
    const concepten = await editing.drafts.list();
    const canMail = mailBeheer !== null;
    show(res, toReportPage(say, { melding, concepten, canMail, gedaan, geweigerd }), status);
  }

  function toDone({ query }: Request<Record<string, string>>): string | null {
    const gedaan = String(query.gedaan);
    return Object.hasOwn(DONE, gedaan) ? say(DONE[gedaan as Done]) : null;
  }

  return router;
}
