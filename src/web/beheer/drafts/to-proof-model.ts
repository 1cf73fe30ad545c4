import { type FoundThing, findThingOf } from '../../../domain/editing/form/find-place.ts';
import type { Formulier } from '../../../domain/editing/form/references.ts';
import type {
  BrokenCase,
  Effect,
  Finding,
  Outcome,
  PartChange,
  Proof,
} from '../../../domain/editing/proof.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Content } from '../../../domain/model/content.ts';
import type { Say } from '../../../domain/texts.ts';
import { toContentPath, toThingPath } from '../paths.ts';
import { createDescribe, toPartTitle } from './describe-part.ts';
import { groupFaults } from './group-faults.ts';

interface Options {
  readonly say: Say;
  /** The content as it is on the site now, for the names of tables and outcomes. */
  readonly content: Pick<Content, 'tafels' | 'beslisboom'>;
  /** The kinds of content that have forms, with these. */
  readonly formulieren: readonly Formulier[];
  readonly before: Files;
  readonly after: Files;
  /** The draft that it is of; null: nothing of it can be changed. */
  readonly concept: string | null;
  /** Where the example of an effect, by its number, and that of a kept case are shown; null: nowhere. */
  readonly toExample: ((effect: number) => string) | null;
  readonly toKept: ((id: string) => string) | null;
  /** The same for an invented case, by its id. */
  readonly toInvented: ((id: string) => string) | null;
}

/** The kind of content that invented cases are. */
const INVENTED = 'voorbeelden';

/** What a change does, for the partial `beheer-bewijs`. */
export function toProofModel(proof: Proof, options: Options) {
  const { advies } = proof;
  return {
    fouten: toGroups(proof.fouten, options),
    letOp: toGroups(proof.letOp, options),
    waarschuwingen: toGroups(proof.waarschuwingen, options),
    wijzigingen: toChangesModel(proof.wijzigingen, options),
    kanVergelijken: advies !== null,
    isNietTeZien: options.concept !== null && options.toExample === null,
    verandert: advies?.verandert ?? false,
    gevolgen: toEffects(advies?.effecten ?? [], options),
    vasteCasussen: proof.vasteCasussen.map((casus) => toBrokenModel(casus, options)),
  };
}

/** The findings thing by thing; an invented case with the way to its example. */
function toGroups(findings: readonly Finding[], options: Options) {
  return groupFaults(findings, options).map((group) => ({
    ...group,
    bevindingen: group.bevindingen.map((one) => ({
      ...one,
      naastHref: one.thing?.soort === INVENTED ? (options.toInvented?.(one.thing.naam) ?? null) : null,
    })),
  }));
}

/** Where in the draft a thing is changed, at its field; null where it is not. */
function toFormHref(concept: string | null, thing: FoundThing | null): string | null {
  if (concept === null || thing === null) return null;
  return toThingPath(toContentPath(concept), thing.soort, thing.naam, thing.pad);
}

/** What changed, thing by thing, each place as it was and as it becomes. */
export function toChangesModel(
  changes: readonly PartChange[],
  options: Pick<Options, 'say' | 'before' | 'after' | 'concept' | 'formulieren'>,
) {
  const { say, before, after, concept, formulieren } = options;
  const tellOld = createDescribe(say, formulieren, before);
  const tellNew = createDescribe(say, formulieren, after);
  const niets = say('concepten.leeg');
  return changes.map(({ soort, plaatsen, ...part }) => ({
    titel: toPartTitle(say, soort === 'weg' ? [before] : [after, before], part),
    soort: say(`concepten.${soort}`),
    isAnders: soort === 'anders',
    href: soort === 'weg' ? null : toFormHref(concept, findThingOf(formulieren, after, part)),
    terug: soort === 'weg' && concept !== null ? `${part.bestand} ${part.naam ?? ''}` : null,
    plaatsen: plaatsen
      .map(({ plaats, van, naar }) => {
        const [old, fresh] = [tellOld(part, plaats), tellNew(part, plaats)];
        return {
          // What is gone is only known where it was.
          plaats: plaats === '' ? say('concepten.volgorde') : (naar === undefined ? old : fresh).plaats,
          van: old.toText(van),
          naar: fresh.toText(naar),
        };
      })
      // Of something new also what stays empty is named in its file.
      .filter(({ van, naar }) => van !== niets || naar !== niets),
  }));
}

/** What the advice does otherwise: as a whole first, then table by table. */
function toEffects(effects: readonly Effect[], { say, content, toExample }: Options) {
  const toName = (tafel: string | null) =>
    tafel === null ? null : (content.tafels.find(({ id }) => id === tafel)?.korteNaam ?? tafel);
  return effects.map(({ tekst, tafel, voorbeeld, voorbeeldTekst }, number) => ({
    over: toName(tafel),
    tekst,
    voorbeeld: voorbeeldTekst,
    href: voorbeeld && toExample ? toExample(number) : null,
    kijk: say('concepten.voorbeeld'),
  }));
}

function toBrokenModel({ id, naam, was, wordt }: BrokenCase, options: Options) {
  return {
    naam,
    was: toOutcomeText(options.content, was),
    wordt: toOutcomeText(options.content, wordt),
    href: options.toKept?.(id) ?? null,
  };
}

/** An outcome with its tables, in words; what the content does not know any more stands as it is called there. */
export function toOutcomeText(
  { tafels, beslisboom }: Pick<Content, 'tafels' | 'beslisboom'>,
  { uitkomst, tafels: ids }: Outcome,
): string {
  const names: Readonly<Record<string, { readonly naam: string } | undefined>> = beslisboom.uitkomsten;
  const tables = ids.map((id) => tafels.find((tafel) => tafel.id === id)?.korteNaam ?? id);
  return [names[uitkomst]?.naam ?? uitkomst, ...tables].join(', ');
}
