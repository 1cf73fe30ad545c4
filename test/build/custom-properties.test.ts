import { describe, expect, it } from 'vitest';
import { findUsedProperties, pruneTokens, readProperties } from '../../src/build/collect-css.ts';

const tokens = readProperties(`:root {
  --button-color: var(--action-color);
  --action-color: var(--blue, var(--ink));
  --blue: #00f;
  --ink: #111;
  --red: #f00;
  --unused: var(--red);
}`);

describe('custom properties', () => {
  it('are found where they are read, in fallbacks too', () => {
    const css = '.a { color: var(--a, var( --b, red)); margin: calc(2 * var(--c)) }';
    expect([...findUsedProperties(css)]).toEqual(['--a', '--b', '--c']);
  });

  it('are read with their value, the last one of a name, comments left out', () => {
    const css = ':root{--a:1px;--b: "x;y" ;/* --c: 3px; */--a:2px}.a--b:hover{color:red}';
    expect(Object.fromEntries(readProperties(css))).toEqual({ '--a': '2px', '--b': '"x;y"' });
  });
});

describe('pruning design tokens', () => {
  it('keeps what the css reads and what that reads in turn, and nothing else', () => {
    const kept = pruneTokens('.button { color: var(--button-color) }', tokens, new Map());
    expect([...kept.keys()]).toEqual(['--action-color', '--blue', '--button-color', '--ink']);
  });

  it('leaves out what the css sets itself, and what only that would have read', () => {
    const own = readProperties(':root { --action-color: green }');
    const kept = pruneTokens('.button { color: var(--button-color) }', tokens, own);
    expect([...kept.keys()]).toEqual(['--button-color']);
  });

  it('stops at tokens that read each other', () => {
    const loop = readProperties(':root { --a: var(--b); --b: var(--a) }');
    expect([...pruneTokens('p { margin: var(--a) }', loop, new Map()).keys()]).toEqual(['--a', '--b']);
  });
});
