import { type Response, Router } from 'express';
import type { Casus } from '../../../domain/casus/casus.ts';
import { toDueEvents } from '../../../domain/casus/due-events.ts';
import {
  composeFollowUp,
  type FollowedPackage,
  type FollowUp,
  followPackages,
} from '../../../domain/casus/follow-up/compose-follow-up.ts';
import { toNamePart } from '../../../domain/referral/casuscode.ts';
import { writeMailText } from '../../../referral/file-formats.ts';
import type { Services } from '../../../services.ts';
import { isKept, toCarried } from '../../carried.ts';
import { sendPage } from '../../page.ts';
import { readTyped } from '../item-actions.ts';
import { type CasusDesk, handleCasus } from './casus-desk.ts';
import { createNewsRouter } from './news-router.ts';
import { GO_ON } from './to-follow-up-list.ts';
import { toFollowUpPage } from './to-follow-up-page.ts';

/** What is written after a package was made, from the file alone: its page, its files, its days, and what it is after that. */
export function createFollowUpRouter(deps: Services, desk: CasusDesk): Router {
  const { say, render, writeEml, toIcs, now } = deps;
  const { rules, reader, advise, showCasus, showGoingOn } = desk;
  const router = Router({ strict: true, caseSensitive: true });

  /** The package and the follow-up that the button asks for; null where there is no such thing now. */
  async function findFollowUp(
    casus: Casus,
    form: URLSearchParams,
  ): Promise<{ followed: FollowedPackage; followUp: FollowUp } | null> {
    const [what, id] = readAction(form);
    const bronnen = { ...deps, rules };
    const advies = await advise(casus);
    const followed = followPackages(bronnen, casus, advies).find(({ made }) => made.id === id);
    const vervolg = followed?.vervolgen.find((one) => one === what);
    if (!followed || !vervolg) return null;
    return { followed, followUp: composeFollowUp(bronnen, casus, advies, followed, vervolg, reader.today()) };
  }

  /** The page of the case, where the follow-up is not there any more. */
  const showAgain = (res: Response, casus: Casus, form: URLSearchParams) =>
    showCasus(res, casus, { values: readTyped(say, casus, form), bewaard: isKept(form, casus) });

  router.post(
    '/casus/vervolg',
    handleCasus(desk, async (res, casus, form) => {
      const [what, id] = readAction(form);
      if (what === GO_ON && (await showGoingOn(res, casus, form, id))) return;
      const found = await findFollowUp(casus, form);
      if (!found) return showAgain(res, casus, form);
      const carried = toCarried(casus, form);
      sendPage(res, render, toFollowUpPage(say, found.followed, found.followUp, carried));
    }),
  );

  const files: Readonly<Record<'eml' | 'txt', (followUp: FollowUp) => Promise<Buffer> | string>> = {
    eml: ({ mail }) => writeEml(mail),
    txt: ({ mail, addressee: { naam, ccNamen } }) => writeMailText({ mail, ontvanger: naam, ccNamen }),
  };
  for (const [format, write] of Object.entries(files)) {
    router.post(
      `/casus/vervolg-${format}`,
      handleCasus(desk, async (res, casus, form) => {
        const found = await findFollowUp(casus, form);
        if (!found) return showAgain(res, casus, form);
        const { followed, followUp } = found;
        const name = `${followUp.vervolg}-${followed.made.tafel}-${toNamePart(casus.casuscode)}.${format}`;
        res.attachment(name).send(await write(followUp));
      }),
    );
  }

  // Every day of the case that is to be kept in mind, in one calendar file.
  router.post(
    '/casus/termijnen',
    handleCasus(desk, async (res, casus) => {
      const events = toDueEvents({ ...deps, rules }, casus, await advise(casus), reader.today());
      if (events.length === 0) return showCasus(res, casus);
      res.attachment(`termijnen-${toNamePart(casus.casuscode)}.ics`).send(toIcs(events, now()));
    }),
  );

  router.use(createNewsRouter(deps, desk));
  return router;
}

/** What a button asks for, and of which item. */
function readAction(form: URLSearchParams): readonly [what: string, id: string] {
  const [, what = '', id = ''] = /^([a-z-]+):([a-z0-9-]{1,100})$/.exec(form.get('actie') ?? '') ?? [];
  return [what, id];
}
