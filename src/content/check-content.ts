import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBeslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import { UITKOMSTEN } from '../domain/model/uitkomst.ts';
import { checkContacten, findVerouderd } from './check-contacten.ts';
import { checkCriteria, findImplicaties } from './check-criteria.ts';
import { checkOpenen } from './check-opening.ts';
import { checkReferences } from './check-references.ts';
import { checkRegels } from './check-regels.ts';
import { checkVoorbeelden } from './check-voorbeelden.ts';
import { checkCirkels, checkRoutevragen, checkVragen } from './check-vragen.ts';
import { type Bevinding, toLijst, toRegelBestand, VRAGEN_BESTAND } from './content-fault.ts';

/** All faults of content that was read: references to what is not there first, then what leads nowhere. */
export function checkContent(content: Content): Bevinding[] {
  const verwijzingen = [...checkReferences(content), ...checkRegels(content)];
  const fouten = [...verwijzingen, ...checkSamenhang(content, verwijzingen)];
  // An example goes wrong with every other fault, and would only repeat it in other words.
  return fouten.length > 0 ? fouten : checkVoorbeelden(createBeslismodel(content), content.voorbeelden);
}

/**
 * The faults that make the content as a whole go nowhere: an oordeel that no answers lead to, a question or table that
 * nobody comes to, an outcome without a contact.
 * @param eerder the faults found before. What follows from those is left out: it would only repeat them in other words.
 */
function checkSamenhang(content: Content, eerder: readonly Bevinding[]): Bevinding[] {
  const model = createBeslismodel(content);
  const fout = new Set(eerder.map(({ bestand }) => bestand));
  const vragenGoed = !fout.has(VRAGEN_BESTAND);
  const goed = model.tafels.filter(({ id }) => !fout.has(toRegelBestand(id)));
  return [
    ...checkCirkels(model),
    ...(vragenGoed ? checkRoutevragen(model) : []),
    ...(vragenGoed && goed.length === model.tafels.length
      ? [...checkVragen(model), ...checkOpenen(model)]
      : []),
    ...(vragenGoed ? goed.flatMap((tafel) => checkCriteria(model, tafel)) : []),
    ...checkContacten(content),
  ];
}

/** What is not wrong but deserves a look: tables that imply each other, and contacts that were not checked for long. */
export function findWaarschuwingen(content: Content, now: Date): Bevinding[] {
  return [...findImplicaties(createBeslismodel(content)), ...findVerouderd(content, now)];
}

const MAP = 'views/partials';

/** Checks that every outcome of the advice has its words: a partial of its own that says what to do. */
export function checkUitkomstTeksten(root: string): Bevinding[] {
  // Content can be looked at without a site around it, such as that of an older version; a site without views does not start.
  if (!existsSync(join(root, MAP))) return [];
  return UITKOMSTEN.map((uitkomst) => `${MAP}/uitkomst-${uitkomst}.hbs`)
    .filter((bestand) => !existsSync(join(root, bestand)) || isLeeg(join(root, bestand)))
    .map((bestand) => ({
      bestand,
      plaats: '',
      melding: 'ontbreekt of is leeg. Schrijf hier wat iemand bij deze uitkomst doet.',
    }));
}

function isLeeg(pad: string): boolean {
  return readFileSync(pad, 'utf8').trim() === '';
}

/** What there is to say about the content that was read: all its faults, and what deserves a look. */
export function toVerslag(
  { content, fouten }: { readonly content: Content | null; readonly fouten: readonly Bevinding[] },
  now: Date,
): string {
  const waarschuwingen = content ? findWaarschuwingen(content, now) : [];
  return [
    fouten.length > 0 ? toLijst(fouten, 'fout', 'fouten') : 'De inhoud heeft geen fouten.',
    ...(waarschuwingen.length > 0 ? [toLijst(waarschuwingen, 'waarschuwing', 'waarschuwingen')] : []),
    ...(content ? [] : ['Herstel dit eerst. Daarna is te zien of de inhoud ook in samenhang klopt.']),
  ].join('\n\n');
}
