import { z } from 'zod';

/** One action in `/beheer`: who, what, when, and on which version. Is only ever added. */
export const logEntrySchema = z.strictObject({
  op: z.iso.datetime(),
  /** The id of the medewerker; `OPERATOR_ID` for who runs the server; null: nobody who is logged in. */
  wie: z.string().nullable(),
  /** Such as `concept-aangeboden`; `views/text` words it. */
  wat: z.string().regex(/^[a-z-]+$/),
  /** What it was done to: an id, an e-mail address of an account, a title. Never content, never what a visitor typed. */
  over: z.string().max(200),
  versie: z.number().int().nonnegative().nullable(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
