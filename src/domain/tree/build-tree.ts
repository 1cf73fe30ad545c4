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
import { type BeslisboomText, UITKOMSTEN, type Uitkomst } from '../model/uitkomst.ts';
import { DONT_KNOW, type Vraag } from '../model/vraag.ts';
import { buildTafelNode } from './build-tafel-node.ts';
import type { Arrow, Tree, TreeNode } from './decision-tree.ts';

const OORDEEL = 'oordeel';

/**
 * Builds the decision tree from the content: first what ends it early, then the tables that the signals open, then the
 * local step, then the outcome. This is the order in which `advice/uitkomst.ts` decides, so every arrow holds.
 */
export function buildTree(model: Beslismodel, tekst: BeslisboomText): Tree {
  const acuut = findVraag(model, ACUUT_GEVAAR);
  const gemeente = findVraag(model, GEMEENTE);
  const signalen = findVraag(model, SIGNALEN);
  const besproken = findVraag(model, LOKAAL_BESPROKEN);
  const vastgelopen = findVraag(model, LOKAAL_VASTGELOPEN);
  const vraagNode = (vraag: Vraag, toelichting: string | null = null): TreeNode => ({
    soort: 'vraag',
    id: toVraagId(vraag),
    feit: vraag.feit,
    tekst: vraag.vraag,
    toelichting,
  });
  return {
    titel: tekst.titel,
    beschrijving: tekst.beschrijving,
    nodes: [
      vraagNode(acuut),
      vraagNode(gemeente),
      vraagNode(signalen, tekst.signalen),
      ...model.tafels.map((tafel) => buildTafelNode(tafel, tekst.regel)),
      vraagNode(besproken),
      vraagNode(vastgelopen),
      { soort: 'oordeel', id: OORDEEL, tekst: tekst.oordeel },
      ...UITKOMSTEN.map(
        (uitkomst): TreeNode => ({
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
      ...buildSignaalArrows(model, tekst, signalen, toVraagId(besproken)),
      ...model.tafels.flatMap((tafel) => buildTafelArrows(model, tekst, tafel, toVraagId(besproken))),
      ...splitVraag(tekst, besproken, ['ja'], toVraagId(vastgelopen), toUitkomstId('eerstLokaal')),
      ...splitVraag(tekst, vastgelopen, ['nee'], toUitkomstId('lokaalVerder'), OORDEEL),
      {
        van: OORDEEL,
        to: toUitkomstId('aanmelden'),
        tekst: tekst.pijlen.eenPast,
        als: { soort: 'eenPast' },
      },
      {
        van: OORDEEL,
        to: toUitkomstId('aanvullen'),
        tekst: tekst.pijlen.eenOpen,
        als: { soort: 'eenOpen' },
      },
      {
        van: OORDEEL,
        to: toUitkomstId('geenTafel'),
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

function findVraag({ vraagOf }: Beslismodel, feit: string): Vraag {
  const vraag = vraagOf.get(feit);
  if (!vraag) throw new Error(`De vraag ${feit} ontbreekt.`);
  return vraag;
}

/** Two arrows: some answers lead here, every other one leads there. */
function splitVraag(
  { pijlen }: BeslisboomText,
  vraag: Vraag,
  opties: readonly string[],
  to: string,
  anders: string,
): Arrow[] {
  const rest = vraag.opties.map(({ id }) => id).filter((id) => !opties.includes(id));
  const van = toVraagId(vraag);
  return [
    { van, to, tekst: toOptieText(vraag, opties, pijlen.of), als: { soort: 'antwoord', opties } },
    {
      van,
      to: anders,
      // Thirteen names on an arrow say less than "every other answer".
      tekst: rest.length <= 2 ? toOptieText(vraag, rest, pijlen.of) : pijlen.elkAnderAntwoord,
      als: { soort: 'anders' },
    },
  ];
}

/** An arrow to each table that a signal opens; what opens none goes on to the local step. */
function buildSignaalArrows(
  { tafels }: Beslismodel,
  { pijlen }: BeslisboomText,
  signalen: Vraag,
  lokaleStap: string,
): Arrow[] {
  const van = toVraagId(signalen);
  const geenTafel = signalen.opties
    .map(({ id }) => id)
    .filter((id) => id !== DONT_KNOW && !tafels.some(({ regels }) => regels.signaal === id));
  return [
    ...tafels.map(
      ({ id, regels: { signaal } }): Arrow => ({
        van,
        to: `tafel-${id}`,
        tekst: toOptieText(signalen, [signaal], pijlen.of),
        als: { soort: 'antwoord', opties: [signaal, DONT_KNOW] },
      }),
    ),
    {
      van,
      to: lokaleStap,
      tekst: toOptieText(signalen, geenTafel, pijlen.of),
      als: { soort: 'antwoord', opties: geenTafel },
    },
  ];
}

function buildTafelArrows(
  model: Beslismodel,
  { pijlen }: BeslisboomText,
  { id, regels }: Overlegtafel,
  lokaleStap: string,
): Arrow[] {
  const van = `tafel-${id}`;
  const past = model.toTry.has(id) ? pijlen.pastNietGeprobeerd : pijlen.past;
  const verder: Arrow[] = regels.slaatLokaalOver.ja
    ? [
        { van, to: toUitkomstId('aanmelden'), tekst: past, als: { soort: 'past' } },
        { van, to: lokaleStap, tekst: pijlen.pastNiet, als: { soort: 'anders' } },
      ]
    : [{ van, to: lokaleStap, tekst: pijlen.altijd, als: { soort: 'altijd' } }];
  return [...buildOpeningArrows(model, pijlen.of, id), ...verder];
}

/** Arrows from this table to the tables that an answer to one of its own questions opens as well. */
function buildOpeningArrows({ tafels, vraagOf }: Beslismodel, of: string, from: string): Arrow[] {
  return tafels.flatMap(({ id, regels: { ookGeopendDoor } }): Arrow[] => {
    const vraag = ookGeopendDoor && vraagOf.get(ookGeopendDoor.fact);
    if (!ookGeopendDoor || !vraag || !('tafels' in vraag.wanneer) || !vraag.wanneer.tafels.includes(from))
      return [];
    const opties = [ookGeopendDoor.value].flat();
    return [
      {
        van: `tafel-${from}`,
        to: `tafel-${id}`,
        tekst: `${vraag.vraag} ${toOptieText(vraag, opties, of)}`,
        als: { soort: 'antwoordOp', feit: vraag.feit, opties },
      },
    ];
  });
}

function toOptieText({ opties }: Vraag, ids: readonly string[], of: string): string {
  const teksten = opties.filter(({ id }) => ids.includes(id)).map(({ tekst }) => tekst);
  return teksten.length < 2 ? teksten.join('') : `${teksten.slice(0, -1).join(', ')} ${of} ${teksten.at(-1)}`;
}
