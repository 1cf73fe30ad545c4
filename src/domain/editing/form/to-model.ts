import type { Choice } from './choices.ts';
import { type Knoop, type Optie, type Plek, type Toon, toBasis } from './knoop.ts';
import { toPresentName } from './read-form.ts';
import { toBlank } from './to-invoer.ts';
import { toLijst, toVormen } from './to-lijst.ts';
import {
  type Groep,
  type Invoer,
  isDeel,
  joinPad,
  type Lid,
  toGroep,
  toItems,
  toTekst,
  type Veld,
} from './veld.ts';

/** In letters: longer than this, a text gets more than a line. */
const LONG = 60;
const LINE = 80;
/** Texts that are long as a rule, and get more than a line from the start. */
const LONG_TEXTS = new Set(
  'tekst toelichting beschrijving samenvatting waarom uitleg inleiding werkwijze alsNee leeswijzer'.split(
    ' ',
  ),
);

/** The form of what is filled in, to show. */
export function toModel(veld: Veld, invoer: Invoer, options: Omit<Toon, 'root'>): Knoop {
  const toon: Toon = { ...options, root: invoer };
  return toKnoop(veld, invoer, {
    lid: { naam: '', isNodig: true },
    pad: '',
    ouder: options.soort,
    siblings: {},
  });

  function toKnoop(veld: Veld, typed: Invoer, plek: Plek): Knoop {
    const asked = toBasis(toon, plek);
    // A list of which none are needed is always there, and may be empty.
    const isNodig = asked.isNodig && !('min' in veld && veld.min === 0);
    const basis = { ...asked, isNodig, waarde: toTekst(typed) };
    const { naam } = plek.lid;
    const chosen = toItems(typed).map(toTekst);
    switch (veld.soort) {
      case 'tekst':
        if (isFixed(toon.soort, plek.pad))
          return { ...basis, soort: 'vast', verborgen: [{ naam: plek.pad, waarde: basis.waarde }] };
        return toText(basis, naam, veld.isAdres);
      case 'regels':
        return { ...basis, rijen: Math.min(basis.waarde.split('\n').length + 1, 14) };
      case 'getal':
        return basis;
      case 'datum':
        return { ...basis, invoer: 'date' };
      case 'jaNee':
        return toRounds(basis, ['ja', 'nee'].map(toWord), basis.waarde);
      case 'vink':
        return { ...basis, soort: 'vink', isEr: basis.waarde === 'ja' };
      case 'vast':
        return { ...basis, soort: 'vast', waarde: String(veld.waarde) };
      case 'keuze':
        return toSelect(basis, veld.waarden.map(toWord), basis.waarde);
      case 'verwijzing': {
        const select = toSelect(basis, toon.choices(veld.naar, plek.siblings, toon.root), basis.waarde);
        return { ...select, ververs: veld.naar === 'feiten' && naam !== '' };
      }
      case 'meer':
        return toBoxes(basis, toon.choices(veld.naar, plek.siblings, toon.root), chosen);
      case 'antwoord':
        return toBoxes(basis, toon.choices('antwoorden', plek.siblings, toon.root), chosen);
      case 'groep':
        return { ...basis, soort: 'groep', kinderen: toChildren(veld.leden, toGroep(typed), plek) };
      case 'lijst':
      case 'register':
        return toLijst(toon, basis, veld, typed, plek, toKnoop);
      case 'vormen':
        return toVormen(toon, basis, veld, toGroep(typed), plek, toKnoop);
    }
  }

  function toChildren(leden: readonly Lid[], typed: Groep, { lid, pad, ouder }: Plek): Knoop[] {
    return leden.map((inner) => {
      const at = joinPad(pad, inner.naam);
      const there = typed[inner.naam];
      const plek = { lid: inner, pad: at, ouder: lid.naam || ouder, siblings: typed };
      if (!isDeel(inner)) return toKnoop(inner.veld, there ?? toBlank(inner.veld), plek);
      if (there === undefined) return { ...toBasis(toon, plek), soort: 'deel', isEr: false };
      const knoop = toKnoop(inner.veld, there, plek);
      return {
        ...knoop,
        soort: 'deel',
        verborgen: [{ naam: toPresentName(at), waarde: 'ja' }],
        kinderen: [{ ...knoop, id: `${knoop.id}-deel`, label: '', hulp: null, fouten: [] }],
      };
    });
  }

  function toWord(id: string) {
    return { id, tekst: toon.woorden.keuze(id) };
  }
}

/** Whether a field says of which thing it all is: that follows from its address, and is not for anybody to change. */
function isFixed(soort: string, pad: string): boolean {
  return soort === 'regels' && pad === 'tafel';
}

function toText(basis: Knoop, naam: string, isAdres: boolean): Knoop {
  const { waarde } = basis;
  const lines = waarde.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LINE), 0);
  const isLong = waarde.length > LONG || waarde.includes('\n') || LONG_TEXTS.has(naam);
  return { ...basis, rijen: isLong ? Math.min(lines + 1, 12) : null, invoer: isAdres ? 'url' : 'text' };
}

/** A list to choose one of; what is chosen and not there stays until somebody chooses another. */
function toSelect(basis: Knoop, all: readonly Choice[], chosen: string): Knoop {
  const isWeg = chosen !== '' && !all.some(({ id }) => id === chosen);
  const shown = isWeg ? [...all, { id: chosen, tekst: chosen }] : all;
  return { ...basis, soort: 'keuze', waarde: chosen, opties: shown.map(toOptie(basis, [chosen], all)) };
}

/** Boxes to tick: what is chosen first and in its own order, since a browser sends them as they stand. */
function toBoxes(basis: Knoop, all: readonly Choice[], chosen: readonly string[]): Knoop {
  const first = chosen.map((id) => all.find((choice) => choice.id === id) ?? { id, tekst: id });
  const rest = all.filter(({ id }) => !chosen.includes(id));
  return { ...basis, soort: 'vinkjes', opties: [...first, ...rest].map(toOptie(basis, chosen, all)) };
}

/** Yes or no, neither chosen where nothing is filled in. */
function toRounds(basis: Knoop, all: readonly Choice[], chosen: string): Knoop {
  return { ...basis, soort: 'rondjes', waarde: chosen, opties: all.map(toOptie(basis, [chosen], all)) };
}

function toOptie({ id: veld }: Knoop, chosen: readonly string[], all: readonly Choice[]) {
  return ({ id, tekst }: Choice, number: number): Optie => ({
    id,
    tekst,
    // The first has the id of the field: a fault leads there.
    inputId: number === 0 ? veld : `${veld}--${number}`,
    gekozen: chosen.includes(id),
    isWeg: !all.some((choice) => choice.id === id),
  });
}
