import { toDateText, toDutchDate } from '../../domain/calendar.ts';
import type { Casus, GemaakteVerwijzing } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { readAntwoorden } from '../../domain/casus/change-casus.ts';
import { findWaiting, hasLink, type Waiting } from '../../domain/casus/waiting.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { EERDER_BESPROKEN } from '../../domain/model/routing-facts.ts';
import { toVeldText } from '../../domain/referral/veld.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { toContactButtons } from '../contact-model.ts';
import type { toFollowUpList } from './follow-up/to-follow-up-list.ts';
import { RENEW } from './renew-link.ts';
import type { Shown } from './shown.ts';
import { TABLE_CODE } from './table-code.ts';
import { toItemForm } from './to-item-list.ts';

type Stand = GemaakteVerwijzing['stand'];
/** What most likely comes after a state: the buttons that set it at once. */
const NEXT: Partial<Record<Stand, readonly Stand[]>> = {
  gemaakt: ['verstuurd'],
  verstuurd: ['ontvangen'],
  ontvangen: ['opAgenda', 'opgepakt'],
  opAgenda: ['opgepakt'],
};

/** The packages made, the newest first: for which table, how it stands, what can be written next, and what was typed. */
export function toPackages(
  rules: CasusRules,
  casus: Casus,
  deps: Pick<Services, 'say' | 'now' | 'antwoordlinks'>,
  shown: Shown,
  { knoppen }: Pick<ReturnType<typeof toFollowUpList>, 'knoppen'>,
) {
  const { say, tafelOf, veldenOf } = rules;
  const today = toDutchDate(deps.now());
  const hasLinks = deps.antwoordlinks.canMake();
  const lijst = toItemForm(deps, casus, 'verwijzingen', shown);
  const made = casus.verwijzingen.filter(({ weg }) => !weg).toReversed();
  return {
    ...lijst,
    tafelcode: {
      waarde: shown.values?.[TABLE_CODE] ?? '',
      fout: shown.fouten?.find(({ veld }) => veld === TABLE_CODE)?.melding ?? null,
    },
    items: made.map((item) => {
      const { id, tafel, datum, soort, stand, standDatum, toelichting, velden } = item;
      return {
        id,
        ...toWaiting(rules, casus, item, today, shown, hasLinks),
        naam: tafelOf.get(tafel)?.naam ?? tafel,
        datum: toDateText(datum),
        soort: say(`casus.soort-${soort}`),
        stand: say(`casus.keuze-stand-${stand}`),
        sinds: standDatum && toDateText(standDatum),
        toelichting,
        stappen: (NEXT[stand] ?? []).map((next) => ({
          actie: `${next}-verwijzingen:${id}`,
          tekst: say(`casus.keuze-stand-${next}`),
        })),
        vervolgen: knoppen.get(id) ?? [],
        besprak: isUnsaid(rules, casus, item) ? (tafelOf.get(tafel)?.inZin ?? null) : null,
        wordtGewijzigd: lijst.wijzigtId === id,
        velden: Object.entries(velden).map(([pad, waarde]) => {
          const veld = veldenOf.get(tafel)?.get(pad);
          return { naam: veld?.naam ?? pad, waarde: veld ? toVeldText(veld, waarde) : waarde };
        }),
      };
    }),
  };
}

/**
 * Whether a table refused the case while the answers, where there are any, do not say that it was discussed there: the advice
 * goes on naming it.
 */
function isUnsaid({ vraagOf }: CasusRules, casus: Casus, { tafel, stand }: GemaakteVerwijzing): boolean {
  const antwoorden = readAntwoorden(casus);
  const said = [antwoorden[EERDER_BESPROKEN] ?? []].flat();
  const canSay = vraagOf.get(EERDER_BESPROKEN)?.opties.some(({ id }) => id === tafel) ?? false;
  return stand === 'afgewezen' && canSay && !said.includes(tafel) && Object.keys(antwoorden).length > 0;
}

/**
 * How a package waits for its table, what to do then and whom to call, and the link that was just made for it; where packages
 * have links at all.
 */
function toWaiting(
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
