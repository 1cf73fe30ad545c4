import { nameItems } from '../item-key.ts';
import { isObject, type JsonPath } from '../json.ts';

/**
 * The place in a file that a finding names: keys and numbers, or things in lists by their names, also without the name of
 * the list. What is not there ends the way, but for the name of one missing key.
 */
export function findPlace(file: unknown, plaats: string): JsonPath {
  const path: (string | number)[] = [];
  let within = file;
  const names = plaats.split('.').filter(Boolean);
  for (const name of names) {
    const step = findStep(within, name);
    if (step.length === 0) {
      if (isObject(within) && path.length > 0) path.push(name);
      break;
    }
    for (const key of step) {
      path.push(key);
      within = (within as Readonly<Record<string | number, unknown>>)[key];
    }
  }
  return path;
}

function findStep(within: unknown, name: string): JsonPath {
  if (Array.isArray(within)) {
    const number = findItem(within, name);
    return number === null ? [] : [number];
  }
  if (!isObject(within)) return [];
  if (Object.hasOwn(within, name)) return [name];
  // A finding about a thing in the list of a file names the thing only.
  for (const [key, list] of Object.entries(within)) {
    const number = Array.isArray(list) && list.every(isObject) ? findItem(list, name) : null;
    if (number !== null) return [key, number];
  }
  return [];
}

function findItem(list: readonly unknown[], name: string): number | null {
  const byName = list.findIndex((item) => isObject(item) && [item.id, item.feit, item.naam].includes(name));
  const named = byName >= 0 ? byName : (nameItems([list])?.[0]?.indexOf(name) ?? -1);
  if (named >= 0) return named;
  return /^\d+$/.test(name) && Number(name) < list.length ? Number(name) : null;
}
