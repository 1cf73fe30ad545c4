import { type Item, type Knoop, toVeldId } from '../../../domain/editing/form/knoop.ts';

/** A field as the partial `beheer-knoop` shows it: which kind it is stands in a name of its own. */
export function toNodeView(knoop: Knoop): object {
  const { soort, id, items, kinderen, fouten } = knoop;
  return {
    ...knoop,
    isTekst: soort === 'tekst',
    isKeuze: soort === 'keuze',
    isVinkjes: soort === 'vinkjes',
    isRondjes: soort === 'rondjes',
    isVink: soort === 'vink',
    isGroep: soort === 'groep',
    isDeel: soort === 'deel',
    isVormen: soort === 'vormen',
    isLijst: soort === 'lijst',
    fout: fouten.length > 0 ? fouten.join(' ') : null,
    // After a thing is added the page stands there.
    laatsteId: items.length > 0 ? toVeldId(`${knoop.naam}.${items.length}`) : id,
    items: items.map((item) => ({ ...item, ...toItemView(knoop, item) })),
    kinderen: kinderen.map(toNodeView),
  };
}

function toItemView({ een }: Knoop, { pad, nummer, kop, knoop }: Item) {
  return {
    // A thing that is one field has its id already.
    id: knoop.soort === 'groep' ? toVeldId(pad) : `${toVeldId(pad)}-ding`,
    opschrift: kop === '' ? `${een} ${nummer}` : `${een} ${nummer}, ${kop}`,
    knoop: toNodeView(knoop),
  };
}
