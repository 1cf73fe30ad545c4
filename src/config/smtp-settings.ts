import { z } from 'zod';
import { isDomain, isEmailAddress } from '../domain/sending/sender.ts';
import type { SmtpConfig } from '../sending/start-sending.ts';
import { type Env, findGroupFaults } from './any-settings.ts';
import { portSchema } from './server-settings.ts';

/** How the connection with the mail server is made safe; there is no way without TLS. */
const TLS_KINDS = ['starttls', 'direct'] as const;

const text = z.string().trim().min(1, 'mag niet leeg zijn').optional();
const count = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, 'moet een heel getal zijn van 1 tot en met 9999')
  .transform(Number);

/** Sending by the server; off while none of these is set. */
export const smtpSettings = {
  SMTP_HOST: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9.:-]+$/, 'moet de naam van een mailserver zijn, zoals relay.example')
    .optional()
    .describe(
      'the mail server. The server sends no mail unless this, `SMTP_FROM`, `SMTP_NTA7516` and `SMTP_SENDER_DOMAINS` are set; half of it stops the start, and `BASE_URL` must then be https (or this computer)',
    ),
  SMTP_PORT: portSchema.optional().describe('its port. Default: 587, and 465 with `direct`'),
  SMTP_TLS: z
    .enum(TLS_KINDS, 'moet starttls of direct zijn; zonder TLS wordt er niets verstuurd')
    .optional()
    .describe(
      '`starttls` (required, never without) or `direct` (TLS from the first byte); there is no plain way. Default: `starttls`',
    ),
  SMTP_USER: text.describe(
    'user name at the mail server. Default: no logging in, at a relay that knows this server by its address',
  ),
  SMTP_PASSWORD: z
    .string()
    .min(1, 'mag niet leeg zijn')
    .optional()
    .describe('password at the mail server, with `SMTP_USER`'),
  SMTP_CA_FILE: text.describe('PEM file of the CA to trust. Default: those of Node.js'),
  SMTP_FROM: z
    .string()
    .trim()
    .refine(isEmailAddress, 'moet één e-mailadres zijn, zonder naam erbij')
    .optional()
    .describe('the address that mail leaves from'),
  SMTP_NTA7516: z
    .literal(
      'ja',
      'moet ja zijn: daarmee verklaart u dat deze mailserver e-mail volgens NTA 7516 verstuurt. ' +
        'Is dat niet zo, laat dan alle instellingen van SMTP weg',
    )
    .optional()
    .describe('`ja`: you declare that this is an NTA 7516 relay'),
  SMTP_SENDER_DOMAINS: z
    .string()
    .transform((list) => list.split(',').map((domain) => domain.trim().toLowerCase()))
    .refine(
      (list) => list.every(isDomain),
      'moet bestaan uit domeinen zoals gemeente.example, gescheiden door komma’s',
    )
    .optional()
    .describe('domains whose addresses may have mail sent, comma-separated; exact, without subdomains'),
  SMTP_MAX_PER_HOUR: count.optional().describe('mails an hour per sender. Default: 10'),
  SMTP_MAX_TOTAL_PER_HOUR: count.optional().describe('mails an hour for all together. Default: 100'),
};

type SmtpSettings = Partial<z.infer<z.ZodObject<typeof smtpSettings>>>;

/** What sending needs; without one of these it cannot be on. */
const NEEDED = ['SMTP_HOST', 'SMTP_FROM', 'SMTP_NTA7516', 'SMTP_SENDER_DOMAINS'] as const;
/** Logging in at the mail server: both or neither. */
const LOGIN = ['SMTP_USER', 'SMTP_PASSWORD'] as const;

/** What is missing or does not go together in settings of which some turn sending on; a sentence for each. */
export function findSmtpFaults(env: Env): string[] {
  return findGroupFaults(env, {
    settings: smtpSettings,
    needed: LOGIN.some((naam) => env[naam] !== undefined) ? [...NEEDED, ...LOGIN] : NEEDED,
    toFault: (naam) =>
      naam === 'SMTP_NTA7516'
        ? 'SMTP_NTA7516 ontbreekt. Verklaar met SMTP_NTA7516=ja dat deze mailserver e-mail volgens NTA 7516 verstuurt; anders verstuurt de server niets.'
        : `${naam} ontbreekt. Zonder kan de server geen e-mail versturen; laat anders alle instellingen van SMTP weg.`,
    // The key to a referral travels in that link.
    why: 'de server e-mail verstuurt: het staat in de link waarmee een afzender bevestigt.',
  });
}

/** Makes the settings of sending complete; null when it is off. The settings must be without faults. */
export function toSmtpConfig(parsed: SmtpSettings, resolvePath: (path: string) => string): SmtpConfig | null {
  const { SMTP_HOST, SMTP_USER, SMTP_PASSWORD, SMTP_FROM, SMTP_SENDER_DOMAINS } = parsed;
  if (!SMTP_HOST || !SMTP_FROM || !SMTP_SENDER_DOMAINS) return null;
  const tls = parsed.SMTP_TLS ?? 'starttls';
  return {
    host: SMTP_HOST,
    port: parsed.SMTP_PORT ?? (tls === 'direct' ? 465 : 587),
    tls,
    login: SMTP_USER && SMTP_PASSWORD ? { user: SMTP_USER, pass: SMTP_PASSWORD } : null,
    caFile: parsed.SMTP_CA_FILE === undefined ? null : resolvePath(parsed.SMTP_CA_FILE),
    from: SMTP_FROM,
    senderDomains: SMTP_SENDER_DOMAINS,
    maxPerHour: parsed.SMTP_MAX_PER_HOUR ?? 10,
    maxTotalPerHour: parsed.SMTP_MAX_TOTAL_PER_HOUR ?? 100,
  };
}
