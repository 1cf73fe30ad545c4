import { z } from 'zod';
import { poortSchema } from './server-settings.ts';

/** A limit as "per address/all together". */
function limiet(perAdres: number, samen: number) {
  return z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,8}\/[1-9]\d{0,8}$/, 'moet twee aantallen zijn, zoals 300/600: per adres/alle samen')
    .transform((tekst) => {
      const [eigen = 0, allen = 0] = tekst.split('/').map(Number);
      return { perAdres: eigen, samen: allen };
    })
    .refine((gelezen) => gelezen.perAdres <= gelezen.samen, 'mag per adres niet meer zijn dan alle samen')
    .default({ perAdres, samen });
}

/** How much is let in, and where an operator can see how it goes. */
export const guardSettings = {
  RATE_LIMIT_POSTS: limiet(20_000, 60_000),
  RATE_LIMIT_PDF: limiet(3000, 6000),
  RATE_LIMIT_REPORTS: limiet(20, 500),
  MAX_IN_FLIGHT: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'moet een aantal zijn van 1 tot 999999')
    .transform(Number)
    .default(1_000),
  METRICS_PORT: poortSchema.optional(),
};
