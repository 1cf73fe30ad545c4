import { z } from 'zod';

/** The longest text of each field, in characters. */
export const MELDING_MAX = {
  pagina: 200,
  veld: 200,
  watMoetHetZijn: 2_000,
  email: 254,
  antwoord: 2_000,
} as const;

const paginaSchema = z
  .string()
  .max(MELDING_MAX.pagina, toTeLang(MELDING_MAX.pagina))
  .regex(/^\/(?!\/)[^\s?#\\]*$/, 'Dit is geen pagina van deze site.');
const emailSchema = z.email('Dit is geen e-mailadres.').max(MELDING_MAX.email, toTeLang(MELDING_MAX.email));

/** What a visitor sends in: what is wrong on which page. Signs that cannot be seen are taken out. */
export const nieuweMeldingSchema = z.strictObject({
  /** The path of the page, such as `/overlegtafels/topx`. */
  pagina: paginaSchema,
  /** Which part of the page. */
  veld: toTekstSchema(MELDING_MAX.veld, 'Vul in wat er niet klopt.'),
  watMoetHetZijn: toTekstSchema(MELDING_MAX.watMoetHetZijn, 'Vul in wat het moet zijn.'),
  /** For an answer; wiped when the report is closed. */
  email: emailSchema.optional(),
});
export type NieuweMelding = z.infer<typeof nieuweMeldingSchema>;

/** A correction report as it is kept. */
export const meldingSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\d*$/),
  /** When it came in. */
  gemaakt: z.iso.datetime(),
  pagina: paginaSchema,
  veld: z.string().min(1),
  watMoetHetZijn: z.string().min(1),
  email: emailSchema.optional(),
  status: z.enum(['open', 'beantwoord', 'gesloten']),
  antwoord: z.string().min(1).optional(),
});
export type Melding = z.infer<typeof meldingSchema>;

/** What an operator does with a report. */
export const opdrachtSchema = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('antwoord'),
    id: meldingSchema.shape.id,
    antwoord: toTekstSchema(MELDING_MAX.antwoord, 'Geef een antwoord.'),
  }),
  z.strictObject({ soort: z.literal('sluit'), id: meldingSchema.shape.id }),
]);
export type Opdracht = z.infer<typeof opdrachtSchema>;

function toTekstSchema(max: number, alsLeeg: string) {
  return z
    .string()
    .transform((tekst) =>
      tekst
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll(/[\p{Cf}\p{Cs}]/gu, '')
        .replaceAll(/[^\P{Cc}\n]/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, alsLeeg).max(max, toTeLang(max)));
}

function toTeLang(max: number): string {
  return `Maak dit korter: hoogstens ${max} tekens.`;
}

/**
 * The reports after what an operator did with one of them; the same list when there is none with that id.
 * Doing it twice gives the same, so a server that stops halfway can do it again.
 */
export function applyOpdracht(meldingen: readonly Melding[], opdracht: Opdracht): readonly Melding[] {
  if (!meldingen.some(({ id }) => id === opdracht.id)) return meldingen;
  return meldingen.map((melding) => (melding.id === opdracht.id ? change(melding, opdracht) : melding));
}

function change(melding: Melding, opdracht: Opdracht): Melding {
  if (opdracht.soort === 'antwoord') {
    return {
      ...melding,
      antwoord: opdracht.antwoord,
      status: melding.status === 'gesloten' ? 'gesloten' : 'beantwoord',
    };
  }
  // A closed report needs no answer any more, so there is no reason left to keep the address.
  const { email: _, ...rest } = melding;
  return { ...rest, status: 'gesloten' };
}
