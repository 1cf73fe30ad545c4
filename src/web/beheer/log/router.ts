import { Router } from 'express';
import { toTimeText } from '../../../domain/calendar.ts';
import type { LogEntry } from '../../../domain/editing/log-entry.ts';
import { toSentence } from '../../../domain/sentence.ts';
import { toTable } from '../../to-table.ts';
import type { Area, BeheerDeps } from '../area.ts';
import { BEHEER } from '../paths.ts';
import { readNames } from '../read-names.ts';

const PAD = '/logboek';
/** How many lines a page shows. */
const LINES = 100;

/** Where whoever approves reads who did what. */
export const LOGBOEK: Area = {
  pad: PAD,
  rol: 'uitgever',
  naam: 'beheer.logboek',
  uitleg: 'beheer.logboek-uitleg',
  create: createLogRouter,
};

function createLogRouter({ say, show, records }: BeheerDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/', async (req, res) => {
    const skip = toSkip(req.query.vanaf);
    const lines = await records.readLog(LINES + 1, skip);
    const toName = await readNames(records, say);
    const toWie = (wie: string | null) => (wie === null ? say('beheer.log-niemand') : toName(wie));
    const koppen = [
      say('beheer.log-wanneer'),
      say('beheer.log-wie'),
      say('beheer.log-wat'),
      say('beheer.log-over'),
      say('beheer.log-versie'),
    ];
    const toRij = ({ op, wie, wat, over, versie }: LogEntry) =>
      // What is done has a name of plain words.
      [
        { tekst: toTimeText(new Date(op)) },
        toWie(wie),
        toSentence(wat.replaceAll('-', ' ')),
        over,
        versie === null ? say('beheer.log-geen') : String(versie),
      ] as const;
    const toHref = (from: number) => `${BEHEER}${PAD}${from === 0 ? '' : `?vanaf=${from}`}`;
    show(res, {
      template: 'beheer-logboek',
      titel: say('beheer.logboek'),
      kruimels: [{ tekst: say('beheer.logboek') }],
      model: {
        tabel:
          lines.length === 0
            ? null
            : toTable(say('beheer.log-bijschrift'), koppen, lines.slice(0, LINES).map(toRij)),
        nieuwer: skip === 0 ? null : toHref(Math.max(0, skip - LINES)),
        ouder: lines.length > LINES ? toHref(skip + LINES) : null,
      },
    });
  });

  return router;
}

/** How many of the newest lines to leave out; what is no such number is none. */
function toSkip(vanaf: unknown): number {
  return typeof vanaf === 'string' && /^\d{1,7}$/.test(vanaf) ? Number(vanaf) : 0;
}
