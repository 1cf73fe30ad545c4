import { describe, expect, it } from 'vitest';
import { collectCss } from '../../src/build/collect-css.ts';

const css = collectCss({
  components: ['@charset "UTF-8";\n.component { color: var(--color); }', '.other { margin: var(--space) }'],
  tokens: ':root { --color: blue; --space: 1px; --site: 2px; --unused: 3px; }',
  layers: [':root { --space: 4px; }', ':root { --theme: 5px; }'],
  site: '/* why */ .site { padding: var(--site) ; content: "a ;  b" }',
});

describe('the style sheet', () => {
  it('puts components first, then the tokens in use, our tokens, theme and layout', () => {
    const order = ['.component', '--color:blue', '--space: 4px', '--theme: 5px', '.site'];
    const places = order.map((part) => css.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(css).toContain(':root{--color:blue;--site:2px}');
    expect(css).not.toContain('--unused');
  });

  it('has its charset rule once, at the very start', () => {
    expect(css.indexOf('@charset "UTF-8";')).toBe(0);
    expect(css.split('@charset')).toHaveLength(2);
  });

  it('drops comments and spare space, but not inside a quoted text', () => {
    expect(css).not.toContain('why');
    expect(css).toContain('.site{padding: var(--site);content: "a ;  b"}');
  });
});
