import type { Medewerker } from '../../src/domain/editing/people.ts';
import type { LogEntry, RecordChange } from '../../src/domain/editing/records.ts';
import { toVersieId, type Versie } from '../../src/domain/editing/versions.ts';
import { NOW } from './open-test-store.ts';

const op = NOW.toISOString();

/** Somebody who may log in. */
export const MEDEWERKER: Medewerker = { email: 'r@example.nl', rol: 'redacteur', sinds: op, actief: true };

/** A line of the log, with this number in it. */
export function toLine(number: number): LogEntry {
  return { op, wie: 'm1', wat: 'concept-aangeboden', over: `Concept ${number}`, versie: null };
}

/** A change that makes somebody, or makes them another. */
export function changeMedewerker(id: string, revision = 0, more: Partial<Medewerker> = {}): RecordChange {
  return { kind: 'medewerker', id, revision, value: { ...MEDEWERKER, ...more } };
}

/** The changes that publish a version with these files. */
export function publish(nummer: number, bestanden: Readonly<Record<string, unknown>> = {}): RecordChange[] {
  const versie: Versie = {
    nummer,
    op,
    gemaaktDoor: ['m1'],
    uitgegevenDoor: 'm2',
    titel: `Versie ${nummer}`,
    reden: null,
    vorige: nummer - 1,
    concept: null,
    programma: 'p',
  };
  const id = toVersieId(nummer);
  return [
    { kind: 'inhoud', id, revision: 0, value: bestanden },
    { kind: 'versie', id, revision: 0, value: versie },
  ];
}

/** The change that saves a draft with these files. */
export function saveConcept(
  id: string,
  revision: number,
  bestanden: Readonly<Record<string, unknown>>,
): RecordChange {
  const value = { titel: 'Nieuw nummer', status: 'bezig' as const, basis: 0, bestanden, gemaaktDoor: ['m1'] };
  const rest = { begonnen: op, gewijzigd: op, toelichting: '', antwoord: '' };
  return { kind: 'concept', id, revision, value: { ...value, ...rest } };
}
