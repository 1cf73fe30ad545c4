import type { Response } from 'express';
import { toTimeText } from '../../../domain/calendar.ts';
import { type Concept, isOpen, isReturned, isWorthOffering } from '../../../domain/editing/draft.ts';
import { hasRol, type Wie } from '../../../domain/editing/people.ts';
import type { Proof } from '../../../domain/editing/proof.ts';
import type { Say } from '../../../domain/texts.ts';
import type { OpenDraft } from '../../../editing/drafts.ts';
import { asksReason } from '../../../editing/publishing.ts';
import type { Crumb } from '../../page.ts';
import type { BeheerDeps } from '../area.ts';
import { getBezoeker, readNames } from '../bezoeker.ts';
import { BEHEER, DRAFTS_PATH, toContentPath, toDraftPath } from '../paths.ts';
import { toSiteState } from '../site-state.ts';
import { toProofModel } from './to-proof-model.ts';

/** What was typed in a form that was refused, and why, by the name of its form. */
export interface Refused {
  readonly formulier: keyof typeof FORMS | null;
  readonly melding: string;
  readonly waarde: string;
  /** What was typed in other forms that came along. */
  readonly ook?: Readonly<Partial<Record<keyof typeof FORMS, string>>>;
}

/** The field of each form, and what says that the form is there. */
const FORMS = {
  titel: { veld: 'titel', bij: 'isNogOpen' },
  aanbieden: { veld: 'toelichting', bij: 'kanAanbieden' },
  teruggeven: { veld: 'antwoord', bij: 'kanTeruggeven' },
  goedkeuren: { veld: 'reden', bij: 'kanGoedkeuren' },
} as const;

/** Shows the page of a draft: after something was done, or with what was refused. */
export type ShowDraft = (
  res: Response,
  draft: OpenDraft,
  about?: {
    readonly gedaan?: string | null;
    readonly geweigerd?: Refused | null;
    /** What was typed in other forms than the one that was sent, where that one was taken. */
    readonly getypt?: Refused['ook'];
    readonly status?: number;
  },
) => Promise<void>;

/** Makes what shows a draft: what it changes, what that does, and what can be done with it by who looks at it. */
export function createShowDraft({
  say,
  show,
  editing,
  records,
  content,
  catalog,
  live: shown,
}: BeheerDeps): ShowDraft {
  return async (res, draft, { gedaan = null, geweigerd = null, getypt, status } = {}) => {
    const [proof, live, toName, versie] = await Promise.all([
      editing.proofs.ofDraft(draft),
      records.findLiveVersion(),
      readNames(records, say),
      findVersion(draft),
    ]);
    const { id, revision, concept, basis, files } = draft;
    const href = toDraftPath(id);
    const isOld = isOpen(concept) && editing.basis.isOutdated(concept, live);
    const actions = { ...toActions(draft, proof, isOld, getBezoeker(res).wie), live };
    // A draft that is otherwise by now may not have the form any more in which something was typed.
    const isShown = geweigerd?.formulier ? actions[FORMS[geweigerd.formulier].bij] : true;
    const model = {
      ...{ href, revisie: revision, kop: concept.titel, gedaan, basis: concept.basis },
      samenvatting: geweigerd ? [toSummary(geweigerd, isShown)] : null,
      getypt: isShown ? null : toTyped(geweigerd),
      status: toStatus(say, concept),
      wie: concept.gemaaktDoor.map(toName).join(', '),
      begonnen: toTimeText(new Date(concept.begonnen)),
      gewijzigd: toTimeText(new Date(concept.gewijzigd)),
      toelichting: concept.toelichting || null,
      antwoord: concept.antwoord || null,
      meldingHref: concept.melding === undefined ? null : `${BEHEER}/meldingen/${concept.melding}`,
      opDeSite: versie === null ? null : { ...toSiteState(say, versie, shown), href },
      ...toProofModel(proof, {
        ...{ say, content, formulieren: catalog.formulieren, before: basis, after: files },
        concept: isOpen(concept) ? id : null,
        // Content that names what is not there makes no pages to look at.
        ...(editing.contents.ofDraft(draft).after === null
          ? { toExample: null, toKept: null, toInvented: null }
          : {
              toExample: (effect: number) => `${href}/voorbeeld?effect=${effect}&revisie=${revision}`,
              toKept: (casus: string) => `${href}/voorbeeld?casus=${casus}`,
              toInvented: (id: string) => `${href}/voorbeeld?verzonnen=${encodeURIComponent(id)}`,
            }),
      }),
      paginasHref: `${href}/paginas`,
      ...actions,
      velden: toFields(concept.titel, geweigerd, getypt ?? geweigerd?.ook),
    };
    const kruimels = toTrail(say, draft);
    const page = {
      template: 'beheer-concept',
      titel: concept.titel,
      kruimels,
      fout: geweigerd !== null,
      model,
    };
    show(res, page, status);
  };

  /** The number of the version that a draft became; null when it is none. */
  async function findVersion({ id, concept }: OpenDraft): Promise<number | null> {
    if (concept.status !== 'gepubliceerd') return null;
    const versions = await editing.versions.list();
    return versions.find(({ value }) => value.concept === id)?.value.nummer ?? null;
  }
}

/** The trail to a page below that of a draft; without a title, to the draft itself. */
export function toTrail(say: Say, { id, concept }: OpenDraft, titel?: string): Crumb[] {
  const drafts = { tekst: say('concepten.naam'), href: DRAFTS_PATH };
  if (titel === undefined) return [drafts, { tekst: concept.titel }];
  return [drafts, { tekst: concept.titel, href: toDraftPath(id) }, { tekst: titel }];
}

/** The status of a draft, in words and as it looks. */
export function toStatus(say: Say, concept: Pick<Concept, 'status' | 'antwoord'>) {
  if (isReturned(concept)) return { tekst: say('concepten.status-teruggegeven'), klasse: 'onbekend' };
  const { status } = concept;
  return { tekst: say(`concepten.status-${status}`), klasse: STATUS_BADGES[status] };
}

const STATUS_BADGES = {
  bezig: 'stil',
  aangeboden: 'onbekend',
  gepubliceerd: 'voldoet',
  ingetrokken: 'voldoet-niet',
} as const;

/** What can be done with it now, by who looks at it; `isOld` when what came meanwhile is to be taken in first. */
function toActions({ id, concept }: OpenDraft, proof: Proof, isOld: boolean, wie: Wie) {
  const isMaker = concept.gemaaktDoor.includes(wie.id);
  const isUitgever = hasRol(wie.rol, 'uitgever');
  const hasClashes = (concept.botsingen?.length ?? 0) > 0;
  const isOffered = concept.status === 'aangeboden';
  const isGood = isWorthOffering(concept) && proof.fouten.length === 0 && !isOld && !hasClashes;
  return {
    isNogOpen: isOpen(concept),
    inhoudHref: isOpen(concept) ? toContentPath(id) : null,
    botsingenHref: isOpen(concept) && hasClashes ? `${toDraftPath(id)}/botsingen` : null,
    isVerouderd: isOld && !hasClashes,
    kanAanbieden: concept.status === 'bezig' && isGood,
    kanTerugnemen: isOffered && isMaker,
    kanIntrekken: isOpen(concept) && (isMaker || isUitgever),
    kanTeruggeven: isOffered && isUitgever && !isMaker,
    kanGoedkeuren: isOffered && isUitgever && !isMaker && isGood,
    vraagtReden: asksReason(proof),
    /** An uitgever who made it reads why the button is not there. */
    isEigen: isOffered && isUitgever && isMaker,
  };
}

/** Each field of the forms, with what was typed when it was refused. */
function toFields(titel: string, geweigerd: Refused | null, ook: Refused['ook']) {
  const toField = (formulier: Refused['formulier'], waarde = '') =>
    geweigerd?.formulier === formulier
      ? { waarde: geweigerd.waarde, fout: geweigerd.melding }
      : { waarde: (formulier && ook?.[formulier]) || waarde, fout: null };
  return {
    titel: toField('titel', titel),
    toelichting: toField('aanbieden'),
    antwoord: toField('teruggeven'),
    reden: toField('goedkeuren'),
  };
}

/** All that was typed, to copy; null when that is nothing. */
function toTyped(geweigerd: Refused | null): string | null {
  const all = [geweigerd?.waarde, ...Object.values(geweigerd?.ook ?? {})];
  return all.filter(Boolean).join('\n\n') || null;
}

function toSummary({ formulier, melding }: Refused, isShown: boolean) {
  return { href: formulier !== null && isShown ? `#${FORMS[formulier].veld}` : '#inhoud', tekst: melding };
}
