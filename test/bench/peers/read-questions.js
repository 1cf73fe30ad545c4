import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder in which the measurement put `questions.json`, and where a peer may put what it reads from files. */
export const folder = process.argv[2] ?? '';

/**
 * The questions of the journey, the same for every peer:
 * `{ name, path, title, hint, multiple, options: [{ value, label, hint? }] }`.
 */
export function readQuestions() {
  return JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8'));
}

/** Writes a file of JSON below the folder of the measurement; gives its path. */
export function writeJson(path, content) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** Makes an object of the questions: per question the name and what `toValue` gives. */
export function byName(questions, toValue) {
  return Object.fromEntries(questions.map((question) => [question.name, toValue(question)]));
}
