import { Router } from 'express';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import { ROL, SIGNALEN } from '../domain/model/routing-facts.ts';
import { toWhatIf } from '../domain/proof/what-if.ts';
import type { Services } from '../services.ts';
import { toStartpuntHref } from './roles/list-startpunt-pages.ts';
import { toTafelHref } from './tafel-presentation.ts';
import { CASE_PATH } from './tree/to-what-if.ts';

/**
 * Addresses that lead on: to the questions or the advice with answers that are sealed when it is asked for, or to the page
 * that was meant. Each kind is one route, so that the numbers are counted by kind and not by what the content holds.
 */
export function createShortcutRouter({ content, zegel }: Pick<Services, 'content' | 'zegel'>): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const begin = (antwoorden: Antwoorden) => `/vragen?a=${zegel.seal(antwoorden)}`;
  const advise = (antwoorden: Antwoorden) => `/advies?a=${zegel.seal(antwoorden)}`;
  /** Leads each id on to where `find` says; an id that is none goes on to what comes after. */
  const lead = (path: string, status: 301 | 303, find: (id: string) => string | undefined) =>
    router.get(path, (req, res, next) => {
      const target = find(String(req.params.id));
      if (target === undefined) return next();
      res.redirect(status, target);
    });

  // "Toets dit voor mijn casus": the questions, with the signal of this table chosen already, and asked about whatever the local step is.
  for (const kind of ['overlegtafel', 'voorziening'] as const)
    lead(`${toTafelHref(':id', kind)}/toets`, 303, (id) => {
      const tafel = content.tafels.find((one) => one.id === id && one.soort === kind);
      return tafel && `${begin({ [SIGNALEN]: [tafel.regels.signaal] })}&vragen=alles`;
    });
  // "Start de vragen" on the page of a role: with that role chosen already, sealed like every answer.
  lead(`${toStartpuntHref(':id')}/vragen`, 303, (id) =>
    content.startpunten.some((one) => one.id === id) ? begin({ [ROL]: id }) : undefined,
  );
  // Who follows the id of a provision from the list of tables ends up at its own page.
  lead(toTafelHref(':id', 'overlegtafel'), 301, (id) =>
    content.tafels.some((one) => one.id === id && one.soort === 'voorziening') ? `/${id}` : undefined,
  );
  // The examples beside the tree and the cases that it shows: each leads to its advice.
  lead('/beslisboom/voorbeeld/:id', 303, (id) => {
    const voorbeeld = content.voorbeelden.find((one) => one.id === id);
    return voorbeeld && `${advise(voorbeeld.antwoorden)}&voorbeeld=${id}`;
  });
  lead(`${CASE_PATH}:id`, 303, (id) => {
    const antwoorden = toWhatIf(content).gevallen.get(id);
    return antwoorden && advise(antwoorden);
  });
  return router;
}
