import { type Response, Router } from 'express';
import { giveAdvies } from '../../domain/advice/advies.ts';
import { parseFormulierAntwoord } from '../../domain/answers/parse-antwoorden.ts';
import { findWoorden } from '../../domain/find-woorden.ts';
import { type Antwoorden, isOpen } from '../../domain/model/antwoorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { findBereikbareVragen } from '../../domain/questions/navigation.ts';
import { findVolgendeVraag } from '../../domain/questions/next-question.ts';
import type { WebDeps } from '../deps.ts';
import { checkVelden, readForm } from '../form.ts';
import { sendPagina } from '../page.ts';
import { readStand, type Stand } from '../stand-param.ts';
import { toQuestionPage } from './to-question-page.ts';

/** The questions, one a page. The place in the tree is replayed from the answers at every request. */
export function createQuestionRouter({
  content,
  model,
  evaluate,
  zegel,
  tellingen,
  render,
}: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const woordenVan = new Map(
    model.vragen.map((vraag) => [vraag.feit, findWoorden(content.woordenlijst, toTeksten(vraag))]),
  );

  router.get('/vragen', (req, res) => {
    res.redirect(303, readStand(zegel, req).link(`/vragen/${model.vragen[0]?.slug ?? ''}`));
  });

  router.get('/vragen/:slug', (req, res, next) => {
    const vraag = model.vraagVanSlug.get(req.params.slug);
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    if (!isBereikbaar(stand.antwoorden, vraag)) return res.redirect(303, toVerder(stand, stand.antwoorden));
    countGesteld(stand, vraag);
    showVraag(res, vraag, stand);
  });

  router.post('/vragen/:slug', readForm(20_000), async (req, res, next) => {
    const vraag = model.vraagVanSlug.get(req.params.slug ?? '');
    if (!vraag) return next();
    const stand = readStand(zegel, req);
    if (!isBereikbaar(stand.antwoorden, vraag)) return res.redirect(303, toVerder(stand, stand.antwoorden));
    checkVelden(req.body, [], [vraag.feit]);
    const waarden = (req.body as URLSearchParams).getAll(vraag.feit);
    const resultaat = parseFormulierAntwoord(vraag, waarden);
    if ('fouten' in resultaat) {
      const fout = resultaat.fouten[0]?.fout;
      return showVraag(res, vraag, stand, {
        gekozen: waarden,
        fout: fout === 'onbekendFeit' ? undefined : fout,
      });
    }
    const antwoorden = { ...stand.antwoorden, [vraag.feit]: resultaat.waarde };
    await countBeantwoord(stand, vraag, antwoorden);
    res.redirect(303, toVerder(stand, antwoorden, findVorige(stand, vraag)));
  });

  function countGesteld({ antwoorden }: Stand, { feit }: Vraag): void {
    if (Object.keys(antwoorden).length === 0) tellingen.tel({ soort: 'gestart' });
    if (antwoorden[feit] === undefined) tellingen.tel({ soort: 'gesteld', feit });
  }

  /** Counts a first answer; and the outcome when that answer gave the advice. What comes after is not counted again. */
  async function countBeantwoord(
    { antwoorden: eerder }: Stand,
    { feit }: Vraag,
    antwoorden: Antwoorden,
  ): Promise<void> {
    if (eerder[feit] !== undefined) return;
    tellingen.tel({ soort: 'beantwoord', feit, weetNiet: isOpen(antwoorden[feit]) });
    const wasOpen = findVolgendeVraag(model, eerder) !== null;
    if (!wasOpen || findVolgendeVraag(model, antwoorden) !== null) return;
    const { uitkomst, tafels, voorzieningen } = await giveAdvies(model, evaluate, antwoorden);
    tellingen.tel({ soort: 'afgerond', uitkomst, tafels: [...tafels, ...voorzieningen] });
  }

  function isBereikbaar(antwoorden: Antwoorden, { feit }: Vraag): boolean {
    return findBereikbareVragen(model, antwoorden).some((vraag) => vraag.feit === feit);
  }

  /** The answers of the advice that is being changed, so that the new one can tell what changed. */
  function findVorige({ antwoorden, vorige }: Stand, { feit }: Vraag): Antwoorden | null {
    const wijzigt = antwoorden[feit] !== undefined && findVolgendeVraag(model, antwoorden) === null;
    return vorige ?? (wijzigt ? antwoorden : null);
  }

  /** The next question, or the advice when there is none. */
  function toVerder(stand: Stand, antwoorden: Antwoorden, vorige = stand.vorige): string {
    const volgende = findVolgendeVraag(model, antwoorden);
    return stand.link(volgende ? `/vragen/${volgende.slug}` : '/advies', antwoorden, vorige);
  }

  function showVraag(
    res: Response,
    vraag: Vraag,
    { antwoorden, link }: Stand,
    invoer: Pick<Parameters<typeof toQuestionPage>[0], 'gekozen' | 'fout'> = {},
  ): void {
    sendPagina(
      res,
      render,
      {
        template: 'vraag',
        titel: vraag.vraag,
        fout: Boolean(invoer.fout),
        gevaar: true,
        kruimels: [{ tekst: 'Start', href: '/' }, { tekst: 'Vragen' }],
        model: toQuestionPage({
          model,
          vraag,
          antwoorden,
          link,
          woorden: woordenVan.get(vraag.feit) ?? [],
          ...invoer,
        }),
      },
      invoer.fout ? 400 : 200,
    );
  }

  return router;
}

function toTeksten({ vraag, toelichting, waarom, opties }: Vraag): string[] {
  return [vraag, toelichting, waarom, ...opties.flatMap((optie) => [optie.tekst, optie.toelichting ?? ''])];
}
