import { z } from 'zod';
import type { OidcConfig } from '../login/oidc.ts';
import { type Env, findGroupFaults, isSafeAddress } from './any-settings.ts';

const text = z.string().trim().min(1, 'mag niet leeg zijn').optional();

/** Logging in to `/beheer` with OpenID Connect; off while none of these is set. */
export const oidcSettings = {
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'moet een webadres zijn, zoals https://login.example' })
    // What is no address at all was said already.
    .refine((url) => !URL.canParse(url) || isSafeAddress(url), 'moet een adres zijn dat met https begint')
    .optional()
    .describe(
      'logging in to `/beheer` with OpenID Connect: the address of the provider, as it names itself. Its callback address is `BASE_URL` with `/beheer/oidc/terug`; half of OIDC stops the start, and `BASE_URL` must then be https (or this computer)',
    ),
  OIDC_CLIENT_ID: text.describe('how the provider knows this site'),
  OIDC_CLIENT_SECRET: z
    .string()
    .min(1, 'mag niet leeg zijn')
    .optional()
    .describe('its secret at the provider'),
};

type OidcSettings = Partial<z.infer<z.ZodObject<typeof oidcSettings>>>;

/** What is missing or does not go together in settings of which some turn this on; a sentence for each. */
export function findOidcFaults(env: Env): string[] {
  return findGroupFaults(env, {
    settings: oidcSettings,
    needed: Object.keys(oidcSettings),
    toFault: (naam) =>
      `${naam} ontbreekt. Zonder kan niemand inloggen met OpenID Connect; laat anders alle instellingen van OIDC weg.`,
    why: 'mensen inloggen met OpenID Connect: de inlogdienst stuurt ze daarheen terug.',
  });
}

/** The settings complete; null when it is off. They must be without faults. */
export function toOidcConfig({
  OIDC_ISSUER,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
}: OidcSettings): OidcConfig | null {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET };
}
