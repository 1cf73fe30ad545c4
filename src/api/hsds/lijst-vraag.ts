import { z } from 'zod';

/** The query of a list; the names are those of HSDS, hence the underscore. */
export const hsdsLijstVraagSchema = z.object({
  page: getal({ max: 100_000, standaard: 1, uitleg: 'De hoeveelste pagina' }),
  per_page: getal({ max: 100, standaard: 50, uitleg: 'Aantal per pagina' }),
  full: z
    .enum(['true', 'false'], 'Geef true of false.')
    .default('false')
    .meta({ description: 'Met alles wat erbij hoort' }),
});

/** A whole number from 1, in digits only: `1e3`, `+5` and a second value are refused. */
function getal({ max, standaard, uitleg }: { max: number; standaard: number; uitleg: string }) {
  const melding = `Geef één heel getal van 1 tot en met ${max}.`;
  return z
    .string(melding)
    .regex(/^[1-9]\d{0,8}$/, melding)
    .transform(Number)
    .refine((waarde) => waarde <= max, melding)
    .default(standaard)
    .meta({
      description: uitleg,
      override: { type: 'integer', minimum: 1, maximum: max, default: standaard, pattern: undefined },
    });
}
