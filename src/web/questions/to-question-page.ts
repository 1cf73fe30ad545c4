import type { AntwoordFault } from '../../domain/answers/parse-antwoorden.ts';
import { findWords } from '../../domain/find-words.ts';
import { type Antwoorden, isEmpty, toChosen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';
import { DONT_KNOW, type Vraag } from '../../domain/model/vraag.ts';
import type { Progress } from '../../domain/questions/navigation.ts';
import { countAtMost } from '../../domain/questions/next-question.ts';
import { toAntwoordRijen, toGevaar } from '../answers-on-page.ts';
import type { WebDeps } from '../deps.ts';
import type { Pagina } from '../page.ts';

type Deps = Pick<WebDeps, 'content' | 'model' | 'views'>;

const MELDINGEN: Readonly<Record<AntwoordFault, string>> = {
  leeg: 'Kies een antwoord. Weet u het niet? Kies dan "Ik weet het niet".',
  meerDanEen: 'Kies één antwoord.',
  onbekendeOptie: 'Kies een van de antwoorden die hier staan.',
  nietAlleen: 'U koos een antwoord dat niet samengaat met de andere. Haal dat antwoord weg, of de andere.',
  verkeerdeVorm: 'Kies een van de antwoorden die hier staan.',
};

/** What somebody filled in: what is ticked, and what is wrong with it. */
export interface Invoer {
  readonly gekozen: readonly string[];
  readonly fout?: AntwoordFault | undefined;
}

/** Makes the page of a question for these answers; with `invoer` when what was sent is wrong. */
export type ToQuestionPage = (
  vraag: Vraag,
  voortgang: Progress,
  /** The query that carries the answers on; empty when there are none. */
  stand: string,
  invoer?: Invoer,
) => Pagina;

/** The parts of a question that are the same for everyone, as HTML. */
interface Vast {
  /** The options with none of them ticked. */
  readonly kaarten: string;
  /** Why it is asked, who may know, and the words in it. */
  readonly uitleg: string;
}

/** Prepares the pages of the questions: what is the same for everyone is rendered when a question is first shown. */
export function createQuestionPages({ content, model, views }: Deps): ToQuestionPage {
  const vast = new Map<Vraag, Vast>();
  const findVast = (vraag: Vraag): Vast => {
    const gevonden = vast.get(vraag) ?? {
      kaarten: views.renderPart('option-cards', toKaarten(vraag, [], undefined)),
      uitleg: views.renderPart('vraag-uitleg', {
        waarom: vraag.waarom,
        wieWeetHet: vraag.wieWeetHet,
        voorTafels: toTafelNamen(model, vraag),
        woorden: findWords(content.woordenlijst, toTeksten(vraag)),
      }),
    };
    vast.set(vraag, gevonden);
    return gevonden;
  };

  return (vraag, voortgang, stand, invoer) => {
    const { antwoorden, bereikbaar } = voortgang;
    const { gekozen, fout } = invoer ?? { gekozen: toAangevinkt(antwoorden, vraag) };
    const melding = fout && MELDINGEN[fout];
    const { kaarten, uitleg } = findVast(vraag);
    const vorige = bereikbaar[bereikbaar.indexOf(vraag) - 1];
    const beantwoord = bereikbaar.filter(({ feit }) => feit !== vraag.feit && antwoorden[feit] !== undefined);
    return {
      template: 'vraag',
      titel: vraag.vraag,
      fout: Boolean(fout),
      // Open at once after that answer, and again above the advice; not above every question between.
      gevaar: Object.keys(antwoorden).length > 1 || toGevaar(antwoorden),
      kruimels: [{ tekst: 'Vragen' }],
      model: {
        actie: `/vragen/${vraag.slug}${stand}`,
        vorige: vorige ? `/vragen/${vorige.slug}${stand}` : null,
        nogTeGaan: toNogTeGaan(model, vraag, voortgang),
        kaarten:
          gekozen.length > 0 || melding
            ? views.renderPart('option-cards', toKaarten(vraag, gekozen, melding))
            : kaarten,
        uitleg,
        fouten: melding ? [{ href: `#${toInputId(vraag, vraag.opties[0]?.id)}`, tekst: melding }] : [],
        eerdereAntwoorden: toAntwoordRijen(beantwoord, antwoorden, stand),
      },
    };
  };
}

/** The model of the options of a question, with what is ticked and what is wrong. */
function toKaarten(vraag: Vraag, gekozen: readonly string[], fout: string | undefined) {
  return {
    vraagId: vraag.slug,
    vraag: vraag.vraag,
    beschrijving: vraag.toelichting,
    naam: vraag.feit,
    isMeerkeuze: vraag.type === 'meerkeuze',
    fout: fout ?? null,
    opties: vraag.opties.map(({ id, tekst, toelichting, alleen }) => ({
      id,
      inputId: toInputId(vraag, id),
      tekst,
      toelichting: id === DONT_KNOW ? (toelichting ?? `Wie het kan weten: ${vraag.wieWeetHet}`) : toelichting,
      gekozen: gekozen.includes(id),
      scheiding: alleen === true && vraag.opties.find((optie) => optie.alleen)?.id === id,
    })),
  };
}

function toInputId({ slug }: Vraag, optie = ''): string {
  return `${slug}-${optie}`;
}

/** The options that are ticked, for an answer that was given before. */
function toAangevinkt(antwoorden: Antwoorden, { feit }: Vraag): readonly string[] {
  const antwoord = antwoorden[feit];
  if (antwoord === undefined) return [];
  return typeof antwoord === 'string'
    ? [antwoord]
    : toChosen(antwoord).length > 0
      ? toChosen(antwoord)
      : [DONT_KNOW];
}

function toTafelNamen(model: Beslismodel, { wanneer }: Vraag): string[] {
  if (!('tafels' in wanneer)) return [];
  return wanneer.tafels.flatMap((id) => model.tafelOf.get(id)?.korteNaam ?? []);
}

function toTeksten({ vraag, toelichting, waarom, opties }: Vraag): string[] {
  return [vraag, toelichting, waarom, ...opties.flatMap((optie) => [optie.tekst, optie.toelichting ?? ''])];
}

/** How many questions are left, as far as it can be told: before the signals are known nobody can say. */
function toNogTeGaan(model: Beslismodel, vraag: Vraag, { antwoorden, situatie }: Progress): string {
  if (vraag.feit === SIGNALEN) return 'Uw antwoord bepaalt hoeveel vragen er nog volgen.';
  if (antwoorden[SIGNALEN] === undefined) {
    const algemeen = countAlgemeen(model, vraag, antwoorden);
    return isEmpty(antwoorden)
      ? 'Eerst een paar algemene vragen. Daarna volgen alleen de vragen die nodig zijn.'
      : `Hierna nog ongeveer ${algemeen} algemene ${algemeen === 1 ? 'vraag' : 'vragen'}.`;
  }
  const hoogstens = countAtMost(model, antwoorden, vraag, situatie);
  if (hoogstens === 0) return 'Dit is de laatste vraag.';
  return hoogstens === 1 ? 'Hierna nog hoogstens 1 vraag.' : `Hierna nog hoogstens ${hoogstens} vragen.`;
}

/** How many of the questions that everyone gets come after this one; one of them depends on an answer, so about so many. */
function countAlgemeen({ vragen }: Beslismodel, vraag: Vraag, antwoorden: Antwoorden): number {
  return vragen.filter(
    ({ feit, wanneer }) => 'altijd' in wanneer && feit !== vraag.feit && antwoorden[feit] === undefined,
  ).length;
}
