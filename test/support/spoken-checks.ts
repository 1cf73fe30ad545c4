/// <reference lib="dom" />

import type { Page } from 'playwright-core';

/**
 * What a screen reader or a text browser would tell wrongly, in an engine that differs from the one of these tests:
 * - WebKit sees no list in a list without bullets, outside a navigation, unless that has a role;
 * - a text browser takes the name of the page from a drawing with a title;
 * - Firefox also reads the letters of a drawing that is read as one picture;
 * - Orca tells the help and the error of a group only when its first control has them;
 * - what stands beside each other in a flex or grid box has no space between, whatever the HTML has.
 */
export function findSpokenFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (fault: string, element: Element) => `${fault}: ${element.outerHTML.slice(0, 160)}`;
    const all = <E extends Element>(selector: string) => [...document.querySelectorAll<E>(selector)];

    const lists = all('main :is(ul, ol):not([role], nav *)')
      .filter((list) =>
        [list, ...list.children].some((part) => getComputedStyle(part).listStyleType === 'none'),
      )
      .map((list) => name('a list without bullets and without a role', list));

    const titles = all('svg title').map((title) => name('a drawing with a title', title));
    const letters = all('svg[role="img"]:not(.rdm-tijdlijn)')
      .filter((svg) => svg.querySelector('text:not([aria-hidden="true"] *, [aria-hidden="true"])'))
      .map((svg) => name('letters of a picture that are read too', svg));

    const groups = all('fieldset.rdm-groep')
      .filter((group) => {
        const help = group.querySelector('[id$="-hulp"]');
        const described = group.querySelector('input')?.getAttribute('aria-describedby');
        return help?.textContent?.trim() !== '' && described !== help?.id;
      })
      .map((group) => name('help that the first control has not', group));

    // A link or a button is an object with a name of its own, and so is a block.
    const inline = new Set(['SPAN', 'STRONG', 'B', 'EM', 'I', 'CODE', 'ABBR', 'SMALL', 'CITE', 'TIME']);
    const joined = all('body :not(a, button)')
      .filter((box) => /flex|grid/.test(getComputedStyle(box).display) && box.checkVisibility())
      .flatMap((box) => {
        const parts = [...box.childNodes].flatMap((part) => {
          if (part instanceof Element && !inline.has(part.tagName)) return ['.'];
          // A hard space stays.
          const text = (part.textContent ?? '').replaceAll(/^[ \n]+|[ \n]+$/g, '');
          return part instanceof Comment || text === '' ? [] : [text];
        });
        const isJoined = parts.some(
          (text, index) =>
            index > 0 && /[\p{L}\d]$/u.test(parts[index - 1] ?? '') && /^[\p{L}\d]/u.test(text),
        );
        return isJoined ? [name('words without a space between', box)] : [];
      });

    return [...lists, ...titles, ...letters, ...groups, ...joined];
  });
}
