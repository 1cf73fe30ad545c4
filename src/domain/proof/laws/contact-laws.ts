import type { Contact } from '../../model/contact.ts';
import { listGemeenteContacten } from '../../model/gemeente.ts';
import { ROL } from '../../model/routing-facts.ts';
import { type Breach, breachWhere, type ContentProof, isUitkomst, type Law, toName } from './law.ts';

/** An address, or what to do while it is not known. */
const isReachable = ({ waarde, alsOnbekend }: Pick<Contact, 'waarde' | 'alsOnbekend'>) =>
  (waarde ?? alsOnbekend ?? '').length > 3;

/** Somebody can always be reached, and referred by. */
export const CONTACT_LAWS: readonly Law[] = [
  {
    id: 'iemand-te-bereiken',
    tekst: 'Elk advies eindigt in iets om te doen en iemand om te bereiken.',
    findBreaches: (proof) => [
      ...findNobodyToCall(proof),
      ...findNobodyAtGemeente(proof),
      ...findNobodyAtTafel(proof),
      ...findNobodyWhoKnows(proof),
      ...findNobodyBesidePerson(proof),
    ],
  },
  {
    id: 'altijd-een-weg',
    tekst: 'Wie niet zelf mag aanmelden, leest altijd via wie het wel kan.',
    findBreaches(proof) {
      const { map, not } = proof.operations;
      const rollen = new Set(
        proof.content.vragen.find(({ feit }) => feit === ROL)?.opties.map(({ id }) => id),
      );
      return [...proof.advies.tafels.values()].flatMap(({ tafel, aanmelder }) => {
        const hasWay = map((json: string) => {
          const { mag, via } = JSON.parse(json);
          return mag === true || (rollen.has(via) && tafel.aanmelders.rollen.includes(via));
        });
        return breachWhere(
          proof,
          `wie niet zelf bij ${toName(proof, tafel.id)} mag aanmelden, leest niet via wie het wel kan`,
          not(hasWay(aanmelder)),
        );
      });
    },
  },
];

function findNobodyToCall(proof: ContentProof): Breach[] {
  if (proof.content.noodnummers.some(({ direct, kies }) => direct && kies)) return [];
  return breachWhere(
    proof,
    'er is direct gevaar, maar er is geen nummer om te bellen',
    isUitkomst(proof, 'belNu'),
  );
}

/** Back to the gemeente: how to reach it, or where it is not known, what to do at any gemeente. */
function findNobodyAtGemeente(proof: ContentProof): Breach[] {
  const { and, map } = proof.operations;
  const { gemeenten, lokaal } = proof.content;
  const reachable = new Map(
    gemeenten.map((gemeente) => [gemeente.id, listGemeenteContacten(gemeente).some(isReachable)]),
  );
  const hasNobody = map(
    (gemeente: string | null) => !(reachable.get(gemeente ?? '') ?? lokaal.watTeDoen.length > 0),
  );
  return breachWhere(
    proof,
    'het advies verwijst naar de gemeente, maar die is niet te bereiken',
    and(
      isUitkomst(proof, 'buitenTwente', 'eerstLokaal', 'lokaalVerder', 'geenTafel'),
      hasNobody(proof.advies.gemeente),
    ),
  );
}

function findNobodyAtTafel(proof: ContentProof): Breach[] {
  const { or, is } = proof.operations;
  return proof.content.tafels.flatMap(({ id, kanaal, contacten }) => {
    const canSend = isReachable({ waarde: kanaal.adres, alsOnbekend: kanaal.alsOnbekend });
    const lijst = proof.advies.tafels.get(id)?.lijst;
    if (!lijst || (canSend && contacten.some(isReachable))) return [];
    return breachWhere(
      proof,
      `${toName(proof, id)} past, maar is niet te bereiken`,
      or(is(lijst, 'tafels'), is(lijst, 'voorzieningen'), is(lijst, 'daarna')),
    );
  });
}

/** Every advice shows who stands beside the person, or how to find somebody. */
function findNobodyBesidePerson({ content: { clientondersteuning } }: ContentProof): Breach[] {
  const { aanbieders, alsOnbekend } = clientondersteuning;
  const forInwoner = aanbieders.filter(({ voor }) => voor === 'inwoner');
  if (alsOnbekend.tekst.length > 10 && forInwoner.some(({ contacten }) => contacten.some(isReachable)))
    return [];
  return [
    { wat: 'er is geen cliëntondersteuner te bereiken, en er staat niet hoe iemand die vindt', geval: null },
  ];
}

/** Something is to be found out first: there must be a question for it, and somebody who may know. */
function findNobodyWhoKnows(proof: ContentProof): Breach[] {
  const { and, or, not, is, never } = proof.operations;
  const { relevant, answers, tafels } = proof.advies;
  const canKnow = new Set(
    proof.content.vragen.filter(({ wieWeetHet }) => wieWeetHet !== '').map(({ feit }) => feit),
  );
  const somethingToAsk = [...tafels.values()].map(({ tafel, oordeel, geprobeerd }) => {
    const feiten = tafel.regels.criteria
      .filter(({ weging, voorwaarde }) => weging === 'vereist' && canKnow.has(voorwaarde.fact))
      .map(({ voorwaarde }) => voorwaarde.fact);
    const isOpen = or(...feiten.map((feit) => and(relevant.get(feit) ?? never, answers.open(feit))));
    return and(is(oordeel, 'onvolledig'), not(geprobeerd), isOpen);
  });
  return breachWhere(
    proof,
    'er moet nog iets worden uitgezocht, maar er is geen vraag naar wat ontbreekt',
    and(isUitkomst(proof, 'aanvullen'), not(or(...somethingToAsk))),
  );
}
