import type { RequestHandler } from 'express';
import { toWho } from '../../http/asker.ts';
import { FILE_FORMATS } from '../../referral/file-formats.ts';
import type { Services } from '../../services.ts';
import { renderBusyPage } from '../busy-page.ts';

/** In seconds: a queue that is full takes a few seconds to be made. */
const WAIT = 5;

/**
 * Refuses who asks for a PDF when there is no room for it, before anything is checked or composed: that would cost as much
 * as a page each time. The page says where the text is that was typed, and how to send it again.
 */
export function createRefuseWhenFull({
  hasPdfRoom,
  ...site
}: Pick<Services, 'hasPdfRoom' | 'render' | 'say'>): RequestHandler {
  const page = renderBusyPage(site);
  return (req, res, next) => {
    if (hasPdfRoom(toWho(req))) return next();
    res.status(503).set('Retry-After', String(WAIT)).set('Cache-Control', 'no-store').type('html').send(page);
  };
}

/** The field with which a button says what to do with what was typed. */
const ACTIE = 'actie';

/**
 * Sends a form of a referral on to the address that its button stands for, as `formaction` would: text browsers do not
 * know that, and send the form to its own address. Reads nothing anew; an action that is none stays in the form.
 */
export const followReferralAction: RequestHandler<{ tafel: string }> = (req, _res, next) => {
  const form: unknown = req.body;
  if (form instanceof URLSearchParams) {
    const target = findTarget(form.get(ACTIE), encodeURIComponent(req.params.tafel));
    if (target) {
      const [, query = ''] = /\?(.*)$/.exec(req.url) ?? [];
      req.url = `${target.path}?${[query, target.extra].filter((part) => part !== '').join('&')}`;
      if (!target.keeps) form.delete(ACTIE);
    }
  }
  next();
};

/** To the form of another table, with what was typed. */
const TO_OTHER = /^naar-([a-z0-9-]{1,100})$/;
/** What the page of the case does with what was typed: it takes the action itself too. */
const TO_CASUS = /^(?:bewaar|zet|pakket-.*)$/;

/** Where an action goes, with what more in the query. */
function findTarget(actie: string | null, tafel: string) {
  const here = `/verwijzen/${tafel}`;
  if (actie === null) return null;
  if (Object.hasOwn(FILE_FORMATS, actie)) return { path: `${here}/${actie}`, extra: '', keeps: false };
  if (actie === 'wijzigen') return { path: here, extra: 'wijzigen', keeps: false };
  if (actie === 'bestand') return { path: '/casus/bestand', extra: `tafel=${tafel}`, keeps: false };
  const [, other] = TO_OTHER.exec(actie) ?? [];
  if (other) return { path: `/verwijzen/${other}`, extra: 'wijzigen&meenemen', keeps: false };
  return TO_CASUS.test(actie) ? { path: '/casus', extra: `tafel=${tafel}`, keeps: true } : null;
}
