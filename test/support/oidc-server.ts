import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';
import { onTestFinished } from 'vitest';
import type { OidcConfig } from '../../src/login/oidc.ts';

/** Somebody as the provider knows them. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  /** What Entra ID says instead. */
  readonly xms_edov?: boolean | number | string;
}

/** A real provider of OpenID Connect on this computer, until the end of the test. */
export interface OidcServer {
  readonly config: OidcConfig;
  /** Who logs in from now on, without being asked anything. */
  readonly setAccount: (account: Account) => void;
  readonly stop: () => Promise<void>;
}

const CLIENT_SECRET = 'het-geheim-van-de-wegwijzer-bij-de-inlogdienst';

/** Starts a provider that knows the site at `baseUrl`; `inToken` puts the address in the id_token itself. */
export async function startOidcServer(
  baseUrl: string,
  { inToken = false, clientId = 'wegwijzer' }: { inToken?: boolean; clientId?: string } = {},
): Promise<OidcServer> {
  let account: Account = { sub: 'niemand' };
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${baseUrl}/beheer/oidc/terug`],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'] },
    conformIdTokenClaims: !inToken,
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...account, sub }) }),
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['een-sleutel-voor-de-koekjes-van-de-inlogdienst'] },
    interactions: { url: (_ctx, { uid }) => `/inlog/${uid}` },
    pkce: { required: () => true },
  };
  const provider = new Provider(issuer, configuration);
  const handle = provider.callback();
  server.on('request', async (req, res) => {
    if (!req.url?.startsWith('/inlog/')) return handle(req, res);
    // Whoever comes is this account, and agrees to everything.
    const { prompt, params, session } = await provider.interactionDetails(req, res);
    if (prompt.name === 'login')
      return provider.interactionFinished(req, res, { login: { accountId: account.sub } });
    const grant = new provider.Grant({
      ...(session ? { accountId: session.accountId } : {}),
      clientId: String(params.client_id),
    });
    grant.addOIDCScope('openid email');
    const grantId = await grant.save();
    return provider.interactionFinished(
      req,
      res,
      { consent: { grantId } },
      { mergeWithLastSubmission: true },
    );
  });
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(stop);
  return {
    config: { issuer, clientId, clientSecret: CLIENT_SECRET },
    setAccount: (next) => {
      account = next;
    },
    stop,
  };
}

/** Follows the redirects of a provider as a browser does, with its cookies, until one leads to `baseUrl`; gives that address. */
export async function followProvider(url: string, baseUrl: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = url;
  for (let step = 0; step < 12 && !next.startsWith(baseUrl); step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { Cookie: cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider stands still at ${next}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  return next;
}
