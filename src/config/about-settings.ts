import { z } from 'zod';

/** How far the site meets WCAG, in the words of the Dutch government; `geenOnderzoek` as long as nobody looked. */
const STATUSES = ['volledig', 'gedeeltelijk', 'maatregelen', 'nietVoldaan', 'geenOnderzoek'] as const;

const text = z.string().trim().min(1, 'mag niet leeg zijn').max(200, 'mag hoogstens 200 tekens zijn');
const contact = z.string().trim().refine(isContact, 'moet een adres zijn dat begint met mailto: of https://');

/** Who runs this site, where to reach them, and what they declare about it. */
export const aboutSettings = {
  ORGANISATIE_NAAM: text.optional().describe('who runs the site, for `/privacy` and `/toegankelijkheid`'),
  SECURITY_CONTACT: contact
    .optional()
    .describe('`mailto:` or `https://`. Default: `/klopt-niet` of the site'),
  PRIVACY_CONTACT: contact.optional().describe('`mailto:` or `https://`. Default: `/klopt-niet` of the site'),
  LOGBOEK_DAGEN: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'moet een aantal dagen zijn')
    .transform(Number)
    .optional()
    .describe('how many days you keep the log, for `/privacy`'),
  TOEGANKELIJKHEID_STATUS: z
    .enum(STATUSES, `moet een van ${STATUSES.join(', ')} zijn`)
    .default('geenOnderzoek')
    .describe('`volledig` `gedeeltelijk` `maatregelen` `nietVoldaan` `geenOnderzoek`'),
  TOEGANKELIJKHEID_DATUM: z.iso
    .date('moet een datum zijn als jaar-maand-dag, zoals 2026-11-22')
    .optional()
    .describe('day of the declaration, YYYY-MM-DD'),
  TOEGANKELIJKHEID_CONTACT: contact
    .optional()
    .describe('`mailto:` or `https://`. Default: `/klopt-niet` of the site'),
};

function isContact(waarde: string): boolean {
  if (/^mailto:[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/.test(waarde)) return true;
  return waarde.startsWith('https://') && !/\s/.test(waarde) && URL.canParse(waarde);
}
