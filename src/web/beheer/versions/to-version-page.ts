import { toTimeText } from '../../../domain/calendar.ts';
import type { Formulier } from '../../../domain/editing/form/find-uses.ts';
import type { PartChange, Proof } from '../../../domain/editing/proof.ts';
import type { Files, Versie } from '../../../domain/editing/versions.ts';
import type { Content } from '../../../domain/model/content.ts';
import type { Say } from '../../../domain/texts.ts';
import type { Page } from '../../page.ts';
import { toChangesModel, toProofModel } from '../drafts/to-proof-model.ts';
import { BEHEER } from '../paths.ts';
import type { ToName } from '../read-names.ts';

interface Options {
  readonly say: Say;
  readonly content: Pick<Content, 'tafels' | 'beslisboom'>;
  readonly formulieren: readonly Formulier[];
  readonly nummer: number;
  /** Null: version 0. */
  readonly versie: Versie | null;
  readonly files: Files;
  /** The files of the version before it. */
  readonly before: Files;
  readonly live: { readonly nummer: number; readonly files: Files };
  readonly toName: ToName;
  readonly changes: readonly PartChange[];
  /** What bringing it back would do; null for who may not, or where it is live. */
  readonly proof: Proof | null;
  readonly geweigerd: { readonly waarde: string; readonly melding: string; readonly isField: boolean } | null;
}

/** The page of one version: what it changed, and what bringing it back would do. */
export function toVersionPage(options: Options): Page {
  const {
    say,
    content,
    formulieren,
    nummer,
    versie,
    files,
    before,
    live,
    toName,
    changes,
    proof,
    geweigerd,
  } = options;
  const kop = nummer === 0 ? say('concepten.versie-nul') : say('concepten.versie-titel', { nummer });
  return {
    template: 'beheer-versie',
    titel: kop,
    kruimels: [{ tekst: say('concepten.versies'), href: `${BEHEER}/versies` }, { tekst: kop }],
    fout: geweigerd !== null,
    model: {
      kop,
      samenvatting: geweigerd
        ? [{ href: geweigerd.isField ? '#reden' : '#inhoud', tekst: geweigerd.melding }]
        : null,
      over: versie && {
        titel: versie.titel,
        wanneer: toTimeText(new Date(versie.op)),
        door: toName(versie.uitgegevenDoor),
        makers: versie.gemaaktDoor.map(toName).join(', ') || null,
        reden: versie.reden,
        vorige: versie.vorige,
        conceptHref: versie.concept === null ? null : `${BEHEER}/concepten/${versie.concept}`,
      },
      isLive: nummer === live.nummer,
      verschil: {
        wijzigingen: toChangesModel(changes, { say, before, after: files, concept: null, formulieren }),
      },
      terug: proof && {
        ...toProofModel(proof, {
          ...{ say, content, before: live.files, after: files },
          ...{ concept: null, formulieren, toExample: null, toKept: null },
        }),
        href: `${BEHEER}/versies/${nummer}/terugzetten`,
        kan: proof.fouten.length === 0,
      },
      live: live.nummer,
      reden: { waarde: geweigerd?.waarde ?? '', fout: geweigerd?.isField ? geweigerd.melding : null },
    },
  };
}
