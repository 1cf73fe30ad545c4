import { z } from 'zod';

/** How far the site meets WCAG, in the words of the Dutch government; `geenOnderzoek` as long as nobody looked. */
const STATUSES = ['volledig', 'gedeeltelijk', 'maatregelen', 'nietVoldaan', 'geenOnderzoek'] as const;

const text = z.string().trim().min(1, 'mag niet leeg zijn').max(200, 'mag hoogstens 200 tekens zijn');
const contact = z.string().trim().refine(isContact, 'moet een adres zijn dat begint met mailto: of https://');

/** Who runs this site, where to reach them, and what they declare about it. */
export const aboutSettings = {
  ORGANISATIE_NAAM: text.optional(),
  SECURITY_CONTACT: contact.optional(),
  PRIVACY_CONTACT: contact.optional(),
  LOGBOEK_DAGEN: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'moet een aantal dagen zijn')
    .transform(Number)
    .optional(),
  TOEGANKELIJKHEID_STATUS: z
    .enum(STATUSES, `moet een van ${STATUSES.join(', ')} zijn`)
    .default('geenOnderzoek'),
  TOEGANKELIJKHEID_DATUM: z.iso.date('moet een datum zijn als jaar-maand-dag, zoals 2026-11-22').optional(),
  TOEGANKELIJKHEID_CONTACT: contact.optional(),
};

function isContact(waarde: string): boolean {
  if (/^mailto:[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(waarde)) return true;
  return waarde.startsWith('https://') && !/\s/.test(waarde) && URL.canParse(waarde);
}
