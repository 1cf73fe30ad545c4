import type { AntwoordFout } from '../../domain/answers/parse-antwoorden.ts';
import { type Antwoorden, isLeeg, toGekozen } from '../../domain/model/antwoorden.ts';
import type { Beslismodel } from '../../domain/model/beslismodel.ts';
import { SIGNALEN } from '../../domain/model/routing-facts.ts';
import { type Vraag, WEET_NIET } from '../../domain/model/vraag.ts';
import type { Woord } from '../../domain/model/woord.ts';
import type { Voortgang } from '../../domain/questions/navigation.ts';
import { countHoogstens } from '../../domain/questions/next-question.ts';

const MELDINGEN: Readonly<Record<AntwoordFout, string>> = {
  leeg: 'Kies een antwoord. Weet u het niet? Kies dan "Ik weet het niet".',
  meerDanEen: 'Kies één antwoord.',
  onbekendeOptie: 'Kies een van de antwoorden die hier staan.',
  nietAlleen: 'U koos een antwoord dat niet samengaat met de andere. Haal dat antwoord weg, of de andere.',
  verkeerdeVorm: 'Kies een van de antwoorden die hier staan.',
};

/** What somebody filled in: what is ticked, and what is wrong with it. */
export interface Invoer {
  readonly gekozen: readonly string[];
  readonly fout?: AntwoordFout | undefined;
}

/** The view-model of a question without its answers: the same for everyone, but for what is ticked. */
export function toQuestion(
  model: Beslismodel,
  vraag: Vraag,
  woorden: readonly Woord[],
  { gekozen, fout }: Invoer,
) {
  const opties = vraag.opties.map(({ id, tekst, toelichting, alleen }) => ({
    id,
    inputId: `${vraag.slug}-${id}`,
    tekst,
    toelichting: id === WEET_NIET ? (toelichting ?? `Wie het kan weten: ${vraag.wieWeetHet}`) : toelichting,
    gekozen: gekozen.includes(id),
    scheiding: alleen === true && vraag.opties.find((optie) => optie.alleen)?.id === id,
  }));
  const melding = fout && MELDINGEN[fout];
  return {
    vraag: {
      tekst: vraag.vraag,
      toelichting: vraag.toelichting,
      waarom: vraag.waarom,
      wieWeetHet: vraag.wieWeetHet,
    },
    kaarten: {
      vraagId: vraag.slug,
      naam: vraag.feit,
      isMeerkeuze: vraag.type === 'meerkeuze',
      opties,
      fout: melding ?? null,
    },
    fouten: melding ? [{ href: `#${opties[0]?.inputId ?? ''}`, tekst: melding }] : [],
    voorTafels: toTafelNamen(model, vraag),
    woorden,
  };
}

/** What stands around a question: the one before it, those that have an answer, and how far it is. */
export function toQuestionPlace(
  model: Beslismodel,
  vraag: Vraag,
  voortgang: Voortgang,
): { vorige: Vraag | null; eerder: readonly Vraag[]; nogTeGaan: string } {
  const { antwoorden, bereikbaar } = voortgang;
  return {
    vorige: bereikbaar[bereikbaar.indexOf(vraag) - 1] ?? null,
    eerder: bereikbaar.filter(({ feit }) => feit !== vraag.feit && antwoorden[feit] !== undefined),
    nogTeGaan: toNogTeGaan(model, vraag, voortgang),
  };
}

/** The options that are ticked, for an answer that was given before. */
export function toAangevinkt(antwoorden: Antwoorden, { feit }: Vraag): readonly string[] {
  const antwoord = antwoorden[feit];
  if (antwoord === undefined) return [];
  return typeof antwoord === 'string'
    ? [antwoord]
    : toGekozen(antwoord).length > 0
      ? toGekozen(antwoord)
      : [WEET_NIET];
}

function toTafelNamen(model: Beslismodel, { wanneer }: Vraag): string[] {
  if (!('tafels' in wanneer)) return [];
  return wanneer.tafels.flatMap((id) => model.tafelVan.get(id)?.korteNaam ?? []);
}

/** How many questions are left, as far as it can be told: before the signals are known nobody can say. */
function toNogTeGaan(model: Beslismodel, vraag: Vraag, { antwoorden, situatie }: Voortgang): string {
  if (vraag.feit === SIGNALEN) return 'Uw antwoord bepaalt hoeveel vragen er nog volgen.';
  if (antwoorden[SIGNALEN] === undefined) {
    const algemeen = countAlgemeen(model, vraag, antwoorden);
    return isLeeg(antwoorden)
      ? 'Eerst een paar algemene vragen. Daarna volgen alleen de vragen die nodig zijn.'
      : `Hierna nog ongeveer ${algemeen} algemene ${algemeen === 1 ? 'vraag' : 'vragen'}.`;
  }
  const hoogstens = countHoogstens(model, antwoorden, vraag, situatie);
  if (hoogstens === 0) return 'Dit is de laatste vraag.';
  return hoogstens === 1 ? 'Hierna nog hoogstens 1 vraag.' : `Hierna nog hoogstens ${hoogstens} vragen.`;
}

/** How many of the questions that everyone gets come after this one; one of them depends on an answer, so about so many. */
function countAlgemeen({ vragen }: Beslismodel, vraag: Vraag, antwoorden: Antwoorden): number {
  return vragen.filter(
    ({ feit, wanneer }) => 'altijd' in wanneer && feit !== vraag.feit && antwoorden[feit] === undefined,
  ).length;
}
