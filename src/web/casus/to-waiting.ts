import { toDateText } from '../../domain/calendar.ts';
import type { Casus, GemaakteVerwijzing } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { findWaiting, hasLink, type Waiting } from '../../domain/casus/waiting.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { Say } from '../../domain/texts.ts';
import { toContactButtons } from '../contact-model.ts';
import { RENEW } from './renew-link.ts';
import type { Shown } from './shown.ts';

/**
 * How a package waits for its table, what to do then and whom to call, and the link that was just made for it; where packages
 * have links at all.
 */
export function toWaiting(
  { say, tafelOf }: Pick<CasusRules, 'say' | 'tafelOf'>,
  casus: Casus,
  made: GemaakteVerwijzing,
  today: string,
  { link }: Pick<Shown, 'link'>,
  hasLinks: boolean,
) {
  const tafel = tafelOf.get(made.tafel);
  const waiting = findWaiting(casus, made, tafel, today);
  const own = link?.id === made.id ? link : null;
  return {
    wacht: waiting && {
      tekst: toText(say, waiting),
      isLang: waiting.isLong,
      doe: say(made.stand === 'gemaakt' ? 'casus.wacht-verstuurd' : 'casus.wacht-vraag'),
      bij: waiting.isLong && made.soort !== 'verzoek' && tafel ? toContact(tafel) : null,
      isLinkOver: hasLinks && waiting.isLinkOver,
    },
    vernieuw: hasLinks && waiting && hasLink(made, tafel) ? `${RENEW}:${made.id}` : null,
    link: own && {
      tot: toDateText(own.tot),
      adres: {
        id: 'nieuwelink',
        label: say('casus.link-label'),
        tekst: own.adres,
        rijen: 2,
      },
    },
  };
}

function toText(say: Say, { dagen, sinds }: Waiting): string {
  const datum = toDateText(sinds);
  if (dagen === 0) return say('casus.wacht-vandaag');
  return dagen === 1 ? say('casus.wacht-een', { datum }) : say('casus.wacht', { dagen, datum });
}

/** Who knows how it stands, and the first way to reach them: by telephone, else by mail, else their site. */
function toContact({ kanaal, contacten }: Overlegtafel) {
  const [contact] = toContactButtons(contacten).knoppen;
  return { naam: kanaal.ontvanger, waarde: contact?.waarde ?? null, href: contact?.href ?? null };
}
