import { isObject } from '../../json.ts';
import type { Files } from '../versions.ts';
import { findVraag } from './choices.ts';

/**
 * The value with each condition in it written as its question and its answers ask: of a question with one answer "is" with
 * one, and "is een van" with more; of a question with several always "bevat een van". So who ticks an answer need not know
 * that there is an operator, also in a condition that is new.
 */
export function fitOperators(value: unknown, files: Files): unknown {
  if (Array.isArray(value)) return value.map((item) => fitOperators(item, files));
  if (!isObject(value)) return value;
  const fitted = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fitOperators(inner, files)]),
  );
  return isCondition(fitted) ? fitOperator(fitted, files) : fitted;
}

/** A condition of which the question and an answer are chosen; what lacks is told at its field. */
interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: string | readonly string[];
}

function isCondition(value: object): value is Condition {
  const { fact, operator, value: answers } = value as Partial<Condition>;
  return (
    typeof fact === 'string' &&
    typeof operator === 'string' &&
    answers !== undefined &&
    [answers].flat().length > 0
  );
}

function fitOperator(condition: Condition, files: Files): Condition {
  const { fact, value } = condition;
  const vraag = findVraag(files, fact);
  if (!vraag) return condition;
  const answers = [value].flat();
  const [first = ''] = answers;
  if (vraag.type === 'meerkeuze') return { ...condition, operator: 'bevatEenVan', value: answers };
  if (answers.length > 1) return { ...condition, operator: 'isEenVan', value: answers };
  return { ...condition, operator: 'is', value: first };
}
