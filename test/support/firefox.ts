import { createRequire } from 'node:module';
import { type Browser, firefox } from 'playwright-core';
import type { AccessibleDesktop } from './accessible-desktop.ts';
import { needProgram, type Program } from './installed-program.ts';

export const FIREFOX: Program = {
  naam: 'Firefox',
  names: ['firefox-esr', 'firefox'],
  variable: 'FIREFOX_PATH',
  debian: 'firefox-esr',
};

/** Under which Playwright speaks WebDriver BiDi with the Firefox of Mozilla and Debian, instead of its own build. */
const STOCK = 'moz-firefox';

/**
 * Starts Firefox without a window; on a desktop that is given, in a window that tells screen readers what it shows.
 * @throws Error with one sentence on how to install it when it is not there.
 */
export async function launchFirefox(desktop?: Pick<AccessibleDesktop, 'env'>): Promise<Browser> {
  leaveMediaAlone();
  return firefox.launch({
    executablePath: needProgram(FIREFOX),
    ...(desktop ? { headless: false, env: { ...desktop.env } } : {}),
    channel: STOCK,
    firefoxUserPrefs: {
      ...(desktop ? { 'accessibility.force_disabled': -1 } : {}),
      // Smooth scrolling only makes tests wait.
      'ui.prefersReducedMotion': 1,
      // A page that is kept whole in memory proves nothing, and Firefox drops it when it needs the room. What is tested is
      // whether the fields come back on a page that is loaded anew.
      'browser.sessionhistory.max_total_viewers': 0,
      // Whoever loads the page of a post anew says yes to sending it again.
      'dom.confirm_repost.testing.always_accept': true,
      // A profile that is new in each run asks the internet for nothing.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

interface Internals {
  readonly server: {
    readonly BrowserContext: {
      readonly prototype: {
        initialize: () => Promise<void>;
        doUpdateDefaultEmulatedMedia: () => Promise<void>;
      };
    };
  };
}

let isBridged = false;

/**
 * At every new context Playwright 1.65 sends a command on colours (`emulation.setMediaFeaturesOverride`) that the Firefox
 * of Debian, 153, does not know; then no page opens at all. No test asks for colours, so the command is left out. This
 * can go as soon as Debian's Firefox knows it.
 */
function leaveMediaAlone(): void {
  if (isBridged) return;
  isBridged = true;
  const { server } = createRequire(import.meta.url)('playwright-core/lib/coreBundle') as Internals;
  const { prototype } = server.BrowserContext;
  const { initialize } = prototype;
  prototype.initialize = function initializeWithoutMedia(this: typeof prototype) {
    if ('_userContextId' in this) this.doUpdateDefaultEmulatedMedia = () => Promise.resolve();
    return initialize.call(this);
  };
}
