import { z } from 'zod';
import { toTextSchema } from '../model/text-length.ts';
import { filesSchema } from './versions.ts';

const CONCEPT_STATUSSEN = ['bezig', 'aangeboden', 'gepubliceerd', 'ingetrokken'] as const;

const botsingSchema = z.strictObject({
  bestand: z.string(),
  /** In the file of the draft. */
  pad: z.array(z.union([z.string(), z.number()])),
  /** What the newer version has there; not there where it has nothing. */
  anders: z.unknown().optional(),
});
export type Botsing = z.infer<typeof botsingSchema>;

/** A draft: changes to a version, that others see when it is published. The id of its record is a random one. */
export const conceptSchema = z.strictObject({
  titel: toTextSchema(120).min(1),
  status: z.enum(CONCEPT_STATUSSEN),
  /** The version that it changes; 0: that of the program. */
  basis: z.number().int().nonnegative(),
  /** Which program that was, where it is version 0: the hash of its files (`hashFiles`). A newer program has others. */
  basisProgramma: z.string().optional(),
  /** The files that differ, whole; null: the file is gone. */
  bestanden: filesSchema,
  /** The ids of all who changed it: none of them approves it. */
  gemaaktDoor: z.array(z.string()).min(1),
  begonnen: z.iso.datetime(),
  gewijzigd: z.iso.datetime(),
  /** What whoever offers it wants to say, and what whoever refuses it did. */
  toelichting: toTextSchema(2_000),
  antwoord: toTextSchema(2_000),
  /** It is where somebody notes of contacts that they are still right. */
  nagekeken: z.literal(true).optional(),
  /** The report that it came from. */
  melding: z.number().int().optional(),
  /** With its files the content of a newer program was merged: the hash of that (`hashFiles`). */
  programma: z.string().optional(),
  /** Places where a newer version and the draft both changed something: the draft's stands in the files until somebody chose. */
  botsingen: z.array(botsingSchema).optional(),
});
export type Concept = z.infer<typeof conceptSchema>;

/**
 * Whether there is something to publish: other files, or that the content was merged with that of a newer program. Who keeps
 * all of their own against it changes no file, and has looked at it all the same.
 */
export function isWorthOffering({ bestanden, programma }: Pick<Concept, 'bestanden' | 'programma'>): boolean {
  return Object.keys(bestanden).length > 0 || programma !== undefined;
}

/** Whether it can still be changed. */
export function isOpen({ status }: Pick<Concept, 'status'>): boolean {
  return status === 'bezig' || status === 'aangeboden';
}

/** Whether a colleague gave it back, with what has to be other, and it was not offered since. */
export function isReturned({ status, antwoord }: Pick<Concept, 'status' | 'antwoord'>): boolean {
  return status === 'bezig' && antwoord !== '';
}

/** A draft that begins: `wie` is the id of who makes it, `basis` the version that it changes, `moment` now. */
export function toNewConcept(
  { titel, wie, basis, moment }: { titel: string; wie: string; basis: number; moment: string },
  rest: Partial<Concept> = {},
): Concept {
  return {
    titel,
    status: 'bezig',
    basis,
    bestanden: {},
    gemaaktDoor: [wie],
    begonnen: moment,
    gewijzigd: moment,
    toelichting: '',
    antwoord: '',
    ...rest,
  };
}

/** A case of the region that must keep its outcome. The id of its record is a random one. */
export const vasteCasusSchema = z.strictObject({
  naam: toTextSchema(120).min(1),
  /** Answers by feit, as everywhere. */
  antwoorden: z.record(z.string(), z.unknown()),
  uitkomst: z.string(),
  tafels: z.array(z.string()),
  door: z.string(),
  op: z.iso.datetime(),
});
export type VasteCasus = z.infer<typeof vasteCasusSchema>;
