import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Without its comments it is less than half as long, and every page gets it anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 at level A and AA, as axe names its parts. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The least that WCAG 2.2 asks of what one taps, in css pixels, unless it stands in a sentence. */
const MIN_TARGET = 24;

/** The rules of axe whose outcome may differ with the width of the screen: where things stand, over what, how large. */
export const WIDTH_RULES = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** What axe finds against WCAG 2.2 AA on the page as it shows now; or against these of its rules alone. */
export async function findWcagFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Not as a script tag: the CSP of the site forbids that, and stays on.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly,
        // What passes need not be told in full.
        resultTypes: ['violations', 'incomplete'],
      }),
    rules ? { type: 'rule' as const, values: [...rules] } : { type: 'tag' as const, values: WCAG },
  );
  // White text on white is "incomplete" to axe, which supposes that it is hidden on purpose. Nothing here is.
  const invisible = incomplete.map((regel) => ({
    ...regel,
    nodes: regel.nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  return [...violations, ...invisible].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary}`),
  );
}

/** Unfolds everything that unfolds. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const foldOut of document.querySelectorAll('details')) foldOut.open = true;
  });
}

/** What can be pressed, does not stand in a line of text, and is smaller than the least. */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((min) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, select'),
    ];
    return targets
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => !(target.matches('a') && getComputedStyle(target).display === 'inline'))
      .map((doel) => ({ doel, box: (doel.closest('.rdm-optie') ?? doel).getBoundingClientRect() }))
      .filter(({ box }) => box.width < min || box.height < min)
      .map(({ doel, box }) => `${doel.outerHTML.slice(0, 80)} is ${box.width} bij ${box.height}`);
  }, MIN_TARGET);
}

/** What makes the page scroll sideways, sticks out of the screen, or is cut off. */
export function findOutOfView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const name = (element: Element) => element.outerHTML.slice(0, 100);
    const visible = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        // What is there for screen readers alone: a box of one pixel, with all that is in it. And a drawing that one
        // moves in its frame, with the same in text below it: WCAG allows that.
        !element.closest('.rdm-onzichtbaar, .utrecht-skip-link, .rdm-tabel thead, .rdm-boom-kader'),
    );
    const outOfView = visible
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > room + 1);
      })
      .map((element) => `steekt uit: ${name(element)}`);
    const cutOff = visible
      .filter((element) => !element.matches('textarea:not([readonly]), input, select'))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const wide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        const high = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return element.clientWidth > 0 && (wide || high);
      })
      .map((element) => `valt weg of schuift: ${name(element)}`);
    const { scrollWidth = 0 } = document.scrollingElement ?? {};
    const shifts = scrollWidth > room ? [`de pagina is ${scrollWidth} breed`] : [];
    return [...shifts, ...outOfView, ...cutOff];
  });
}

/** Pairs of headings and things to press of which one lies over the other. */
export function findOverlap(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element) => element.outerHTML.slice(0, 80);
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, label, textarea, h1, h2, h3'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => !element.matches('.utrecht-skip-link'))
      .flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
    return targets.flatMap(({ element, box }, index) =>
      targets
        .slice(index + 1)
        .filter((other) => !element.contains(other.element) && !other.element.contains(element))
        .filter(
          (other) =>
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 2,
        )
        .map((other) => `${name(element)} en ${name(other.element)}`),
    );
  });
}
