import { z } from 'zod';

/** A port number as text. */
export const poortSchema = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'moet een poortnummer zijn')
  .transform(Number)
  .refine((port) => port <= 65_535, 'moet een poortnummer tot en met 65535 zijn');
