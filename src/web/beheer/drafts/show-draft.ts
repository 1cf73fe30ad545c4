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

/** The fields of the page in which one types, and what says that each is there. */
export const TYPED = {
  titel: 'isNogOpen',
  toelichting: 'kanAanbieden',
  antwoord: 'kanTeruggeven',
  reden: 'kanGoedkeuren',
} as const;
export type TypedField = keyof typeof TYPED;
/** What was typed, by its field. */
export type Typed = Readonly<Partial<Record<TypedField, string>>>;

/** Why something was not done, and the field that it is about; null: the draft. */
interface Refused {
  readonly veld: TypedField | null;
  readonly melding: string;
}

/** Shows the page of a draft: after something was done, or with what was refused. */
export type ShowDraft = (
  res: Response,
  draft: OpenDraft,
  about?: {
    readonly gedaan?: string | null;
    readonly geweigerd?: Refused | null;
    /** What is kept nowhere but on this page. */
    readonly getypt?: Typed;
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
  return async (res, draft, { gedaan = null, geweigerd = null, getypt = {}, status } = {}) => {
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
    // A draft that is otherwise by now may not have the field any more in which something was typed.
    const isShown = (veld: TypedField) => actions[TYPED[veld]];
    const model = {
      ...{ href, revisie: revision, kop: concept.titel, gedaan, basis: concept.basis },
      samenvatting: geweigerd ? [toSummary(geweigerd, isShown)] : null,
      getypt: listLost(getypt, isShown).join('\n\n') || null,
      isGetypt: Object.values(getypt).some(Boolean),
      status: toStatus(say, concept, getBezoeker(res).wie),
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
      isTitelOpen: getypt.titel !== undefined,
      velden: toFields(concept.titel, geweigerd, getypt),
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

/** The status of a draft, in words and as it looks. What one wrote oneself waits for somebody else. */
export function toStatus(say: Say, concept: Pick<Concept, 'status' | 'antwoord' | 'gemaaktDoor'>, wie: Wie) {
  if (isReturned(concept)) return { tekst: say('concepten.status-teruggegeven'), klasse: 'onbekend' };
  const { status } = concept;
  if (status === 'aangeboden' && concept.gemaaktDoor.includes(wie.id))
    return { tekst: say('concepten.status-bij-collega'), klasse: 'stil' };
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

/** Each field, with what was typed in it and what is wrong with that. */
function toFields(titel: string, geweigerd: Refused | null, getypt: Typed) {
  const toField = (veld: TypedField, waarde = '') => ({
    waarde: getypt[veld] ?? waarde,
    fout: geweigerd?.veld === veld ? geweigerd.melding : null,
  });
  return {
    titel: toField('titel', titel),
    toelichting: toField('toelichting'),
    antwoord: toField('antwoord'),
    reden: toField('reden'),
  };
}

/** What was typed in fields that are not there any more. */
function listLost(getypt: Typed, isShown: (veld: TypedField) => boolean): readonly string[] {
  const fields = Object.keys(TYPED) as readonly TypedField[];
  return fields.filter((veld) => !isShown(veld)).flatMap((veld) => getypt[veld] || []);
}

function toSummary({ veld, melding }: Refused, isShown: (veld: TypedField) => boolean) {
  return { href: veld !== null && isShown(veld) ? `#${veld}` : '#inhoud', tekst: melding };
}
