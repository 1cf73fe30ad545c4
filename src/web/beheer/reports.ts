import type { Request, Response, Router } from 'express';
import { toTimeText } from '../../domain/calendar.ts';
import { type Command, type Correction, commandSchema } from '../../domain/corrections/corrections.ts';
import type { BeheerMailResult } from '../../domain/editing/beheer-mail.ts';
import { type Concept, isOpen } from '../../domain/editing/draft.ts';
import type { Kept } from '../../domain/editing/records.ts';
import { redirect } from '../page.ts';
import type { Area, BeheerDeps } from './area.ts';
import { getBezoeker } from './bezoeker.ts';
import { findDone, readVelden, toDonePath } from './form.ts';
import { BEHEER, toDraftPath } from './paths.ts';

const PAD = '/meldingen';
const PATH = `${BEHEER}${PAD}`;

/** Where the reports of visitors are read, made into drafts, answered and closed. */
export const MELDINGEN: Area = {
  pad: PAD,
  rol: 'redacteur',
  naam: 'nakijken.meldingen',
  uitleg: 'nakijken.meldingen-uitleg',
  wacht: async ({ meldingen, say }) => {
    const { open } = await meldingen.count();
    return open > 0 ? say('nakijken.wacht-meldingen', { aantal: open }) : null;
  },
  addRoutes,
};

const BADGES = { open: 'onbekend', beantwoord: 'voldoet', gesloten: 'stil' } as const;
/** Of those that are closed, only the last ones are shown. */
const CLOSED_SHOWN = 50;

/** What the page of a report says besides it. */
interface Said {
  readonly gedaan?: string | null;
  /** What is wrong with the answer, or keeps it from being saved. */
  readonly fout?: string | null;
  /** An answer that is not saved. */
  readonly getypt?: string;
}

function addRoutes(router: Router, deps: BeheerDeps): void {
  const { say, show, meldingen, mailBeheer, records, editing } = deps;
  const toPath = ({ id }: Pick<Correction, 'id'>) => `${PATH}/${id}`;
  const toGedaan = ({ query }: Request<Record<string, string>>) => findDone(say, 'nakijken', query.gedaan);

  // The oldest that waits first, the last that was closed first.
  router.get('/', async (req, res) => {
    const [all, concepten] = await Promise.all([meldingen.lijst(), editing.drafts.list()]);
    const ofStatus = (status: Correction['status']) =>
      all
        .filter((melding) => melding.status === status)
        .map((melding) => ({
          ...toFacts(melding),
          href: toPath(melding),
          heeftConcept: findDrafts(concepten, melding).length > 0,
        }));
    const model = {
      gedaan: toGedaan(req),
      open: ofStatus('open'),
      beantwoord: ofStatus('beantwoord'),
      gesloten: ofStatus('gesloten').toReversed().slice(0, CLOSED_SHOWN),
    };
    show(res, { template: 'beheer-meldingen', titel: say('nakijken.meldingen'), model });
  });

  router.get('/:id', async (req, res, next) => {
    const melding = await find(req);
    if (!melding) return next();
    await showOne(res, melding, { gedaan: toGedaan(req) });
  });

  router.post('/:id/antwoord', async (req, res, next) => {
    const form = readVelden(req, 'antwoord', 'was', 'mail', 'keuze');
    const melding = await find(req);
    if (!melding) return next();
    const getypt = readLines(form, 'antwoord');
    if (form.get('keuze') === 'concept') return beginDraft(res, melding, getypt);
    if (melding.status === 'gesloten')
      return showOne(res, melding, { fout: say('nakijken.intussen-gesloten'), getypt }, 409);
    if (form.get('keuze') === 'sluit') return close(res, melding, getypt);
    const { antwoord: saved = '' } = melding;
    // Somebody else answered since this page was made: theirs is not written over unseen.
    if (!hasSameWords(saved, readLines(form, 'was')) && !hasSameWords(saved, getypt))
      return showOne(res, melding, { fout: say('nakijken.intussen-beantwoord'), getypt }, 409);
    const parsed = commandSchema.safeParse({ soort: 'antwoord', id: melding.id, antwoord: getypt });
    if (!parsed.success) {
      const fout = say(getypt.trim() === '' ? 'nakijken.geen-antwoord' : 'nakijken.te-lang');
      return showOne(res, melding, { fout, getypt }, 422);
    }
    await carryOut(res, parsed.data, 'melding-beantwoord');
    // Who closed it meanwhile, erased the address: nothing is mailed to it any more.
    const now = await find(req);
    if (!now) return next();
    if (now.status === 'gesloten') return redirect(res, toDonePath(toPath(now), 'gesloten'));
    const answered = form.get('mail') === 'ja' ? await mailAnswer(now, parsed.data) : 'beantwoord';
    redirect(res, toDonePath(toPath(now), answered));
  });

  router.post('/:id/verwijder', async (req, res, next) => {
    readVelden(req);
    const melding = await find(req);
    if (melding?.status !== 'gesloten') return next();
    await carryOut(res, { soort: 'verwijder', id: melding.id }, 'melding-verwijderd');
    redirect(res, toDonePath(PATH, 'verwijderd'));
  });

  /** Begins a draft for what was reported, once, and leads there; an answer that is kept nowhere stays on the page, which does too. */
  async function beginDraft(res: Response, melding: Correction, getypt: string): Promise<void> {
    const begun = findDrafts(await editing.drafts.list(), melding).find(({ value }) => isOpen(value));
    // The title stands in the log: the number, and nothing that a visitor typed.
    const titel = say('nakijken.melding', { nummer: melding.id });
    const id =
      begun?.id ?? (await editing.drafts.start(getBezoeker(res).wie, titel, { melding: Number(melding.id) }));
    if (!isUnsaved(melding, getypt)) return redirect(res, toDraftPath(id));
    await showOne(res, melding, { gedaan: say('nakijken.concept-gemaakt'), getypt });
  }

  /** Closing erases the address: who typed an answer and did not save it, would lose both. */
  async function close(res: Response, melding: Correction, getypt: string): Promise<void> {
    if (isUnsaved(melding, getypt))
      return showOne(res, melding, { fout: say('nakijken.antwoord-open'), getypt }, 422);
    await carryOut(res, { soort: 'sluit', id: melding.id }, 'melding-gesloten');
    redirect(res, toDonePath(toPath(melding), 'gesloten'));
  }

  async function find(req: Request<{ id: string }>): Promise<Correction | undefined> {
    return (await meldingen.lijst()).find(({ id }) => id === req.params.id);
  }

  /** The log comes first: when a server stops in between, it says too much and never too little. */
  async function carryOut(res: Response, command: Command, wat: string): Promise<void> {
    const over = say('nakijken.melding', { nummer: command.id });
    await records.commit([], [editing.drafts.toLogEntry(getBezoeker(res).wie.id, wat, over)]);
    await meldingen.process(command);
  }

  /** Mails an answer to who reported it, as far as they gave an address and the server can. */
  async function mailAnswer({ id, email }: Correction, command: Command): Promise<BeheerMailResult> {
    if (!email || !mailBeheer || command.soort !== 'antwoord') return 'niet';
    return mailBeheer({ soort: 'melding-antwoord', aan: email, nummer: id, tekst: command.antwoord });
  }

  /** Shows a report, with what can be done with it. */
  async function showOne(res: Response, melding: Correction, said: Said, status = 200): Promise<void> {
    const { gedaan = null, fout = null, getypt } = said;
    const concepten = findDrafts(await editing.drafts.list(), melding);
    const titel = say('nakijken.melding', { nummer: melding.id });
    const email = melding.email ?? null;
    const isGesloten = melding.status === 'gesloten';
    const model = {
      ...toFacts(melding),
      ...{ kop: titel, href: toPath(melding), gedaan, email },
      fouten: fout && [{ href: isGesloten ? '#inhoud' : '#antwoord', tekst: fout }],
      ...{ antwoord: melding.antwoord ?? null, getypt, isGesloten },
      kanMailen: mailBeheer !== null && email !== null,
      concepten: concepten.map(({ id, value }) => ({
        href: toDraftPath(id),
        tekst: value.titel,
        status: say(`nakijken.concept-${value.status}`),
      })),
      veldAntwoord: { waarde: getypt ?? melding.antwoord ?? '', fout },
    };
    const kruimels = [{ tekst: say('nakijken.meldingen'), href: PATH }, { tekst: titel }];
    show(res, { template: 'beheer-melding', titel, kruimels, fout: fout !== null, model }, status);
  }

  function toFacts({ id, gemaakt, pagina, veld, watMoetHetZijn, status }: Correction) {
    return {
      ...{ nummer: id, pagina, wat: veld, watMoetHetZijn },
      gemaakt: toTimeText(new Date(gemaakt)),
      status: { tekst: say(`nakijken.status-${status}`), klasse: BADGES[status] },
    };
  }
}

/** A text of the form as it was typed. */
function readLines(form: URLSearchParams, veld: 'antwoord' | 'was'): string {
  return (form.get(veld) ?? '').replaceAll('\r\n', '\n');
}

/** Whether two texts differ in white space at most: a text browser sends a text of more lines in a hidden field as one. */
function hasSameWords(one: string, other: string): boolean {
  return one.split(/\s+/).join(' ').trim() === other.split(/\s+/).join(' ').trim();
}

/** Whether an answer was typed that is kept nowhere. */
function isUnsaved({ antwoord = '' }: Correction, typed: string): boolean {
  return typed.trim() !== '' && typed.trim() !== antwoord.trim();
}

/** The drafts that were made of a report, the one that was changed last first. */
function findDrafts(concepten: readonly Kept<Concept>[], { id }: Correction): readonly Kept<Concept>[] {
  return concepten.filter(({ value }) => String(value.melding) === id);
}
