import { type Request, type Response, Router } from 'express';
import { parseFormulierAntwoord } from '../../domain/answers/parse-antwoorden.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import type { Vraag } from '../../domain/model/vraag.ts';
import { findBereikbareVragen } from '../../domain/questions/navigation.ts';
import { findVolgendeVraag } from '../../domain/questions/next-question.ts';
import type { WebDeps } from '../deps.ts';
import { readForm } from '../form.ts';
import { readStand, withStand } from '../stand-param.ts';
import { toQuestionPage } from './to-question-page.ts';

/** The questions, one a page. The place in the tree is replayed from the answers at every request. */
export function createQuestionRouter({ model, zegel, sendPage }: WebDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });

  router.get('/vragen', (req, res) => {
    const antwoorden = readStand(zegel, req);
    res.redirect(303, withStand(zegel, `/vragen/${model.vragen[0]?.slug ?? ''}`, antwoorden));
  });

  router.get('/vragen/:slug', (req, res, next) => {
    const vraag = model.vraagVanSlug.get(req.params.slug);
    if (!vraag) return next();
    const antwoorden = readStand(zegel, req);
    if (!isBereikbaar(antwoorden, vraag)) return res.redirect(303, toVerder(antwoorden));
    showVraag(req, res, vraag, antwoorden);
  });

  router.post('/vragen/:slug', readForm(20_000), (req, res, next) => {
    const vraag = model.vraagVanSlug.get(req.params.slug ?? '');
    if (!vraag) return next();
    const antwoorden = readStand(zegel, req);
    if (!isBereikbaar(antwoorden, vraag)) return res.redirect(303, toVerder(antwoorden));
    const waarden = (req.body as URLSearchParams).getAll(vraag.feit);
    const resultaat = parseFormulierAntwoord(vraag, waarden);
    if ('fouten' in resultaat) {
      const fout = resultaat.fouten[0]?.fout;
      return showVraag(req, res, vraag, antwoorden, {
        gekozen: waarden,
        fout: fout === 'onbekendFeit' ? undefined : fout,
      });
    }
    res.redirect(303, toVerder({ ...antwoorden, [vraag.feit]: resultaat.waarde }));
  });

  function isBereikbaar(antwoorden: Antwoorden, { feit }: Vraag): boolean {
    return findBereikbareVragen(model, antwoorden).some((vraag) => vraag.feit === feit);
  }

  /** The next question, or the advice when there is none. */
  function toVerder(antwoorden: Antwoorden): string {
    const volgende = findVolgendeVraag(model, antwoorden);
    return withStand(zegel, volgende ? `/vragen/${volgende.slug}` : '/advies', antwoorden);
  }

  function showVraag(
    req: Request,
    res: Response,
    vraag: Vraag,
    antwoorden: Antwoorden,
    invoer: Pick<Parameters<typeof toQuestionPage>[0], 'gekozen' | 'fout'> = {},
  ): void {
    const link = (pad: string) => withStand(zegel, pad, antwoorden);
    sendPage(req, res, {
      template: 'vraag',
      titel: vraag.vraag,
      status: invoer.fout ? 400 : 200,
      fout: Boolean(invoer.fout),
      gevaar: true,
      vertrouwelijk: true,
      kruimels: [{ tekst: 'Start', href: '/' }, { tekst: 'Vragen' }],
      model: toQuestionPage({ model, vraag, antwoorden, link, ...invoer }),
    });
  }

  return router;
}
