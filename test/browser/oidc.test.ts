import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { startOidcServer } from '../support/oidc-server.ts';
import { startProcess, waitUntilReady } from '../support/server-process.ts';
import { site } from '../support/site.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { BROWSERS, useBrowser } from '../support/visit.ts';

const EMAIL = 'anke@gemeente.example';

/** A site of its own whose people log in at a provider: for a browser that is another site, as it is in reality. */
async function startWithProvider() {
  const port = await findFreePort();
  const baseUrl = `http://localhost:${port}`;
  const provider = await startOidcServer(baseUrl);
  const data = join(makeTempDir(), 'data');
  const server = await startProcess(site.root, {
    PORT: String(port),
    BASE_URL: baseUrl,
    DATA_DIR: data,
    OIDC_ISSUER: provider.config.issuer,
    OIDC_CLIENT_ID: provider.config.clientId,
    OIDC_CLIENT_SECRET: provider.config.clientSecret,
  });
  onTestFinished(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  });
  await waitUntilReady(server);
  const cli = join(site.root, 'dist', 'cli', 'beheer-cli.js');
  execFileSync(process.execPath, [cli, 'nodig-uit', EMAIL, '--rol', 'uitgever'], { env: { DATA_DIR: data } });
  return { provider, baseUrl };
}

describe.each(BROWSERS)('inloggen met een inlogdienst in %s', (browser) => {
  // The provider is another origin.
  const { visit } = useBrowser(browser, /^request to http:\/\/127\.0\.0\.1:/);

  it('lukt als de inlogdienst zegt van wie het adres is, en anders staat er wat te doen', async () => {
    const { provider, baseUrl } = await startWithProvider();
    const page = await visit({ baseURL: baseUrl });
    const logIn = () => page.getByRole('link', { name: 'Log in met uw organisatie' }).click();

    provider.setAccount({ sub: 'anke', email: EMAIL });
    await page.goto('/beheer');
    await logIn();
    await page.getByText('zegt niet welk e-mailadres zeker van u is').waitFor();
    await page.getByRole('link', { name: 'Terug naar inloggen' }).click();

    provider.setAccount({ sub: 'anke', email: EMAIL, email_verified: true });
    await logIn();
    await page.getByRole('heading', { level: 1, name: 'Beheer' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/beheer');
    // The cookie goes along from then on.
    await page.goto('/beheer/sessies');
    await page.getByRole('heading', { level: 1, name: 'Waar u bent ingelogd' }).waitFor();
  });
});
