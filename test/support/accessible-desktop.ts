import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { makeTempDir } from './temp-dir.ts';

const run = promisify(execFile);
// Nothing of the own settings of who runs the tests.
const PATH = '/usr/bin:/bin';
/** Debian's way to start the bus on which programs tell what they show. */
export const AT_SPI_LAUNCHER = '/usr/libexec/at-spi-bus-launcher';

/** What a screen reader is told of one thing on a page. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly description: string;
}

/** A screen that nobody sees, with programs on it that tell a screen reader what they show. */
export interface AccessibleDesktop {
  /** For programs that are to be on it. */
  readonly env: Readonly<Record<string, string>>;
  /** What is told of the page with this title, in its order; empty while it is not there whole. */
  readonly read: (title: string) => Promise<Spoken[]>;
}

/** Prints what is told of a page, as JSON. */
const READER = `
import json, sys, gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi
found = []
def walk(node, inside):
    if node is None: return
    role = node.get_role_name()
    page = role == 'document web' and node.get_name().startswith(sys.argv[1])
    if page and node.get_state_set().contains(Atspi.StateType.BUSY): return
    inside = inside or page
    if inside: found.append({'role': role, 'name': node.get_name(), 'description': node.get_description()})
    for place in range(node.get_child_count()): walk(node.get_child_at_index(place), inside)
try:
    walk(Atspi.get_desktop(0), False)
    print(json.dumps(found))
except gi.repository.GLib.Error:
    # A part went away meanwhile.
    print('[]')
`;

/** Starts such a screen, until the end of the test. */
export async function startAccessibleDesktop(): Promise<AccessibleDesktop> {
  const home = makeTempDir();
  const own = { PATH, HOME: home, XDG_RUNTIME_DIR: home, LC_ALL: 'C.UTF-8' };
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], own);
  const DISPLAY = `:${await readLine(screen.stdio[3] as Readable)}`;
  const bus = start('dbus-daemon', ['--session', '--nofork', '--print-address=3'], { ...own, DISPLAY });
  const DBUS_SESSION_BUS_ADDRESS = await readLine(bus.stdio[3] as Readable);
  const env = { ...own, DISPLAY, DBUS_SESSION_BUS_ADDRESS, GNOME_ACCESSIBILITY: '1' };
  start(AT_SPI_LAUNCHER, ['--launch-immediately', '--a11y=1'], env);
  return {
    env,
    async read(title) {
      const { stdout } = await run('/usr/bin/python3', ['-c', READER, title], { env });
      return JSON.parse(stdout) as Spoken[];
    },
  };
}

function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  return child;
}

async function readLine(stream: Readable): Promise<string> {
  const [line] = (await once(stream, 'data')) as [Buffer];
  return line.toString().trim();
}
