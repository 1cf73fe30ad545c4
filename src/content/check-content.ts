import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../domain/editing/proof.ts';
import { createBeslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import { UITKOMSTEN } from '../domain/model/uitkomst.ts';
import { checkContacten, findStale } from './check-contacten.ts';
import { checkCriteria, findImplications } from './check-criteria.ts';
import { checkReferences } from './check-references.ts';
import { checkOpening, checkRegels } from './check-regels.ts';
import { checkVoorbeelden } from './check-voorbeelden.ts';
import { checkCircles, checkRoutevragen, checkVragen } from './check-vragen.ts';
import { toFinding, toList, toRegelFile, VRAGEN_FILE } from './content-fault.ts';

/** All faults of content that was read: references to what is not there first, then what leads nowhere. */
export function checkContent(content: Content): Finding[] {
  const verwijzingen = [...checkReferences(content), ...checkRegels(content)];
  const faults = [...verwijzingen, ...checkCoherence(content, verwijzingen)];
  // An example goes wrong with every other fault, and would only repeat it in other words.
  return faults.length > 0 ? faults : checkVoorbeelden(createBeslismodel(content), content);
}

/** The faults with which no site can be made of content, not even to look at: what it names is not there, or it never ends. */
export function findBreaks(content: Content): Finding[] {
  const named = [...checkReferences(content), ...checkRegels(content)];
  if (named.length > 0) return named;
  const model = createBeslismodel(content);
  return [...checkCircles(model), ...checkRoutevragen(model)];
}

/**
 * The faults that make the content as a whole go nowhere: an oordeel that no answers lead to, a question or table that
 * nobody comes to, an outcome without a contact.
 * @param eerder the faults found before. What follows from those is left out: it would only repeat them in other words.
 */
function checkCoherence(content: Content, earlier: readonly Finding[]): Finding[] {
  const model = createBeslismodel(content);
  const fault = new Set(earlier.map(({ bestand }) => bestand));
  const vragenGood = !fault.has(VRAGEN_FILE);
  const goed = model.tafels.filter(({ id }) => !fault.has(toRegelFile(id)));
  return [
    ...checkCircles(model),
    ...(vragenGood ? checkRoutevragen(model) : []),
    ...(vragenGood && goed.length === model.tafels.length
      ? [...checkVragen(model), ...checkOpening(model)]
      : []),
    ...(vragenGood ? goed.flatMap((tafel) => checkCriteria(model, tafel)) : []),
    ...checkContacten(content),
  ];
}

/** What is not wrong but deserves a look: tables that imply each other, and contacts that were not checked for long. */
export function findWarnings(content: Content, now: Date): Finding[] {
  return [...findImplications(createBeslismodel(content)), ...findStale(content, now)];
}

const FOLDER = 'views/partials';

/** Checks that every outcome of the advice has its words: a partial of its own that says what to do. */
export function checkUitkomstTexts(root: string): Finding[] {
  // Content can be looked at without a site around it, such as that of an older version; a site without views does not start.
  if (!existsSync(join(root, FOLDER))) return [];
  return UITKOMSTEN.map((uitkomst) => `${FOLDER}/uitkomst-${uitkomst}.hbs`)
    .filter((bestand) => !existsSync(join(root, bestand)) || isEmpty(join(root, bestand)))
    .map((bestand) =>
      toFinding(bestand, '', 'ontbreekt of is leeg. Schrijf hier wat iemand bij deze uitkomst doet.'),
    );
}

function isEmpty(path: string): boolean {
  return readFileSync(path, 'utf8').trim() === '';
}

/** What there is to say about the content that was read: all its faults, and what deserves a look. */
export function toReport(
  { content, fouten }: { readonly content: Content | null; readonly fouten: readonly Finding[] },
  now: Date,
): string {
  const warnings = content ? findWarnings(content, now) : [];
  return [
    fouten.length > 0 ? toList(fouten, 'fout', 'fouten') : 'De inhoud heeft geen fouten.',
    ...(warnings.length > 0 ? [toList(warnings, 'waarschuwing', 'waarschuwingen')] : []),
    ...(content ? [] : ['Herstel dit eerst. Daarna is te zien of de inhoud ook in samenhang klopt.']),
  ].join('\n\n');
}
