import { toDutchDate } from '../../../domain/calendar.ts';
import { type DueItem, listDue } from '../../../domain/editing/due-list.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Say } from '../../../domain/texts.ts';
import type { CheckDraft } from '../../../editing/checking.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';
import { toCheckItem, toOwnDraft } from './to-check-item.ts';

/** Where the list of what is due stands. */
export const DUE_PATH = `${BEHEER}/te-controleren`;

interface Options {
  readonly files: Files;
  readonly own: CheckDraft | null;
  readonly now: Date;
  readonly bericht: { readonly soort: 'ok' | 'warning'; readonly tekst: string } | null;
  /** Whether somebody gets the mail of the week; null where there is none for them. */
  readonly weekbericht: boolean | null;
}

/** The page of what is due for checking, with dates. */
export function toDuePage(say: Say, { files, own, now, bericht, weekbericht }: Options): Page {
  const today = toDutchDate(now);
  const due = listDue(files, now);
  const toItem = (item: DueItem) => ({
    ...toCheckItem(say, files, item, own, today),
    label: item.titel,
    wat: say(`nakijken.wat-${item.soort}`),
    waarde: item.waarde ?? say('nakijken.niet-bekend'),
    href: item.soort === 'bron' ? item.waarde : null,
  });
  return {
    template: 'beheer-te-controleren',
    titel: say('nakijken.te-controleren'),
    kruimels: [{ tekst: say('nakijken.te-controleren') }],
    model: {
      bericht,
      acties: DUE_PATH,
      eigen: toOwnDraft(own),
      nu: due.nu.map(toItem),
      binnenkort: due.binnenkort.map(toItem),
      navragen: due.navragen.map(({ titel, tekst }) => ({ label: titel, tekst })),
      weekbericht: weekbericht === null ? null : { isAan: weekbericht },
    },
  };
}
