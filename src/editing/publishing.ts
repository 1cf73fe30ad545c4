import { isWorthOffering } from '../domain/editing/draft.ts';
import { hasRol, type Wie } from '../domain/editing/people.ts';
import type { Proof } from '../domain/editing/proof.ts';
import type { LogEntry, RecordChange } from '../domain/editing/records.ts';
import type { Files } from '../domain/editing/versions.ts';
import type { Options as DraftOptions, Drafts } from './drafts.ts';
import type { Proofs } from './proofs.ts';
import { type About, toKeptAsNow, toNewVersion } from './version-store.ts';

interface Options extends DraftOptions {
  readonly drafts: Drafts;
  readonly proofs: Proofs;
  /** The content of the program, and its hash. */
  readonly projectFiles: Files;
  readonly programma: () => string;
}

/** Why something was not done; `views/text/concepten.json` says it. */
type Refusal =
  | ('dicht' | 'rol' | 'eigen' | 'andere' | 'fouten')
  | ('reden' | 'verouderd' | 'botsingen' | 'leeg' | 'onbekend');
export type Done = { readonly ok: true } | { readonly ok: false; readonly waarom: Refusal };

const no = (waarom: Refusal): Done => ({ ok: false, waarom });

/** Makes what brings a draft to the site: offering, approving and publishing, and bringing back. */
export function createPublishing(options: Options) {
  const { records, versions, basis, drafts, proofs, now } = options;

  /** Writes files as a new version in the place of the one that is live, with what changes besides, as the log then says. */
  async function release(
    live: number,
    files: Files,
    about: About,
    { vasteCasussen }: Proof,
    entry: LogEntry,
    besides: readonly RecordChange[] = [],
  ): Promise<Done> {
    const nummer = live + 1;
    const fresh = await toNewVersion(options, live, await versions.read(live), files, about);
    const kept = await toKeptAsNow(records, vasteCasussen);
    const done = await records.commit([...besides, ...fresh, ...kept], [{ ...entry, versie: nummer }]);
    return done === 'ok' ? { ok: true } : no('andere');
  }

  return {
    /** Asks a colleague to look at it. */
    async offer(id: string, wie: Wie, toelichting: string): Promise<Done> {
      const draft = await drafts.open(id);
      if (draft?.concept.status !== 'bezig') return no(draft ? 'dicht' : 'onbekend');
      if (!isWorthOffering(draft.concept)) return no('leeg');
      if (draft.concept.botsingen?.length) return no('botsingen');
      if (basis.isOutdated(draft.concept, await records.findLiveVersion())) return no('verouderd');
      if ((await proofs.ofDraft(draft)).fouten.length > 0) return no('fouten');
      // What was to be other, is: whoever looks now, sees no answer of before.
      const changed = { status: 'aangeboden', toelichting, antwoord: '' } as const;
      const value = { ...draft.concept, ...changed, gewijzigd: now().toISOString() };
      const done = await records.commit(
        [{ kind: 'concept', id, revision: draft.revision, value }],
        [drafts.toLogEntry(wie.id, 'concept-aangeboden', value.titel)],
      );
      return done === 'ok' ? { ok: true } : no('andere');
    },

    /**
     * Gives it back to whoever made it (or they take it back), or takes it away for good; it stays to be read. Only who made
     * it, or may publish it.
     */
    async close(id: string, wie: Wie, status: 'bezig' | 'ingetrokken', antwoord: string): Promise<Done> {
      const wat = status === 'bezig' ? 'concept-teruggegeven' : 'concept-ingetrokken';
      const found = await drafts.open(id);
      if (!found) return no('onbekend');
      let refusal: Refusal = 'dicht';
      const done = await drafts.change(
        id,
        [drafts.toLogEntry(wie.id, wat, found.concept.titel)],
        ({ concept }) => {
          if (!hasRol(wie.rol, 'uitgever') && !concept.gemaaktDoor.includes(wie.id)) {
            refusal = 'rol';
            return null;
          }
          if (concept.status !== 'aangeboden' && !(status === 'ingetrokken' && concept.status === 'bezig'))
            return null;
          return { status, antwoord };
        },
      );
      return done ? { ok: true } : no(refusal);
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
      if (basis.isOutdated(concept, live.nummer)) return no('verouderd');
      const proof = await proofs.ofDraft(draft);
      if (proof.fouten.length > 0) return no('fouten');
      if (asksReason(proof) && reden.trim() === '') return no('reden');
      const published = { ...concept, status: 'gepubliceerd' as const, gewijzigd: now().toISOString() };
      const about = {
        uitgegevenDoor: wie.id,
        titel: concept.titel,
        reden: reden.trim() || null,
        gemaaktDoor: concept.gemaaktDoor,
        concept: id,
        ...(concept.programma ? { programma: concept.programma } : {}),
      };
      const entry = drafts.toLogEntry(wie.id, 'versie-uitgegeven', concept.titel);
      const change = { kind: 'concept' as const, id, revision, value: published };
      return release(live.nummer, draft.files, about, proof, entry, [change]);
    },

    /**
     * Publishes an older version again, as a new one: what was published is never taken away. `seen` is the number that was
     * live when it was asked for.
     */
    async rollBack(nummer: number, wie: Wie, reden: string, seen: number): Promise<Done> {
      if (!hasRol(wie.rol, 'uitgever')) return no('rol');
      if (reden.trim() === '') return no('reden');
      const live = await versions.readLive();
      if (nummer >= live.nummer || nummer < 0) return no('onbekend');
      if (seen !== live.nummer) return no('andere');
      const files = await versions.readFiles(nummer);
      // What was once right may no longer be: the program may have changed since.
      const proof = await proofs.ofReturn(live.nummer, live.files, nummer, files);
      if (proof.fouten.length > 0) return no('fouten');
      const about = {
        uitgegevenDoor: wie.id,
        titel: `Terug naar versie ${nummer}`,
        reden: reden.trim(),
        gemaaktDoor: [],
        concept: null,
        terugNaar: nummer,
        programma: (await versions.read(nummer))?.programma ?? options.programma(),
      };
      const entry = drafts.toLogEntry(wie.id, 'versie-teruggezet', `versie ${nummer}`);
      return release(live.nummer, files, about, proof, entry);
    },
  };
}

/** Whether who publishes it says why: the advice is other in some case, or a case that was to stay is not as it was. */
export function asksReason({ advies, vasteCasussen }: Proof): boolean {
  return advies?.verandert === true || vasteCasussen.length > 0;
}
