import type { Files } from '../../src/domain/editing/versions.ts';
import { projectFiles } from './real-content.ts';

const QUESTIONS = 'rules/vragen.json';

interface Vraag {
  readonly feit: string;
  readonly vraag: string;
  readonly opties?: readonly { readonly id: string; readonly tekst: string }[];
}

/** How the first question is put in the content of a number. */
export function toQuestion(nummer: number): string {
  return `Is er nu direct gevaar, vraagt versie ${nummer}?`;
}

/** The content of the program with another text, and in every other one an option more: so that each differs from the one before. */
export function editContent(nummer: number): Files {
  const file = projectFiles[QUESTIONS] as { readonly vragen: readonly Vraag[] };
  const vragen = file.vragen.map((vraag): Vraag => {
    if (vraag.feit === 'acuutGevaar') return { ...vraag, vraag: toQuestion(nummer) };
    if (vraag.feit !== 'zoekt' || nummer % 2 === 0) return vraag;
    return { ...vraag, opties: [...(vraag.opties ?? []), { id: 'nieuw', tekst: 'Een nieuwe keuze' }] };
  });
  return { ...projectFiles, [QUESTIONS]: { ...file, vragen } };
}

/** The content of the program with a fault that the content check names. */
export function breakContent(): Files {
  const { 'tables/contacten.json': _, ...files } = projectFiles;
  return files;
}
