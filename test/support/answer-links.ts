import { createAnswerLinks } from '../../src/stand/answer-links.ts';
import { content } from './real-content.ts';
import { NOW } from './test-site.ts';

const LINK_SECRETS = ['een-geheim-voor-de-tests-van-minstens-32-tekens'];

/** An ordinary address of a site. */
const LINK_BASE = 'https://rdm-wegwijzer.voorbeeldregio-twente.nl';

/** The real links; only the clock, the secrets and whether answers are kept are the test's. */
export function createTestLinks({
  now = () => NOW,
  secrets = () => LINK_SECRETS,
  baseUrl = LINK_BASE,
  canUse = () => true,
}: Partial<Parameters<typeof createAnswerLinks>[0]> = {}) {
  return createAnswerLinks({ now, secrets, baseUrl, canUse, content });
}

/** Where a link leads, up to its token. */
export const LINK_PATH = '/terugmelden/';

/** The last part of an address. */
export function toToken(address: string | null): string {
  return address?.split('/').at(-1) ?? '';
}
