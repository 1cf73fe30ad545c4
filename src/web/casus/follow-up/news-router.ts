import { type Response, Router } from 'express';
import { isDate } from '../../../domain/calendar.ts';
import type { Casus } from '../../../domain/casus/casus.ts';
import { findLastDay, listNews, writeNews } from '../../../domain/casus/news.ts';
import { toNamePart } from '../../../domain/referral/casuscode.ts';
import type { MailConcept } from '../../../domain/referral/mail-concept.ts';
import { writeMailText } from '../../../referral/file-formats.ts';
import type { Services } from '../../../services.ts';
import { toHeadingWords } from '../../advice/to-heading.ts';
import { toCarried } from '../../carried.ts';
import { toMailParts, toMailto } from '../../mail-parts.ts';
import { sendPage } from '../../page.ts';
import { toCasusAdvies } from '../to-casus-page.ts';
import { type CasusDesk, handleCasus } from './casus-desk.ts';

/** "Wat is er nieuw sinds …": the page, and its files without a recipient. */
export function createNewsRouter(deps: Services, desk: CasusDesk): Router {
  const { views, say, render, writeEml } = deps;
  const { rules, reader, advise } = desk;
  const router = Router({ strict: true, caseSensitive: true });

  /** The news since the day that was given, or since the last on which something changed. */
  async function write(casus: Casus, form: URLSearchParams) {
    const given = form.get('sinds') ?? '';
    const sinds = isDate(given) ? given : findLastDay(casus, reader.today());
    const advies = Object.keys(casus.antwoorden).length > 0 ? await advise(casus) : null;
    const known = advies && { waarde: toCasusAdvies(advies), doe: toHeadingWords(deps, advies) };
    const mail = writeNews(views, listNews(say, rules, casus, known, sinds));
    return { sinds, mail, fout: given === '' || isDate(given) ? null : say('vervolg.sinds-fout') };
  }

  function showNews(
    res: Response,
    casus: Casus,
    form: URLSearchParams,
    { sinds, mail, fout }: Awaited<ReturnType<typeof write>>,
  ): void {
    const carried = toCarried(casus, form);
    const titel = say('vervolg.nieuws');
    const mailto = toMailto(mail);
    const page = {
      template: 'casus-nieuws',
      titel,
      fout: fout !== null,
      kruimels: [{ tekst: say('casus.kruimel'), href: '/casus' }, { tekst: casus.casuscode }],
      model: {
        ...carried,
        sinds: fout ? (form.get('sinds') ?? '') : sinds,
        fout,
        fouten: fout ? [{ href: '#sinds', tekst: fout }] : [],
        delen: toMailParts(say, { mail, ccNamen: [], opPapier: null }, false),
        mailto: mailto.href,
        plakZelf: !mailto.metTekst,
      },
    };
    sendPage(res, render, page, fout ? 400 : 200);
  }

  router.post(
    '/casus/nieuws',
    handleCasus(desk, async (res, casus, form) => showNews(res, casus, form, await write(casus, form))),
  );

  const files: Readonly<Record<string, (mail: MailConcept) => Promise<Buffer> | string>> = {
    eml: (mail) => writeEml(mail),
    txt: (mail) => writeMailText({ mail, ontvanger: say('vervolg.aan-partners'), ccNamen: [] }),
  };
  for (const [format, toFile] of Object.entries(files)) {
    router.post(
      `/casus/nieuws-${format}`,
      handleCasus(desk, async (res, casus, form) => {
        const news = await write(casus, form);
        if (news.fout) return showNews(res, casus, form, news);
        res.attachment(`nieuws-${toNamePart(casus.casuscode)}-${news.sinds}.${format}`);
        res.send(await toFile(news.mail));
      }),
    );
  }
  return router;
}
