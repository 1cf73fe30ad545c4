import type { Concept } from '../domain/editing/draft.ts';
import { hasRol, type Wie } from '../domain/editing/people.ts';
import type { Proof } from '../domain/editing/proof.ts';
import type { RecordChange } from '../domain/editing/records.ts';
import { type Files, toVersieId, type Versie } from '../domain/editing/versions.ts';
import type { Options as DraftOptions, Drafts, OpenDraft } from './drafts.ts';

interface Options extends DraftOptions {
  readonly drafts: Drafts;
  /** The content of the program, and its hash. */
  readonly projectFiles: Files;
  readonly hashFiles: (files: Files) => string;
  /** What a change does; the kept cases are looked at too. */
  readonly prove: (before: Files, after: Files) => Promise<Proof>;
}

/** Why something was not done. */
export type Refusal =
  | 'dicht'
  | 'rol'
  | 'eigen'
  | 'andere'
  | 'fouten'
  | 'reden'
  | 'verouderd'
  | 'botsingen'
  | 'leeg'
  | 'onbekend';
export type Done =
  | { readonly ok: true; readonly nummer?: number }
  | { readonly ok: false; readonly waarom: Refusal };

const no = (waarom: Refusal): Done => ({ ok: false, waarom });

/** Offering, approving and publishing, and bringing back. */
export type Publishing = ReturnType<typeof createPublishing>;

/** Makes what brings a draft to the site. */
export function createPublishing(options: Options) {
  const { records, versions, drafts, prove, projectFiles, hashFiles, now } = options;

  async function proveDraft(draft: OpenDraft): Promise<Proof> {
    return prove((await versions.readLive()).files, draft.files);
  }

  /** The records and the line of the log of a new version, in the place of `live`. */
  async function toVersion(
    live: number,
    files: Files,
    wie: Wie,
    rest: Pick<Versie, 'titel' | 'reden' | 'gemaaktDoor' | 'concept'> & Partial<Versie>,
  ): Promise<readonly RecordChange[]> {
    const before = await versions.read(live);
    const programma = rest.programma ?? before?.programma ?? hashFiles(projectFiles);
    const nummer = live + 1;
    const id = toVersieId(nummer);
    const versie: Versie = {
      nummer,
      op: now().toISOString(),
      uitgegevenDoor: wie.id,
      vorige: live,
      ...rest,
      programma,
    };
    const isKnown = (await records.read('programma', programma)) !== null;
    return [
      { kind: 'versie', id, revision: 0, value: versie },
      { kind: 'inhoud', id, revision: 0, value: { ...files } },
      ...(isKnown
        ? []
        : [{ kind: 'programma', id: programma, revision: 0, value: { ...projectFiles } } as const]),
    ];
  }

  return {
    proveDraft,

    /** Asks a colleague to look at it. */
    async offer(id: string, wie: Wie, toelichting: string): Promise<Done> {
      const draft = await drafts.open(id);
      if (draft?.concept.status !== 'bezig') return no(draft ? 'dicht' : 'onbekend');
      if (Object.keys(draft.concept.bestanden).length === 0) return no('leeg');
      if (draft.concept.botsingen?.length) return no('botsingen');
      if ((await proveDraft(draft)).fouten.length > 0) return no('fouten');
      const value: Concept = {
        ...draft.concept,
        status: 'aangeboden',
        toelichting,
        gewijzigd: now().toISOString(),
      };
      const done = await records.commit(
        [{ kind: 'concept', id, revision: draft.revision, value }],
        [drafts.toEntry(wie, 'concept-aangeboden', value.titel)],
      );
      return done === 'ok' ? { ok: true } : no('andere');
    },

    /** Gives it back to whoever made it, or takes it away for good; it stays to be read. */
    async close(id: string, wie: Wie, status: 'bezig' | 'ingetrokken', antwoord: string): Promise<Done> {
      const wat = status === 'bezig' ? 'concept-teruggegeven' : 'concept-ingetrokken';
      let titel = '';
      const done = await drafts.change(id, [drafts.toEntry(wie, wat, id)], ({ concept }) => {
        titel = concept.titel;
        if (concept.status !== 'aangeboden' && !(status === 'ingetrokken' && concept.status === 'bezig'))
          return null;
        return { status, antwoord };
      });
      return done && titel !== '' ? { ok: true } : no('dicht');
    },

    /**
     * Approves and publishes what was offered, as it was seen (`revision`). Nobody publishes their own change, nothing with
     * a fault, and nothing that changes the advice in any case without a reason.
     */
    async publish(id: string, revision: number, wie: Wie, reden: string): Promise<Done> {
      if (!hasRol(wie.rol, 'uitgever')) return no('rol');
      const draft = await drafts.open(id);
      if (!draft) return no('onbekend');
      const { concept } = draft;
      if (concept.status !== 'aangeboden') return no('dicht');
      if (draft.revision !== revision) return no('andere');
      if (concept.gemaaktDoor.includes(wie.id)) return no('eigen');
      if (concept.botsingen?.length) return no('botsingen');
      const live = await versions.readLive();
      if (concept.basis !== live.nummer) return no('verouderd');
      const proof = await prove(live.files, draft.files);
      if (proof.fouten.length > 0) return no('fouten');
      const asksReason = proof.advies?.verandert || proof.vasteCasussen.length > 0;
      if (asksReason && reden.trim() === '') return no('reden');
      const nummer = live.nummer + 1;
      const done = await records.commit(
        [
          {
            kind: 'concept',
            id,
            revision,
            value: { ...concept, status: 'gepubliceerd', gewijzigd: now().toISOString() },
          },
          ...(await toVersion(live.nummer, draft.files, wie, {
            titel: concept.titel,
            reden: reden.trim() || null,
            gemaaktDoor: concept.gemaaktDoor,
            concept: id,
            ...(concept.programma ? { programma: concept.programma } : {}),
          })),
        ],
        [{ ...drafts.toEntry(wie, 'versie-uitgegeven', concept.titel), versie: nummer }],
      );
      return done === 'ok' ? { ok: true, nummer } : no('andere');
    },

    /** Publishes an older version again, as a new one: what was published is never taken away. */
    async rollBack(nummer: number, wie: Wie, reden: string): Promise<Done> {
      if (!hasRol(wie.rol, 'uitgever')) return no('rol');
      if (reden.trim() === '') return no('reden');
      const live = await versions.readLive();
      if (nummer >= live.nummer || nummer < 0) return no('onbekend');
      const files = await versions.readFiles(nummer);
      // What was once right may no longer be: the program may have changed since.
      if ((await prove(live.files, files)).fouten.length > 0) return no('fouten');
      const done = await records.commit(
        await toVersion(live.nummer, files, wie, {
          titel: `Terug naar versie ${nummer}`,
          reden: reden.trim(),
          gemaaktDoor: [],
          concept: null,
          terugNaar: nummer,
        }),
        [{ ...drafts.toEntry(wie, 'versie-teruggezet', `versie ${nummer}`), versie: live.nummer + 1 }],
      );
      return done === 'ok' ? { ok: true, nummer: live.nummer + 1 } : no('andere');
    },
  };
}
