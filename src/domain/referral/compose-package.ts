import type { Advies, TafelOordeel } from '../advice/advies.ts';
import { toDatumTekst } from '../date-text.ts';
import { type Antwoorden, isOpen, toGekozen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { PakketTeksten } from '../model/pakketveld.ts';
import { EERDER_BESPROKEN, LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN } from '../model/routing-facts.ts';
import type { Kosten } from './estimate-costs.ts';
import type { Ontvanger } from './find-ontvanger.ts';
import type { PackageBlock, PackageDocument, PackageRow, PackageSection } from './package-document.ts';
import { toCriteria } from './to-criteria.ts';
import { PLAN_KOLOMMEN, PLAN_RIJEN, type Veld } from './veld.ts';
import { isVoortzetting, type Verwijzing } from './verwijzing.ts';

/** What the package is made of. */
export interface PackageSource {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly velden: readonly Veld[];
  readonly verwijzing: Verwijzing;
  readonly ontvanger: Ontvanger;
  /** The name of the gemeente, or that it is not known. */
  readonly gemeente: string;
  /** The role of who refers, in words. */
  readonly rol: string | null;
  readonly kosten: Kosten | null;
  readonly clientondersteuning: readonly string[];
}

/** The parts that are no more than their fields, one below the other. */
const EIGEN = ['gedaan', 'betrokkenen', 'veiligheid', 'persoon', 'afspraken'] as const;

/** Makes the package, its parts in their order; a part in which nothing is known has no values, and nobody writes it. */
export function composePackage(source: PackageSource): PackageDocument {
  const { rubrieken, teksten } = source.content.pakketvelden;
  // Who goes on with a deployment writes to a team that knows the case: what was judged at the start is not told again.
  const bekend = isVoortzetting(source.verwijzing) && source.oordeel.aanmelder.via === null;
  const secties: PackageSection[] = [
    { id: 'inzet', kop: rubrieken.inzet, blokken: toInzet(source, teksten) },
    { id: 'casus', kop: rubrieken.casus, blokken: [toCasus(source, teksten, bekend)] },
    { id: 'vraag', kop: rubrieken.vraag, blokken: [toVraag(source, teksten, bekend)] },
    { id: 'onderbouwing', kop: rubrieken.onderbouwing, blokken: toCriteria(source, teksten) },
    ...EIGEN.map(
      (id): PackageSection => ({ id, kop: rubrieken[id], blokken: [toGegevens(toRijen(source, id))] }),
    ),
    { id: 'plan', kop: teksten.plan, blokken: toPlan(source.verwijzing, teksten) },
    {
      id: 'clientondersteuning',
      kop: rubrieken.clientondersteuning,
      blokken: [
        { soort: 'lijst', inleiding: teksten.clientondersteuningBij, items: source.clientondersteuning },
      ],
    },
    { id: 'aanmelder', kop: rubrieken.aanmelder, blokken: [toAanmelder(source, teksten)] },
  ];
  return bekend ? secties.filter(({ id }) => id !== 'onderbouwing' && id !== 'clientondersteuning') : secties;
}

function toGegevens(rijen: readonly PackageRow[], kop: string | null = null): PackageBlock {
  return { soort: 'gegevens', kop, rijen };
}

/** The fields of a part, filled in or not; those of a criterion or a row of the plan stand elsewhere. */
function toRijen({ velden, verwijzing }: PackageSource, rubriek: PackageSection['id']): PackageRow[] {
  return velden
    .filter((veld) => veld.rubriek === rubriek && !veld.pad.includes('.'))
    .map(({ pad, inTekst, soort, opties }) => {
      const gegeven = verwijzing.get(pad) ?? null;
      const waarde = opties?.find(({ id }) => id === gegeven)?.tekst ?? gegeven;
      return { id: pad, naam: inTekst, waarde, lang: soort === 'tekst' };
    });
}

function toCasus(source: PackageSource, teksten: PakketTeksten, bekend: boolean): PackageBlock {
  const { model, advies, ontvanger, verwijzing, gemeente } = source;
  const { antwoorden } = advies.situatie;
  const overlegdatum = verwijzing.get('overlegdatum');
  return toGegevens([
    ...toRijen(source, 'casus').filter(({ id }) => id === 'casuscode'),
    { id: 'gemeente', naam: teksten.gemeente, waarde: gemeente },
    { id: 'ontvanger', naam: teksten.ontvanger, waarde: ontvanger.naam, opEnvelop: true },
    { id: 'kopieAan', naam: teksten.kopieAan, waarde: ontvanger.ccNamen.join('; '), opEnvelop: true },
    {
      id: 'overlegdatum',
      naam: teksten.overlegdatum,
      waarde: overlegdatum === undefined ? null : toDatumTekst(overlegdatum),
    },
    ...(bekend
      ? []
      : [
          { id: 'lokaal', naam: teksten.lokaal, waarde: toLokaal(antwoorden, teksten) },
          {
            id: 'eerderBesproken',
            naam: teksten.eerderBesproken,
            waarde: toEerderBesproken(model, antwoorden, teksten),
          },
        ]),
  ]);
}

/** The question itself must not be forgotten, except where a deployment goes on. */
function toVraag(source: PackageSource, teksten: PakketTeksten, bekend: boolean): PackageBlock {
  const rijen = toRijen(source, 'vraag');
  if (bekend) return toGegevens(rijen);
  return toGegevens(
    rijen.map((rij) => (rij.id === 'hulpvraag' ? { ...rij, leeg: teksten.vraagOnbekend } : rij)),
  );
}

/** What is agreed on the deployment of the P10 team; nothing for a table, which has no financing of its own. */
function toInzet(source: PackageSource, teksten: PakketTeksten): PackageBlock[] {
  const { advies, oordeel, verwijzing, kosten } = source;
  const { financiering } = oordeel.tafel.regels;
  if (!financiering) return [];
  const antwoord = advies.situatie.antwoorden[financiering.feit];
  const uren = verwijzing.get('evaluatieUren');
  return [
    toGegevens([
      {
        id: 'evaluatieUren',
        naam: isVoortzetting(verwijzing) ? teksten.nieuweEvaluatie : teksten.evaluatie,
        waarde: uren === undefined ? null : `${uren} ${teksten.uurInzet}`,
        // Who may not deploy the team is not asked for the hours either.
        ...(oordeel.aanmelder.via === null ? { leeg: `${teksten.urenOnbekend} ${teksten.uurInzet}` } : {}),
      },
      {
        id: 'financiering',
        naam: teksten.wieBetaalt,
        waarde: financiering[antwoord === 'ja' || antwoord === 'nee' ? antwoord : 'onbekend'],
      },
    ]),
    ...(kosten
      ? [
          {
            soort: 'kosten' as const,
            bijschrift: `${teksten.kosten} ${kosten.jaar}`,
            navragen: teksten.kostenNavragen,
            koppen: [
              teksten.kostenWie,
              teksten.kostenUren,
              teksten.kostenPerUur,
              teksten.kostenBedrag,
            ] as const,
            samen: teksten.kostenSamen,
            kosten,
          },
        ]
      : []),
  ];
}

/** One block for each row of the plan of action. */
function toPlan(verwijzing: Verwijzing, { afspraak }: PakketTeksten): PackageBlock[] {
  return Array.from({ length: PLAN_RIJEN }, (_, rij) =>
    toGegevens(
      PLAN_KOLOMMEN.map(({ id, label }) => {
        const pad = `plan.${rij}.${id}`;
        return { id: pad, naam: label, waarde: verwijzing.get(pad) ?? null };
      }),
      afspraak,
    ),
  );
}

function toAanmelder(source: PackageSource, { rol }: PakketTeksten): PackageBlock {
  const [naam, ...rest] = toRijen(source, 'aanmelder');
  return toGegevens([...(naam ? [naam] : []), { id: 'rol', naam: rol, waarde: source.rol }, ...rest]);
}

/** Whether the local step was taken, in words. */
function toLokaal(antwoorden: Antwoorden, teksten: PakketTeksten): string {
  if (isOpen(antwoorden[LOKAAL_BESPROKEN])) return teksten.onbekend;
  if (antwoorden[LOKAAL_BESPROKEN] !== 'ja') return teksten.nee;
  const vastgelopen = antwoorden[LOKAAL_VASTGELOPEN];
  if (isOpen(vastgelopen)) return teksten.lokaalOpen;
  return vastgelopen === 'ja' ? teksten.lokaalVastgelopen : teksten.lokaalLoopt;
}

/** The tables where the case was discussed; null when that is not known. */
function toEerderBesproken(
  model: Beslismodel,
  antwoorden: Antwoorden,
  teksten: PakketTeksten,
): string | null {
  const eerder = antwoorden[EERDER_BESPROKEN];
  if (isOpen(eerder)) return null;
  const namen = toGekozen(eerder).flatMap((id) => model.tafelVan.get(id)?.korteNaam ?? []);
  return namen.length > 0 ? `${teksten.eerderZonderOplossing} ${namen.join(', ')}` : teksten.nee;
}
