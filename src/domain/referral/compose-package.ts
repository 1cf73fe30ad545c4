import type { Advies, TafelOordeel } from '../advice/advies.ts';
import { toDateText } from '../calendar.ts';
import { type Antwoorden, isOpen, toChosen } from '../model/antwoorden.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Content } from '../model/content.ts';
import type { PakketTexts } from '../model/pakketveld.ts';
import { EERDER_BESPROKEN, LOKAAL_BESPROKEN, LOKAAL_VASTGELOPEN, ROL } from '../model/routing-facts.ts';
import { toInzet } from './deployment.ts';
import type { Ontvanger } from './find-ontvanger.ts';
import type { Soort } from './needed-fields.ts';
import type { Costs, PackageBlock, PackageDocument, PackageRow, PackageSection } from './package-document.ts';
import { toCriteria } from './to-criteria.ts';
import { PLAN_ROWS, toPackageWords, toVeldText, type Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** What the package is made of. */
export interface PackageSource {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly advies: Advies;
  readonly oordeel: TafelOordeel;
  readonly velden: readonly Veld[];
  readonly verwijzing: Verwijzing;
  readonly soort: Soort;
  /** Not what its address lacks: that is for the sender. */
  readonly ontvanger: Pick<Ontvanger, 'naam' | 'ccNamen'>;
  /** The name of the gemeente, or that it is not known. */
  readonly gemeente: string;
  /** The role of who refers, in words. */
  readonly rol: string | null;
  readonly kosten: Costs | null;
  readonly clientondersteuning: readonly string[];
}

/** The parts that are no more than their fields, one below the other. */
const OWN = ['gedaan', 'betrokkenen', 'veiligheid', 'persoon', 'afspraken'] as const;

/** Makes the package, its parts in their order; a part in which nothing is known has no values, and nobody writes it. */
export function composePackage(source: PackageSource): PackageDocument {
  const { antwoorden } = source.advies.situatie;
  const { financiering } = source.oordeel.tafel.regels;
  const { rubrieken, teksten } = toPackageWords(source.content.pakketvelden, antwoorden[ROL]);
  // Who goes on with a deployment writes to a team that knows the case: what was judged at the start is not told again.
  const known = source.soort === 'voortzetting';
  const sections: PackageSection[] = [
    {
      id: 'inzet',
      kop: rubrieken.inzet,
      blokken: financiering ? toInzet(financiering, antwoorden, source, teksten) : [],
    },
    { id: 'casus', kop: rubrieken.casus, blokken: [toCasus(source, teksten, known)] },
    { id: 'vraag', kop: rubrieken.vraag, blokken: [toVraag(source, teksten, known)] },
    { id: 'onderbouwing', kop: rubrieken.onderbouwing, blokken: toCriteria(source, teksten) },
    ...OWN.map((id): PackageSection => ({ id, kop: rubrieken[id], blokken: [toData(toRows(source, id))] })),
    { id: 'plan', kop: teksten.plan, blokken: toPlan(source, teksten) },
    {
      id: 'clientondersteuning',
      kop: rubrieken.clientondersteuning,
      blokken: [
        {
          soort: 'lijst',
          inleiding: teksten.clientondersteuningBij,
          items: source.clientondersteuning,
          voorbehoud: teksten.clientondersteuningVraag,
        },
      ],
    },
    { id: 'aanmelder', kop: rubrieken.aanmelder, blokken: [toAanmelder(source, teksten)] },
  ];
  return known
    ? sections.filter(({ id }) => id !== 'onderbouwing' && id !== 'clientondersteuning')
    : sections;
}

function toData(rijen: readonly PackageRow[], kop: string | null = null): PackageBlock {
  return { soort: 'gegevens', kop, rijen };
}

/** The fields of a part, filled in or not; those of a criterion or a row of the plan stand elsewhere. */
function toRows({ velden, verwijzing }: PackageSource, rubriek: PackageSection['id']): PackageRow[] {
  return velden
    .filter((veld) => veld.rubriek === rubriek && !veld.pad.includes('.'))
    .map((veld) => {
      const { pad, inTekst, soort } = veld;
      const given = verwijzing.get(pad);
      const waarde = given === undefined ? null : toVeldText(veld, given);
      return { id: pad, naam: inTekst, waarde, lang: soort === 'tekst' };
    });
}

function toCasus(source: PackageSource, teksten: PakketTexts, known: boolean): PackageBlock {
  const { model, advies, ontvanger, verwijzing, gemeente } = source;
  const { antwoorden } = advies.situatie;
  const overlegdatum = verwijzing.get('overlegdatum');
  return toData([
    ...toRows(source, 'casus').filter(({ id }) => id === 'casuscode'),
    { id: 'gemeente', naam: teksten.gemeente, waarde: gemeente },
    { id: 'ontvanger', naam: teksten.ontvanger, waarde: ontvanger.naam, onEnvelop: true },
    { id: 'kopieAan', naam: teksten.kopieAan, waarde: ontvanger.ccNamen.join('; '), onEnvelop: true },
    {
      id: 'overlegdatum',
      naam: teksten.overlegdatum,
      waarde: overlegdatum === undefined ? null : toDateText(overlegdatum),
    },
    ...(known
      ? []
      : [
          { id: 'lokaal', naam: teksten.lokaal, waarde: toLokaal(antwoorden, teksten) },
          {
            id: 'eerderBesproken',
            naam: teksten.eerderBesproken,
            waarde: toEarlierBesproken(model, antwoorden, teksten),
          },
        ]),
  ]);
}

/** Whether the local step was taken, in words. */
function toLokaal(antwoorden: Antwoorden, teksten: PakketTexts): string {
  if (isOpen(antwoorden[LOKAAL_BESPROKEN])) return teksten.onbekend;
  if (antwoorden[LOKAAL_BESPROKEN] !== 'ja') return teksten.nee;
  const vastgelopen = antwoorden[LOKAAL_VASTGELOPEN];
  if (isOpen(vastgelopen)) return teksten.lokaalOpen;
  return vastgelopen === 'ja' ? teksten.lokaalVastgelopen : teksten.lokaalLoopt;
}

/** The tables where the case was discussed; null when that is not known. */
function toEarlierBesproken(model: Beslismodel, antwoorden: Antwoorden, teksten: PakketTexts): string | null {
  const earlier = antwoorden[EERDER_BESPROKEN];
  if (isOpen(earlier)) return null;
  const names = toChosen(earlier).flatMap((id) => model.tafelOf.get(id)?.korteNaam ?? []);
  return names.length > 0 ? `${teksten.eerderZonderOplossing} ${names.join(', ')}` : teksten.nee;
}

/** The question itself must not be forgotten, except where a deployment goes on. */
function toVraag(source: PackageSource, teksten: PakketTexts, known: boolean): PackageBlock {
  const rijen = toRows(source, 'vraag');
  if (known) return toData(rijen);
  return toData(rijen.map((rij) => (rij.id === 'hulpvraag' ? { ...rij, leeg: teksten.vraagOnbekend } : rij)));
}

/** One block for each row of the plan of action. */
function toPlan({ velden, verwijzing }: PackageSource, { afspraak }: PakketTexts): PackageBlock[] {
  return Array.from({ length: PLAN_ROWS }, (_, rij) =>
    toData(
      velden
        .filter(({ pad }) => pad.startsWith(`plan.${rij}.`))
        .map(({ pad, inTekst }) => ({ id: pad, naam: inTekst, waarde: verwijzing.get(pad) ?? null })),
      afspraak,
    ),
  );
}

function toAanmelder(source: PackageSource, { rol }: PakketTexts): PackageBlock {
  const [naam, ...rest] = toRows(source, 'aanmelder');
  return toData([...(naam ? [naam] : []), { id: 'rol', naam: rol, waarde: source.rol }, ...rest]);
}
