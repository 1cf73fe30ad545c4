import { z } from 'zod';
import type { Content } from '../../domain/model/content.ts';
import { PLAN_COLUMNS, PLAN_ROWS } from '../../domain/referral/veld.ts';
import type { Say } from '../../domain/texts.ts';

/** The answers in the body of both posts. */
export const antwoordenSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).meta({
  description: 'Per feit een antwoord; zie /vragen',
  example: { gemeente: 'enschede', signalen: ['veiligheid'] },
});

/** The fields of all tables together; which of them a table has, it says itself when one is wrong. */
export function toVerwijzingSchema(say: Say, { pakketvelden }: Content): z.ZodType {
  const velden = pakketvelden.velden.map(({ id, label, max, opties, soort }) => {
    const [first, ...rest] = opties?.map((optie) => optie.id) ?? [];
    const tekst = z.string().max(max);
    const schema =
      first === undefined
        ? soort === 'getal'
          ? z.union([tekst, z.number().int().min(1)])
          : tekst
        : z.enum([first, ...rest]);
    return [id, (id === 'casuscode' ? schema : schema.optional()).meta({ description: label })] as const;
  });
  const onderbouwing = z.object({
    feit: z.string().optional(),
    vanWie: z.string().optional(),
    datum: z.string().optional(),
  });
  const afspraak = z.object(
    Object.fromEntries(
      PLAN_COLUMNS.map((id) => [
        id,
        z
          .string()
          .optional()
          .meta({ description: say(`veld.plan-${id}`) }),
      ]),
    ),
  );
  return z.object({
    ...Object.fromEntries(velden),
    onderbouwing: z
      .record(z.string(), onderbouwing)
      .optional()
      .meta({ description: 'Per id van een criterium' }),
    plan: z.array(afspraak).max(PLAN_ROWS).optional(),
    bevestigd: z
      .array(z.string())
      .optional()
      .meta({ description: 'Ids van waarschuwingen die geen persoonsgegeven van de cliënt zijn' }),
  });
}
