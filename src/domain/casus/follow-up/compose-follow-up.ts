import { type Advies, findGemeente, findOordeel, type TafelOordeel } from '../../advice/advies.ts';
import { toDateText } from '../../calendar.ts';
import type { Content } from '../../model/content.ts';
import { findClientondersteuning } from '../../model/gemeente.ts';
import { INWONER, ROL } from '../../model/routing-facts.ts';
import type { MailConcept } from '../../referral/mail-concept.ts';
import { splitOnderwerp } from '../../referral/mail-model.ts';
import type { PackageDocument } from '../../referral/package-document.ts';
import { writeText } from '../../referral/package-text.ts';
import { listVelden, toPackageWords } from '../../referral/veld.ts';
import type { Say } from '../../texts.ts';
import type { Views } from '../../views.ts';
import { type Casus, type GemaakteVerwijzing, VERWIJZING_STANDEN } from '../casus.ts';
import type { CasusRules } from '../casus-rules.ts';
import { readVelden } from '../change-casus.ts';
import { listOpen } from '../change-items.ts';
import { type Addressee, findAddressee } from './find-addressee.ts';
import { listFollowUps, type Vervolg } from './follow-ups.ts';
import { listChanges } from './list-changes.ts';

interface Bronnen {
  readonly content: Content;
  readonly rules: CasusRules;
  readonly views: Pick<Views, 'renderText'>;
  readonly say: Say;
}

/** A package that was made, with the table it is for and what changed since. */
export interface FollowedPackage {
  readonly made: GemaakteVerwijzing;
  readonly oordeel: TafelOordeel;
  /** The fields of the table as they are now. */
  readonly now: Readonly<Record<string, string>>;
  readonly changes: PackageDocument;
  readonly isInwoner: boolean;
  /** What can be written about it. */
  readonly vervolgen: readonly Vervolg[];
}

/** A follow-up: to whom, how, and what it says. */
export interface FollowUp {
  readonly vervolg: Vervolg;
  readonly addressee: Addressee;
  readonly mail: MailConcept;
}

/** The packages of a case that a table of now belongs to, the newest first, with what can be written about each. */
export function followPackages(
  { content, rules, say }: Bronnen,
  casus: Casus,
  advies: Advies,
): FollowedPackage[] {
  const rol = advies.situatie.antwoorden[ROL];
  const { rubrieken } = toPackageWords(content.pakketvelden, rol);
  return casus.verwijzingen.toReversed().flatMap((made) => {
    const oordeel = findOordeel(advies, made.tafel);
    if (!oordeel || made.weg) return [];
    const kept = rules.veldenOf.get(made.tafel);
    const velden = listVelden(say, content, oordeel.tafel, rol).filter(({ pad }) => kept?.has(pad));
    const now = readVelden(casus, rules, made.tafel);
    const changes = listChanges(velden, rubrieken, made, now, say('vervolg.vervallen'));
    const isInwoner = rol === INWONER;
    const vervolgen = listFollowUps(made, {
      isChanged: changes.length > 0,
      isInwoner,
      isTold: ['akkoord', 'niet-akkoord'].includes(now.geinformeerd ?? ''),
    });
    return [{ made, oordeel, now, changes, isInwoner, vervolgen }];
  });
}

/** Writes a follow-up of a package: what the file has, and no more. `today` is the date, YYYY-MM-DD. */
export function composeFollowUp(
  { content, views, say }: Bronnen,
  casus: Casus,
  advies: Advies,
  { made, oordeel, now, changes, isInwoner }: FollowedPackage,
  vervolg: Vervolg,
  today: string,
): FollowUp {
  const { tafel, aanmelder } = oordeel;
  const { soort, stand, standDatum, datum, velden } = made;
  const gemeente = findGemeente(content, advies);
  const addressee = findAddressee(say, content, tafel, aanmelder, gemeente, made, vervolg);
  const { overlegdatum } = now;
  const text = views.renderText(`vervolg-${vervolg}`, {
    tafel: { korteNaam: tafel.korteNaam, inZin: tafel.inZin },
    verwijzing: {
      casuscode: casus.casuscode,
      // The file does not have what belongs to one sender: it goes from hand to hand.
      aanmelderNaam: null,
      telefoon: null,
      email: null,
      functie: now.functie ?? null,
      organisatie: now.organisatie ?? null,
    },
    concept: true,
    rol: null,
    isInwoner,
    isBel: addressee.weg === 'bellen',
    perTelefoon: tafel.kanaal.soort === 'telefoon',
    isVerzoek: soort === 'verzoek',
    isVraag: soort === 'vraag',
    isInzet: soort === 'inzet',
    isVoortzetting: soort === 'voortzetting',
    isMelding: tafel.kanaal.soort === 'webformulier',
    ontvanger: addressee.naam,
    nummer: soort === 'verzoek' ? null : (tafel.kanaal.adres ?? tafel.kanaal.alsOnbekend),
    datum: toDateText(stand === 'verstuurd' && standDatum ? standDatum : datum),
    stand: Object.fromEntries(VERWIJZING_STANDEN.map((one) => [one, one === stand])),
    op: standDatum === '' ? null : toDateText(standDatum),
    overlegdatum: overlegdatum && overlegdatum >= today ? toDateText(overlegdatum) : null,
    toelichting: made.toelichting || null,
    uren: velden.evaluatieUren ?? null,
    wijzigingen: writeText(changes),
    afspraken: listOpenAgreements(casus),
    clientondersteuning: findClientondersteuning(content, gemeente).map(({ naam }) => naam),
  });
  return { vervolg, addressee, mail: { aan: addressee.aan, cc: addressee.cc, ...splitOnderwerp(text) } };
}

/** The agreements of the plan that are still to be done, each in a line. */
function listOpenAgreements(casus: Casus): string[] {
  return listOpen(casus).map(({ wie, doetWat, wanneer, datum }) =>
    [`${wie === '' ? '' : `${wie}: `}${doetWat}`, wanneer, datum && toDateText(datum)]
      .filter((part) => part !== '')
      .join('. '),
  );
}
