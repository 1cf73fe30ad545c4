import type { Files } from '../../src/domain/editing/versions.ts';

const QUESTIONS = 'rules/vragen.json';
const WORDS = 'tables/woordenlijst.json';

interface Vraag {
  readonly feit: string;
  readonly vraag: string;
  readonly opties?: readonly { readonly id: string; readonly tekst: string }[];
}

/** How the first question is put in the content of a number. */
export function toQuestion(nummer: number): string {
  return `Is er nu direct gevaar, vraagt versie ${nummer}?`;
}

/** How a word is explained in the content of a number. */
function toExplanation(nummer: number): string {
  return `Wie een casus inbrengt, zegt versie ${nummer}.`;
}

/** The content with other texts in two files, and in every other one an option more: so that each differs from the one before. */
export function editContent(files: Files, nummer: number): Files {
  const file = files[QUESTIONS] as { readonly vragen: readonly Vraag[] };
  const vragen = file.vragen.map((vraag): Vraag => {
    if (vraag.feit === 'acuutGevaar') return { ...vraag, vraag: toQuestion(nummer) };
    if (vraag.feit !== 'zoekt' || nummer % 2 === 0) return vraag;
    return { ...vraag, opties: [...(vraag.opties ?? []), { id: 'nieuw', tekst: 'Een nieuwe keuze' }] };
  });
  const words = files[WORDS] as { readonly woordenlijst: readonly object[] };
  const woordenlijst = words.woordenlijst.map((word, index) =>
    index === 0 ? { ...word, uitleg: toExplanation(nummer) } : word,
  );
  return { ...files, [QUESTIONS]: { ...file, vragen }, [WORDS]: { ...words, woordenlijst } };
}

/** All numbers of such contents that a text shows. */
export function readNumbers(text: string): number[] {
  return [...text.matchAll(/versie (\d+)[?.]/g)].map(([, nummer]) => Number(nummer));
}

/** The content with a fault that the content check names. */
export function breakContent({ 'tables/contacten.json': _, ...files }: Files): Files {
  return files;
}
