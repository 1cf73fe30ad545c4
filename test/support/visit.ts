// Functions that run in the page speak of `document`.
/// <reference lib="dom" />

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, onTestFinished } from 'vitest';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { PATIENCE } from './patience.ts';
import { site } from './site.ts';

/** Screens that every page is looked at on, in css pixels. */
export const SCREENS = [
  { naam: 'breed', viewport: { width: 1280, height: 900 } },
  { naam: 'telefoon', viewport: { width: 375, height: 740 } },
] as const;

const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };
export type BrowserName = keyof typeof LAUNCH;
export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];
/**
 * The browsers, each with scripts and without. In Firefox those are scripts that do not load, which takes as long as the other
 * three and is seldom where they differ: only in `npm run proof`.
 */
export const WAYS = BROWSERS.flatMap((browser) =>
  [true, false].map((script) => [browser, script] as const),
).filter(([browser, script]) => script || browser === 'chromium' || inject('share') === 'long');

/** One of each a worker: starting it takes longer than most tests. Playwright ends it together with the process. */
const running = new Map<BrowserName, Promise<Browser>>();

function start(name: BrowserName): Promise<Browser> {
  const browser = running.get(name) ?? LAUNCH[name]();
  running.set(name, browser);
  return browser;
}

interface Visit {
  /** Opens a page in a clean context of its own, until the end of the test. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>;
  /**
   * Lends a page to who looks at pages and leaves nothing but cookies behind. It has been used before, which costs a third
   * of a page in a context of its own: that starts a process, in which all that is loaded is new.
   */
  readonly lend: <Result>(
    use: (page: Page) => Promise<Result>,
    options?: BrowserContextOptions,
  ) => Promise<Result>;
}

/**
 * Gives the tests of a file pages in the browser. Every test fails on a request to another origin, an error in the console or a
 * breach of the CSP, unless it is one that is `expected`.
 */
export function useBrowser(name: BrowserName = 'chromium', expected?: RegExp): Visit {
  let faults: string[] = [];
  const contexts: BrowserContext[] = [];

  afterAll(() => Promise.all(contexts.map((context) => context.close())));
  afterEach(() => {
    const found = faults;
    faults = [];
    expect(found, 'requests elsewhere, and errors in the console').toEqual([]);
  });

  const open = async (options: BrowserContextOptions = {}) => {
    const { javaScriptEnabled, ...rest } = options;
    const withoutScript = javaScriptEnabled === false;
    const context = await (await start(name)).newContext({
      baseURL: site.url,
      locale: 'nl-NL',
      // Smooth scrolling only makes tests wait.
      reducedMotion: 'reduce',
      viewport: SCREENS[0].viewport,
      ...rest,
      ...(name === 'firefox' ? {} : { javaScriptEnabled: !withoutScript }),
    });
    contexts.push(context);
    // Playwright cannot switch scripts off in Firefox; the site has none but in files, and no <noscript>.
    if (name === 'firefox' && withoutScript) await context.route('**/*.js', (route) => route.abort());
    context.setDefaultTimeout(PATIENCE.timeout);
    const own = options.baseURL ?? site.url;
    context.on('page', (page) =>
      watch(page, own, (fault) => {
        if (!expected?.test(fault)) faults.push(fault);
      }),
    );
    return context.newPage();
  };
  /** Per options. */
  const idle = new Map<string, Page[]>();
  return {
    visit: async (options) => {
      const page = await open(options);
      onTestFinished(() => page.context().close());
      return page;
    },
    // What a test that fails leaves behind is not lent again.
    lend: async (use, options = {}) => {
      const key = JSON.stringify(options);
      const page = idle.get(key)?.pop() ?? (await open(options));
      const result = await use(page);
      await page.goto('about:blank');
      await page.unrouteAll();
      await page.context().clearCookies();
      await page.setViewportSize(SCREENS[0].viewport);
      idle.set(key, [...(idle.get(key) ?? []), page]);
      return result;
    },
  };
}

function watch(page: Page, own: string, report: (fault: string) => void): void {
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== own) report(`request to ${request.url()}`);
  });
  page.on('pageerror', (error) => report(`script error on ${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // A page that is an error by itself is no fault: Chromium reports each main document with such a status.
    const isStatusOfPage =
      /^Failed to load resource/.test(message.text()) && message.location().url === page.url();
    if (!isStatusOfPage) report(`console: ${message.text()} (${message.location().url})`);
  });
}
