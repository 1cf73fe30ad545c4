import type { Router } from 'express';
import { toTimeText } from '../../domain/calendar.ts';
import { toTafelFile } from '../../domain/content-paths.ts';
import type { LogEntry } from '../../domain/editing/records.ts';
import { toSentence } from '../../domain/sentence.ts';
import { toTable } from '../to-table.ts';
import type { Area, BeheerDeps } from './area.ts';
import { readNames } from './bezoeker.ts';
import { toPartTitle } from './drafts/describe-part.ts';
import { BEHEER } from './paths.ts';

const PAD = '/logboek';
/** How many lines a page shows. */
const LINES = 100;
const COLUMNS = ['wanneer', 'wie', 'wat', 'over', 'versie'] as const;

/** Where whoever approves reads who did what. */
export const LOGBOEK: Area = {
  pad: PAD,
  rol: 'uitgever',
  naam: 'beheer.logboek',
  uitleg: 'beheer.logboek-uitleg',
  addRoutes,
};

function addRoutes(router: Router, { say, show, records, editing }: BeheerDeps): void {
  /** Makes what names a thing of the content, a draft or a table as people do; what is none of those stays as it is. */
  async function readAbout(): Promise<(over: string) => string> {
    const [{ files }, drafts] = await Promise.all([editing.versions.readLive(), editing.drafts.list()]);
    const titles = new Map(drafts.map(({ id, value }) => [id, value.titel]));
    return (over) => {
      const [, bestand, naam = null] = /^((?:rules|tables)\/[\w/-]+\.json)(?:, (.+))?$/.exec(over) ?? [];
      if (bestand !== undefined) return toPartTitle(say, [files], { bestand, naam });
      const tafel = toTafelFile(over);
      if (Object.hasOwn(files, tafel)) return toPartTitle(say, [files], { bestand: tafel, naam: null });
      return titles.get(over) ?? over;
    };
  }

  router.get('/', async (req, res) => {
    const skip = toSkip(req.query.vanaf);
    const lines = await records.readLog(LINES + 1, skip);
    const [toName, toAbout] = await Promise.all([readNames(records, say), readAbout()]);
    const koppen = COLUMNS.map((kolom) => say(`beheer.log-${kolom}`));
    const toRij = ({ op, wie, wat, over, versie }: LogEntry) =>
      [
        { tekst: toTimeText(new Date(op)) },
        wie === null ? say('beheer.log-niemand') : toName(wie),
        // What is done has a name of plain words.
        toSentence(wat.replaceAll('-', ' ')),
        toAbout(over),
        versie === null ? say('beheer.log-geen') : String(versie),
      ] as const;
    const rijen = lines.slice(0, LINES).map(toRij);
    const toHref = (from: number) => `${BEHEER}${PAD}${from === 0 ? '' : `?vanaf=${from}`}`;
    const model = {
      tabel: rijen.length === 0 ? null : toTable(say('beheer.log-bijschrift'), koppen, rijen),
      nieuwer: skip === 0 ? null : toHref(Math.max(0, skip - LINES)),
      ouder: lines.length > LINES ? toHref(skip + LINES) : null,
    };
    show(res, { template: 'beheer-logboek', titel: say('beheer.logboek'), model });
  });
}

/** How many of the newest lines to leave out; what is no such number is none. */
function toSkip(vanaf: unknown): number {
  return typeof vanaf === 'string' && /^\d{1,7}$/.test(vanaf) ? Number(vanaf) : 0;
}
