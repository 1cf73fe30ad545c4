import type {
  BrokenCase,
  Effect,
  Finding,
  Outcome,
  PartChange,
  Proof,
} from '../../../domain/editing/proof.ts';
import type { Soort } from '../../../domain/editing/soort.ts';
import type { Files } from '../../../domain/editing/versions.ts';
import type { Content } from '../../../domain/model/content.ts';
import type { Say } from '../../../domain/texts.ts';
import { findPart, toFormHref, toPartTitle } from './describe-part.ts';
import { isEmpty, toLastName, toPlaceText, toValueText } from './describe-value.ts';
import { findThingAt, findThingOf } from './find-thing.ts';

interface Options {
  readonly say: Say;
  /** The content as it is on the site now, for the names of tables and outcomes. */
  readonly content: Pick<Content, 'tafels' | 'beslisboom'>;
  /** The kinds of content that have forms. */
  readonly soorten: readonly Soort[];
  readonly before: Files;
  readonly after: Files;
  /** The draft that it is of; null: nothing of it can be changed. */
  readonly concept: string | null;
  /** Where the example of an effect, by its number, and that of a kept case are shown; null: nowhere. */
  readonly toExample: ((effect: number) => string) | null;
  readonly toKept: ((id: string) => string) | null;
}

/** What a change does, for the partial `beheer-bewijs`. */
export function toProofModel(proof: Proof, options: Options) {
  const { advies } = proof;
  return {
    fouten: proof.fouten.map((finding) => toFindingModel(finding, options)),
    waarschuwingen: proof.waarschuwingen.map((finding) => toFindingModel(finding, options)),
    wijzigingen: toChangesModel(proof.wijzigingen, options),
    kanVergelijken: advies !== null,
    verandert: advies?.verandert ?? false,
    gevolgen: toEffects(advies?.effecten ?? [], options),
    vasteCasussen: proof.vasteCasussen.map((casus) => toBrokenModel(casus, options)),
  };
}

function toFindingModel(
  { bestand, plaats, melding }: Finding,
  { say, after, before, concept, soorten }: Options,
) {
  const { part, veld } = findPart(after, bestand, plaats);
  const thing = findThingAt(soorten, after, bestand, plaats);
  return {
    titel: toPartTitle(say, [after, before], part),
    plaats: veld === '' ? null : toPlaceText(say, veld, thing?.soort ?? ''),
    melding,
    href: toHref(concept, thing),
  };
}

function toHref(concept: string | null, thing: ReturnType<typeof findThingAt>): string | null {
  return concept === null || thing === null ? null : toFormHref(concept, thing);
}

/** What changed, thing by thing, each place as it was and as it becomes. */
export function toChangesModel(
  changes: readonly PartChange[],
  { say, before, after, concept, soorten }: Pick<Options, 'say' | 'before' | 'after' | 'concept' | 'soorten'>,
) {
  return changes.map(({ soort, plaatsen, ...part }) => {
    const thing = findThingOf(soorten, after, part);
    return {
      titel: toPartTitle(say, soort === 'weg' ? [before] : [after, before], part),
      soort: say(`concepten.${soort}`),
      isNieuw: soort === 'nieuw',
      href: soort === 'weg' ? null : toHref(concept, thing),
      plaatsen: plaatsen
        // A field of a new thing that was left empty says nothing.
        .filter(({ van, naar }) => !isEmpty(van) || !isEmpty(naar))
        .map(({ plaats, van, naar }) => ({
          plaats: plaats === '' ? say('concepten.volgorde') : toPlaceText(say, plaats, thing?.soort ?? ''),
          van: toValueText(say, van, toLastName(plaats)),
          naar: toValueText(say, naar, toLastName(plaats)),
        })),
    };
  });
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
