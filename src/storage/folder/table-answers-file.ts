import { z } from 'zod';
import { type Room, roomsSchema } from '../../domain/table-answers/room.ts';
import {
  foldOld,
  MAX_ANSWERS,
  oldCountSchema,
  storedAnswerSchema,
  type TableAnswers,
  toCounted,
  toStored,
} from '../../domain/table-answers/table-answers.ts';
import { VERSION } from './create-json-file.ts';
import type { Commits, StoreFile } from './store-file.ts';

const schema = z.strictObject({
  versie: z.literal(VERSION),
  antwoorden: z.array(storedAnswerSchema),
  /** Of longer ago. */
  tellingen: z.array(oldCountSchema),
  ruimte: roomsSchema,
});
type AnswersFile = z.infer<typeof schema>;

/** The file with what tables answered: nothing of a case is in it. */
export const answersFile: StoreFile<AnswersFile> = {
  naam: 'tafelantwoorden.json',
  schema,
  leeg: () => ({ versie: VERSION, antwoorden: [], tellingen: [], ruimte: {} }),
};

/** Keeps answers by way of `commits`. */
export function createTableAnswers(commits: Commits<AnswersFile>): TableAnswers {
  return {
    put: (link, antwoord, today) =>
      commits.commit((data) => {
        const { answers, counts } = foldOld(data.antwoorden, data.tellingen, today);
        const earlier = answers.find(({ sleutel }) => sleutel === link.sleutel);
        if (!earlier && answers.length >= MAX_ANSWERS) return { data, result: false };
        const stored = toStored(link, antwoord, today, earlier);
        const others = answers.filter((one) => one !== earlier);
        return { data: { ...data, antwoorden: [...others, stored], tellingen: [...counts] }, result: true };
      }),
    find: async (sleutel) => commits.data.antwoorden.find((one) => one.sleutel === sleutel) ?? null,
    lijst: async () => commits.data.antwoorden,
    counted: async () => toCounted(commits.data),
    putRoom: (tafel: string, room: Room) =>
      commits.commit((data) => ({
        data: { ...data, ruimte: { ...data.ruimte, [tafel]: room } },
        result: undefined,
      })),
    rooms: async () => commits.data.ruimte,
  };
}
