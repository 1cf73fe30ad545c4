import { TAFEL_FOLDER, VRAGEN } from '../../content-paths.ts';
import { isObject } from '../../json.ts';
import { ROL, SIGNALEN } from '../../model/routing-facts.ts';
import { DONT_KNOW } from '../../model/vraag.ts';
import { readList } from '../soort.ts';
import type { Files } from '../versions.ts';
import type { AnswerForm, Groep, Invoer, Named } from './veld.ts';
import { toGroep, toItems, toTekst } from './veld.ts';

/** Something that one may choose: what the file then says, and what it is called. */
export interface Choice {
  readonly id: string;
  readonly tekst: string;
}

/** What a field may be: `siblings` are the fields beside it, `root` is the form as a whole. */
export type FindChoices = (naar: Named, siblings: Groep, root: Invoer) => readonly Choice[];

type JsonObject = Readonly<Record<string, unknown>>;

/** The things in the list of a file; whatever is no such thing is left out, so that a form opens on faulty content too. */
function listObjects(files: Files, bestand: string, naam: string): readonly JsonObject[] {
  return readList(files[bestand], naam).filter(isObject);
}

/** The question that asks for a fact. */
export function findVraag(files: Files, feit: string): JsonObject | undefined {
  return listObjects(files, VRAGEN, 'vragen').find((vraag) => vraag.feit === feit);
}

const toText = (value: unknown) => (typeof value === 'string' ? value : '');

/** Finds the choices in the content of a draft. `tafel`: the table that the form is about, if any. */
export function createChoices(files: Files, tafel: string | null = null): FindChoices {
  const inTables = (naam: string) => listObjects(files, `tables/${naam}.json`, naam);
  const vragen = listObjects(files, VRAGEN, 'vragen');
  const toChoices = (things: readonly JsonObject[], id: string, ...tekst: readonly string[]): Choice[] =>
    things.map((thing) => ({
      id: toText(thing[id]),
      tekst: tekst.map((name) => toText(thing[name])).find(Boolean) || toText(thing[id]),
    }));
  const feiten = (type?: string) =>
    toChoices(
      vragen.filter((vraag) => type === undefined || vraag.type === type),
      'feit',
      'kort',
    );
  const answersTo = (feit: string): Choice[] => {
    const vraag = findVraag(files, feit);
    if (!vraag) return [];
    if (Array.isArray(vraag.opties)) return toChoices(vraag.opties.filter(isObject), 'id', 'kort', 'tekst');
    return [
      { id: 'ja', tekst: 'Ja' },
      { id: 'nee', tekst: 'Nee' },
      { id: DONT_KNOW, tekst: 'Ik weet het niet' },
    ];
  };
  const listTafels = () =>
    Object.keys(files)
      .filter((path) => path.startsWith(`${TAFEL_FOLDER}/`))
      .map((path) => files[path])
      .filter(isObject);

  function listContacten(): Choice[] {
    const numbers = inTables('noodnummers').filter(({ kies }) => typeof kies === 'string');
    return [
      ...inTables('contacten').map(({ id, label, waarde }) => ({
        id: toText(id),
        tekst: `${toText(label)} (${toText(waarde) || 'adres onbekend'})`,
      })),
      ...numbers.map(({ id, naam, kies }) => ({
        id: toText(id),
        tekst: `${toText(naam)} (${toText(kies)})`,
      })),
    ];
  }

  function listUitkomsten(): Choice[] {
    const json = files['tables/beslisboom.json'];
    const names = isObject(json) && isObject(json.uitkomsten) ? json.uitkomsten : {};
    return Object.entries(names).map(([id, one]) => ({
      id,
      tekst: (isObject(one) && toText(one.naam)) || id,
    }));
  }

  function listCriteria(root: Invoer): Choice[] {
    // The form of a new table has both its files.
    const { criteria, regels } = toGroep(root);
    const typed = toItems(criteria ?? toGroep(regels).criteria).map(toGroep);
    if (typed.length > 0)
      return typed
        .filter(({ id }) => toTekst(id) !== '')
        .map(({ id, tekst }) => ({ id: toTekst(id), tekst: toTekst(tekst) || toTekst(id) }));
    return toChoices(listObjects(files, `rules/${tafel}.json`, 'criteria'), 'id', 'tekst');
  }

  return (naar, siblings, root) => {
    switch (naar) {
      case 'bronnen':
        return toChoices(inTables('bronnen'), 'id', 'titel').toSorted((one, other) =>
          one.tekst.localeCompare(other.tekst, 'nl'),
        );
      case 'organisaties':
      case 'gemeenten':
        return toChoices(inTables(naar), 'id', 'naam');
      case 'contacten':
        return listContacten();
      case 'tafels':
        return toChoices(listTafels(), 'id', 'naam');
      case 'feiten':
        return feiten();
      case 'jaNeeFeiten':
        return feiten('jaNee');
      case 'antwoorden':
        // A condition (`fact`) cannot hold by an answer that leaves it open.
        return siblings.fact === undefined
          ? answersTo(toTekst(siblings.feit ?? siblings.sleutel))
          : answersTo(toTekst(siblings.fact)).filter(({ id }) => id !== DONT_KNOW);
      case 'signalen':
        return answersTo(SIGNALEN).filter(({ id }) => id !== DONT_KNOW);
      case 'rollen':
        return answersTo(ROL).filter(({ id }) => id !== DONT_KNOW);
      case 'pakketvelden': {
        const velden = listObjects(files, 'tables/pakketvelden.json', 'velden');
        return toChoices(velden, 'id', 'label');
      }
      case 'uitkomsten':
        return listUitkomsten();
      case 'criteria':
        return listCriteria(root);
    }
  };
}

/** Makes what says how an answer stands: as one text with `is`, and in an example where the question takes one answer. */
export function createAnswerForm(files: Files): (siblings: Groep) => AnswerForm {
  return ({ operator, sleutel }) => {
    // How many a condition takes, its operator follows.
    if (operator !== undefined) return { isTekst: operator === 'is', isEen: false };
    const type = findVraag(files, toTekst(sleutel))?.type;
    return { isTekst: type !== 'meerkeuze', isEen: type === 'jaNee' || type === 'keuze' };
  };
}
