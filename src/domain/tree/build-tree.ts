import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import {
  ACUUT_GEVAAR,
  BUITEN_TWENTE,
  GEMEENTE,
  LOKAAL_BESPROKEN,
  LOKAAL_VASTGELOPEN,
  SIGNALEN,
} from '../model/routing-facts.ts';
import { type BeslisboomTekst, UITKOMSTEN, type Uitkomst } from '../model/uitkomst.ts';
import { type Vraag, WEET_NIET } from '../model/vraag.ts';
import { buildTafelKnoop } from './build-tafel-node.ts';
import type { Boom, Knoop, Pijl } from './decision-tree.ts';

const OORDEEL = 'oordeel';

/**
 * Builds the decision tree from the content: first what ends it early, then the tables that the signals open, then the
 * local step, then the outcome. This is the order in which `advice/uitkomst.ts` decides, so every arrow holds.
 */
export function buildBoom(model: Beslismodel, tekst: BeslisboomTekst): Boom {
  const acuut = findVraag(model, ACUUT_GEVAAR);
  const gemeente = findVraag(model, GEMEENTE);
  const signalen = findVraag(model, SIGNALEN);
  const besproken = findVraag(model, LOKAAL_BESPROKEN);
  const vastgelopen = findVraag(model, LOKAAL_VASTGELOPEN);
  const vraagKnoop = (vraag: Vraag, toelichting: string | null = null): Knoop => ({
    soort: 'vraag',
    id: toVraagId(vraag),
    feit: vraag.feit,
    tekst: vraag.vraag,
    toelichting,
  });
  return {
    titel: tekst.titel,
    beschrijving: tekst.beschrijving,
    knopen: [
      vraagKnoop(acuut),
      vraagKnoop(gemeente),
      vraagKnoop(signalen, tekst.signalen),
      ...model.tafels.map((tafel) => buildTafelKnoop(tafel, tekst.regel)),
      vraagKnoop(besproken),
      vraagKnoop(vastgelopen),
      { soort: 'oordeel', id: OORDEEL, tekst: tekst.oordeel },
      ...UITKOMSTEN.map(
        (uitkomst): Knoop => ({
          soort: 'uitkomst',
          id: toUitkomstId(uitkomst),
          uitkomst,
          tekst: tekst.uitkomsten[uitkomst].naam,
          toelichting: tekst.uitkomsten[uitkomst].tekst,
        }),
      ),
    ],
    pijlen: [
      ...splitVraag(tekst, acuut, ['ja'], toUitkomstId('belNu'), toVraagId(gemeente)),
      ...splitVraag(tekst, gemeente, [BUITEN_TWENTE], toUitkomstId('buitenTwente'), toVraagId(signalen)),
      ...buildSignaalPijlen(model, tekst, signalen, toVraagId(besproken)),
      ...model.tafels.flatMap((tafel) => buildTafelPijlen(model, tekst, tafel, toVraagId(besproken))),
      ...splitVraag(tekst, besproken, ['ja'], toVraagId(vastgelopen), toUitkomstId('eerstLokaal')),
      ...splitVraag(tekst, vastgelopen, ['nee'], toUitkomstId('lokaalVerder'), OORDEEL),
      {
        van: OORDEEL,
        naar: toUitkomstId('aanmelden'),
        tekst: tekst.pijlen.eenPast,
        als: { soort: 'eenPast' },
      },
      {
        van: OORDEEL,
        naar: toUitkomstId('aanvullen'),
        tekst: tekst.pijlen.eenOpen,
        als: { soort: 'eenOpen' },
      },
      {
        van: OORDEEL,
        naar: toUitkomstId('geenTafel'),
        tekst: tekst.pijlen.geenPast,
        als: { soort: 'anders' },
      },
    ],
  };
}

/** The place of an outcome in the tree. */
function toUitkomstId(uitkomst: Uitkomst): string {
  return `uitkomst-${uitkomst.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function toVraagId({ slug }: Vraag): string {
  return `vraag-${slug}`;
}

function findVraag({ vraagVan }: Beslismodel, feit: string): Vraag {
  const vraag = vraagVan.get(feit);
  if (!vraag) throw new Error(`De vraag ${feit} ontbreekt.`);
  return vraag;
}

/** Two arrows: some answers lead here, every other one leads there. */
function splitVraag(
  { pijlen }: BeslisboomTekst,
  vraag: Vraag,
  opties: readonly string[],
  naar: string,
  anders: string,
): Pijl[] {
  const overig = vraag.opties.map(({ id }) => id).filter((id) => !opties.includes(id));
  const van = toVraagId(vraag);
  return [
    { van, naar, tekst: toOptieTekst(vraag, opties, pijlen.of), als: { soort: 'antwoord', opties } },
    {
      van,
      naar: anders,
      // Thirteen names on an arrow say less than "every other answer".
      tekst: overig.length <= 2 ? toOptieTekst(vraag, overig, pijlen.of) : pijlen.elkAnderAntwoord,
      als: { soort: 'anders' },
    },
  ];
}

/** An arrow to each table that a signal opens; what opens none goes on to the local step. */
function buildSignaalPijlen(
  { tafels }: Beslismodel,
  { pijlen }: BeslisboomTekst,
  signalen: Vraag,
  lokaleStap: string,
): Pijl[] {
  const van = toVraagId(signalen);
  const geenTafel = signalen.opties
    .map(({ id }) => id)
    .filter((id) => id !== WEET_NIET && !tafels.some(({ regels }) => regels.signaal === id));
  return [
    ...tafels.map(
      ({ id, regels: { signaal } }): Pijl => ({
        van,
        naar: `tafel-${id}`,
        tekst: toOptieTekst(signalen, [signaal], pijlen.of),
        als: { soort: 'antwoord', opties: [signaal, WEET_NIET] },
      }),
    ),
    {
      van,
      naar: lokaleStap,
      tekst: toOptieTekst(signalen, geenTafel, pijlen.of),
      als: { soort: 'antwoord', opties: geenTafel },
    },
  ];
}

function buildTafelPijlen(
  model: Beslismodel,
  { pijlen }: BeslisboomTekst,
  { id, regels }: Overlegtafel,
  lokaleStap: string,
): Pijl[] {
  const van = `tafel-${id}`;
  const past = model.teProberen.has(id) ? pijlen.pastNietGeprobeerd : pijlen.past;
  const verder: Pijl[] = regels.slaatLokaalOver.ja
    ? [
        { van, naar: toUitkomstId('aanmelden'), tekst: past, als: { soort: 'past' } },
        { van, naar: lokaleStap, tekst: pijlen.pastNiet, als: { soort: 'anders' } },
      ]
    : [{ van, naar: lokaleStap, tekst: pijlen.altijd, als: { soort: 'altijd' } }];
  return [...buildOpenendePijlen(model, pijlen.of, id), ...verder];
}

/** Arrows from this table to the tables that an answer to one of its own questions opens as well. */
function buildOpenendePijlen({ tafels, vraagVan }: Beslismodel, of: string, van: string): Pijl[] {
  return tafels.flatMap(({ id, regels: { ookGeopendDoor } }): Pijl[] => {
    const vraag = ookGeopendDoor && vraagVan.get(ookGeopendDoor.fact);
    if (!ookGeopendDoor || !vraag || !('tafels' in vraag.wanneer) || !vraag.wanneer.tafels.includes(van))
      return [];
    const opties = [ookGeopendDoor.value].flat();
    return [
      {
        van: `tafel-${van}`,
        naar: `tafel-${id}`,
        tekst: `${vraag.vraag} ${toOptieTekst(vraag, opties, of)}`,
        als: { soort: 'antwoordOp', feit: vraag.feit, opties },
      },
    ];
  });
}

function toOptieTekst({ opties }: Vraag, ids: readonly string[], of: string): string {
  const teksten = opties.filter(({ id }) => ids.includes(id)).map(({ tekst }) => tekst);
  return teksten.length < 2 ? teksten.join('') : `${teksten.slice(0, -1).join(', ')} ${of} ${teksten.at(-1)}`;
}
