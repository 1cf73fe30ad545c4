import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, vi } from 'vitest';
import { PATIENCE } from './patience.ts';
import { makeTempDir } from './temp-dir.ts';

const run = promisify(execFile);
// Nothing of the own settings of who runs the tests.
const PATH = '/usr/bin:/bin';
/** In characters and lines: no title is cut off, and most pages are seen whole; w3m shows no more lines than these. */
const SCREEN = { wide: 200, high: 200 };
/** The lowest line of w3m when it waits for a key. */
const STATUS = /Viewing <(.*)>\s*$/;

/** A text browser in a terminal, worked with the keyboard. */
export interface TextBrowser {
  /** The title of the page that it shows; empty while it is busy. */
  readonly readTitle: () => Promise<string>;
  /** What it shows, once that has this text; fails with what it shows instead. */
  readonly waitFor: (text: string | RegExp) => Promise<string>;
  /** Searches the page for a text, from its top; gives what it then shows, or fails with that when it is not there. */
  readonly find: (text: string) => Promise<string>;
  /** Follows the first link with this text, or presses the first such button; where `after` is given, the first after that. */
  readonly press: (text: string, after?: string) => Promise<void>;
  /** The same, and waits for the page that comes: its title begins so, or is another than that of this page. */
  readonly go: (text: string, title?: string) => Promise<void>;
  /** Presses a button that downloads, and saves what comes under the name that is offered; gives that, and what is in it. */
  readonly download: (
    button: string,
    after?: string,
  ) => Promise<{ naam: string; path: string; content: Buffer }>;
  /** Goes back to the page before. */
  readonly back: (title: string) => Promise<void>;
  /** Ticks the option with this text. */
  readonly tick: (option: string) => Promise<void>;
  /** Types in the field with this label, or names a file there. */
  readonly type: (label: string, text: string, after?: string) => Promise<void>;
  /** Chooses from the list with this label. */
  readonly choose: (label: string, option: string) => Promise<void>;
  /** Writes in the text area with this label, in the editor of the user. */
  readonly write: (label: string, text: string, after?: string) => Promise<void>;
}

/** Opens an address in w3m, until the end of the test. */
export async function openW3m(url: string): Promise<TextBrowser> {
  const dir = makeTempDir();
  const typed = join(dir, 'typed');
  const tmux = async (...args: readonly string[]) =>
    (await run('tmux', ['-f', '/dev/null', '-S', join(dir, 'tmux'), ...args])).stdout;
  // The editor puts in what was to be written.
  const env = { TERM: 'screen', PATH, HOME: dir, LC_ALL: 'C.UTF-8', EDITOR: `cp ${typed}` };
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const size = ['-x', String(SCREEN.wide), '-y', String(SCREEN.high)];
  const start = ['new-session', '-d', '-c', dir, ...size, 'env', '-i', ...settings, 'w3m', url];
  // A browser that ends by itself is seen to have done so.
  await tmux('set-option', '-g', 'remain-on-exit', 'on', ';', ...start);
  onTestFinished(async () => {
    await tmux('kill-server');
  });

  const read = () => tmux('capture-pane', '-p');
  const keys = (...names: readonly string[]) => tmux('send-keys', ...names);
  const readTitle = async () => STATUS.exec(await read())?.[1] ?? '';
  const waitForPrompt = (prompt: RegExp) =>
    vi.waitFor(async () => {
      const screen = await read();
      expect(screen).toMatch(prompt);
      return screen;
    });
  /** What is pressed while it is busy is lost. */
  const waitFor = (text: string | RegExp) =>
    vi.waitFor(async () => {
      const screen = await read();
      expect(screen).toMatch(STATUS);
      expect(screen).toMatch(text);
      return screen;
    });
  const waitForTitle = (begin: string) =>
    vi.waitFor(async () => expect((await readTitle()).slice(0, begin.length)).toBe(begin));

  /** Goes to the first place from the top that has these one after another, as with the key for searching. */
  async function search(...patterns: readonly (string | undefined)[]): Promise<void> {
    await keys('g');
    for (const pattern of patterns) {
      if (pattern === undefined) continue;
      await tmux('send-keys', '-l', `/${pattern}`);
      await keys('Enter');
    }
  }

  async function find(text: string): Promise<string> {
    await search(toPattern(text));
    return vi.waitFor(async () => {
      const screen = await read();
      // The lowest line tells what was searched for.
      expect(screen.trimEnd().split('\n').slice(0, -1).join('\n')).toContain(text);
      return screen;
    });
  }

  async function press(text: string, after?: string): Promise<void> {
    await search(after && toPattern(after), toPattern(text));
    await keys('Enter');
  }

  async function go(text: string, title?: string): Promise<void> {
    const here = await readTitle();
    await press(text);
    if (title !== undefined) await waitForTitle(title);
    else await vi.waitFor(async () => expect(['', here]).not.toContain(await readTitle()));
  }

  async function download(button: string, after?: string) {
    const shown = await read();
    await press(button, after);
    // A text it shows, and saves when asked to; of anything else it asks at once where to.
    const isText = await vi.waitFor(async () => {
      const screen = await read();
      expect(screen).not.toBe(shown);
      expect(screen).toMatch(/Save file to: \S+\s*$|Viewing <[^ ]*>\s*$/);
      return STATUS.test(screen);
    });
    if (isText) await keys('M-s');
    const asked = await waitForPrompt(/Save file to: \S+\s*$/);
    const naam = /Save file to: (\S+)\s*$/.exec(asked)?.[1] ?? '';
    await keys('Enter');
    await waitFor(/./);
    const path = join(dir, naam);
    const content = await vi.waitFor(async () => {
      expect(existsSync(path)).toBe(true);
      const { size: before } = statSync(path);
      await new Promise((resolve) => setTimeout(resolve, PATIENCE.interval));
      expect(before).toBeGreaterThan(0);
      expect(statSync(path).size).toBe(before);
      return readFileSync(path);
    });
    return { naam, path, content };
  }

  async function back(title: string): Promise<void> {
    await keys('B');
    await waitForTitle(title);
  }

  async function tick(option: string): Promise<void> {
    // To between the brackets.
    await search(String.raw`^[([] [)\]] ${toPattern(option)}`);
    await keys('l', 'Enter');
    await waitFor(new RegExp(String.raw`^[([]\*[)\]] ${toPattern(option)}`, 'm'));
  }

  /** To the field behind a label. */
  async function edit(label: string, after?: string): Promise<void> {
    await search(after && `^${toPattern(after)}`, `^${toPattern(label)}`);
    await keys('Tab', 'Enter');
  }

  async function type(label: string, text: string, after?: string): Promise<void> {
    await edit(label, after);
    await waitForPrompt(/(?:TEXT|Filename):[^\n]*\s*$/);
    // What stands there already.
    await keys('C-u');
    await tmux('send-keys', '-l', text);
    await keys('Enter');
    await waitFor(/./);
  }

  async function write(label: string, text: string, after?: string): Promise<void> {
    writeFileSync(typed, text);
    await edit(label, after);
    await waitFor(`[${text.split('\n')[0]?.slice(0, 18)}`);
  }

  async function choose(label: string, option: string): Promise<void> {
    await edit(label);
    // The menu that opens is searched as a page is.
    await tmux('send-keys', '-l', `/${toPattern(option)}`);
    await keys('Enter', 'Enter');
    await waitFor(new RegExp(String.raw`^\[${toPattern(option)} *\]`, 'm'));
  }

  return { readTitle, waitFor, find, press, go, download, back, tick, type, write, choose };
}

function toPattern(text: string): string {
  return text.replaceAll(/[\\[\](){}.*+?^$|/]/g, String.raw`\$&`);
}
