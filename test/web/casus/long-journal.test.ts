import { expect, it } from 'vitest';
import { rules } from '../../support/arbitrary-casus.ts';
import { send, startLiveServer } from '../../support/live-server.ts';
import { makeLongCasus } from '../../support/long-casus.ts';
import { createTestApp, SPACIOUS } from '../../support/test-app.ts';

/** In bytes, over the line. */
const MAX_PAGE = 120 * 1024;

it.each(['br', 'gzip'])(
  'the page of a case with 500 entries in its journal is small over the line: %s',
  async (encoding) => {
    const { casus } = makeLongCasus(rules, 500, 7);
    const port = await startLiveServer(createTestApp({ limits: SPACIOUS }));
    const { status, headers } = await send(port, 'POST', '/casus', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Encoding': encoding },
      body: new URLSearchParams({ casus: JSON.stringify(casus), actie: 'toon' }).toString(),
    });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(Number(headers['content-length'])).toBeLessThanOrEqual(MAX_PAGE);
  },
);
