import { toTimeText } from '../../../domain/calendar.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import { hasRol, type Wie } from '../../../domain/editing/people.ts';
import type { Proof } from '../../../domain/editing/proof.ts';
import type { Content } from '../../../domain/model/content.ts';
import type { Say } from '../../../domain/texts.ts';
import { isOpen, type OpenDraft } from '../../../editing/drafts.ts';
import { asksReason } from '../../../editing/publishing.ts';
import type { Page } from '../../page.ts';
import { BEHEER } from '../paths.ts';
import type { ToName } from '../read-names.ts';
import { STATUS_BADGES } from './to-list-page.ts';
import { toProofModel } from './to-proof-model.ts';

/** What was typed in a form that was refused, and why, by the name of its form. */
export interface Refused {
  readonly formulier: 'titel' | 'aanbieden' | 'teruggeven' | 'goedkeuren' | null;
  readonly melding: string;
  readonly waarde: string;
}

interface Options {
  readonly say: Say;
  readonly content: Pick<Content, 'tafels' | 'beslisboom'>;
  readonly formulieren: readonly Formulier[];
  readonly draft: OpenDraft;
  readonly proof: Proof;
  /** The number of the version that is live. */
  readonly live: number;
  readonly wie: Wie;
  readonly toName: ToName;
  readonly gedaan: string | null;
  readonly geweigerd: Refused | null;
}

/** The page of a draft: what it changes, what that does, and what can be done with it by who looks at it. */
export function toDraftPage(options: Options): Page {
  const { say, content, draft, proof, toName, geweigerd } = options;
  const { id, revision, concept, basis, files } = draft;
  const href = `${BEHEER}/concepten/${id}`;
  return {
    template: 'beheer-concept',
    titel: concept.titel,
    kruimels: [{ tekst: say('concepten.naam'), href: `${BEHEER}/concepten` }, { tekst: concept.titel }],
    fout: geweigerd !== null,
    model: {
      href,
      revisie: revision,
      kop: concept.titel,
      gedaan: options.gedaan,
      samenvatting: geweigerd ? [toSummary(geweigerd)] : null,
      status: { tekst: say(`concepten.status-${concept.status}`), klasse: STATUS_BADGES[concept.status] },
      wie: concept.gemaaktDoor.map(toName).join(', '),
      begonnen: toTimeText(new Date(concept.begonnen)),
      gewijzigd: toTimeText(new Date(concept.gewijzigd)),
      basis: concept.basis,
      toelichting: concept.toelichting || null,
      antwoord: concept.antwoord || null,
      meldingHref: concept.melding === undefined ? null : `${BEHEER}/meldingen/${concept.melding}`,
      ...toProofModel(proof, {
        ...{ say, content, formulieren: options.formulieren, before: basis, after: files },
        concept: isOpen(concept) ? id : null,
        toExample: (effect) => `${href}/voorbeeld?effect=${effect}&revisie=${revision}`,
        toKept: (casus) => `${href}/voorbeeld?casus=${casus}`,
      }),
      paginasHref: `${href}/paginas`,
      ...toActions(options),
      velden: toFields(concept.titel, geweigerd),
    },
  };
}

/** What can be done with it now, by who looks at it. */
function toActions({ draft: { id, concept }, proof, live, wie }: Options) {
  const href = `${BEHEER}/concepten/${id}`;
  const isMaker = concept.gemaaktDoor.includes(wie.id);
  const isUitgever = hasRol(wie.rol, 'uitgever');
  const hasClashes = (concept.botsingen?.length ?? 0) > 0;
  const isOld = isOpen(concept) && concept.basis !== live;
  const isOffered = concept.status === 'aangeboden';
  const isChanged = Object.keys(concept.bestanden).length > 0;
  const isGood = isChanged && proof.fouten.length === 0 && !isOld && !hasClashes;
  return {
    isNogOpen: isOpen(concept),
    inhoudHref: isOpen(concept) ? `${href}/inhoud` : null,
    botsingenHref: isOpen(concept) && hasClashes ? `${href}/botsingen` : null,
    isVerouderd: isOld && !hasClashes,
    live,
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
function toFields(titel: string, geweigerd: Refused | null) {
  const toField = (formulier: Refused['formulier'], waarde = '') =>
    geweigerd?.formulier === formulier
      ? { waarde: geweigerd.waarde, fout: geweigerd.melding }
      : { waarde, fout: null };
  return {
    titel: toField('titel', titel),
    toelichting: toField('aanbieden'),
    antwoord: toField('teruggeven'),
    reden: toField('goedkeuren'),
  };
}

const FIELD_IDS = {
  titel: 'titel',
  aanbieden: 'toelichting',
  teruggeven: 'antwoord',
  goedkeuren: 'reden',
} as const;

function toSummary({ formulier, melding }: Refused) {
  return { href: formulier === null ? '#inhoud' : `#${FIELD_IDS[formulier]}`, tekst: melding };
}
