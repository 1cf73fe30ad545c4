import { createHash, createHmac } from 'node:crypto';
import * as client from 'openid-client';
import { NotIdentified, ProviderDown } from '../domain/editing/people.ts';
import { makeToken } from './tokens.ts';

/** The provider of OpenID Connect where people log in, and how this site is known there. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Whom the provider says that it is. */
export interface Identity {
  /** A hash of the provider and its name for them. */
  readonly sub: string;
  /** In small letters; null when the provider does not say that it is theirs. */
  readonly email: string | null;
}

/** In seconds, for each request to the provider. */
const TIMEOUT = 10;
/** How long what the provider says of itself is used, in milliseconds. */
const METADATA = 60 * 60_000;

/**
 * Makes what logs in at a provider: the code flow with PKCE, state and nonce. All three follow from one secret that the browser
 * keeps meanwhile, so that nothing is kept here. The provider is first asked when somebody logs in: it may be down before that.
 */
export function createOidc({ issuer, clientId, clientSecret }: OidcConfig, baseUrl: string, now: () => Date) {
  const redirectUri = `${baseUrl}/beheer/oidc/terug`;
  let known: { readonly config: client.Configuration; readonly at: number } | null = null;

  async function discover(): Promise<client.Configuration> {
    if (known && now().getTime() - known.at < METADATA) return known.config;
    // Plain HTTP only where the settings allow it: on this computer.
    const plain = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute: [client.enableNonRepudiationChecks, ...plain],
      timeout: TIMEOUT,
    });
    known = { config, at: now().getTime() };
    return config;
  }

  async function askProvider<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw isAnswer(error) ? new NotIdentified(toReason(error)) : new ProviderDown(error);
    }
  }

  return {
    /** Where to send the browser, and the secret that it keeps until it comes back. @throws ProviderDown */
    begin(): Promise<{ readonly url: string; readonly secret: string }> {
      return askProvider(async () => {
        const secret = makeToken();
        const url = client.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUri,
          scope: 'openid email',
          state: derive(secret, 'state'),
          nonce: derive(secret, 'nonce'),
          code_challenge: await client.calculatePKCECodeChallenge(derive(secret, 'pkce')),
          code_challenge_method: 'S256',
        });
        return { url: url.href, secret };
      });
    },

    /**
     * Who came back with this query. @throws NotIdentified when that does not follow from it, or is of another browser or time.
     * @throws ProviderDown
     */
    finish(query: string, secret: string): Promise<Identity> {
      return askProvider(async () => {
        const config = await discover();
        const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}?${query}`), {
          expectedState: derive(secret, 'state'),
          expectedNonce: derive(secret, 'nonce'),
          pkceCodeVerifier: derive(secret, 'pkce'),
        });
        const claims = tokens.claims();
        if (!claims) throw new NotIdentified('er is geen id_token');
        const told =
          claims.email === undefined
            ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
            : claims;
        const { email } = told;
        return {
          sub: createHash('sha256').update(`${claims.iss}\n${claims.sub}`).digest('base64url'),
          email: typeof email === 'string' && isVerified(told) ? email.toLowerCase() : null,
        };
      });
    },
  };
}

/**
 * Whether the provider says that the address is theirs. Entra ID has no `email_verified`, and says of an address whose domain
 * was verified `xms_edov`; that counts only where the standard claim is not there. Some say it as text, or as a number.
 */
function isVerified({ email_verified, xms_edov }: Readonly<Record<string, unknown>>): boolean {
  return ['true', '1'].includes(String(email_verified ?? xms_edov));
}

function derive(secret: string, what: string): string {
  return createHmac('sha256', secret).update(what).digest('base64url');
}

/** Whether a fault is what the provider said, or of what came back, and not that it could not be reached. */
function isAnswer(error: unknown): boolean {
  if (error instanceof NotIdentified) return true;
  if (error instanceof client.AuthorizationResponseError) return true;
  if (error instanceof client.ResponseBodyError) return error.status < 500;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && REFUSALS.has(code);
}

/** Of what came back, or of the tokens: their checks failed. */
const REFUSALS: ReadonlySet<string> = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_USERINFO_EXPECTED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_PARSE_ERROR',
]);

/** In a few words, without anything of who it is. */
function toReason(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
    return error.error.slice(0, 60);
  if (error instanceof NotIdentified) return error.message;
  return String((error as { code?: unknown }).code);
}
