import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installIfMissing, needProgram, type Program } from '../support/installed-program.ts';
import { ROOT } from '../support/real-content.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const ANALYZE: Program = {
  naam: 'systemd-analyze',
  names: ['systemd-analyze'],
  variable: 'SYSTEMD_ANALYZE_PATH',
  debian: 'systemd',
};

const manual = readFileSync(join(ROOT, 'docs', 'install.md'), 'utf8');

/** Writes the units of the manual to a folder, with that for several servers made by its own command; gives their names. */
function writeUnits(folder: string): string[] {
  const units = [...manual.matchAll(/`\/etc\/systemd\/system\/(\S+)`:\n```ini\n(.*?)```/gs)];
  // Where Node is differs; that there is a program at all is what can be looked at.
  for (const [, name = '', text = ''] of units)
    writeFileSync(join(folder, name), text.replace('/usr/bin/node', process.execPath));
  const [command = ''] = /^sed .* > rdm-wegwijzer@\.service$/m.exec(manual) ?? [];
  execFileSync('sh', ['-c', command], { cwd: folder });
  return [...units.map(([, name = '']) => name), 'rdm-wegwijzer@.service'];
}

/** What systemd says of these units. */
function listFaults(folder: string, names: readonly string[]): string[] {
  const paths = names.map((name) => join(folder, name.replace('@.', '@3001.')));
  const { stderr } = spawnSync(needProgram(ANALYZE), ['verify', ...paths], { encoding: 'utf8' });
  // It reads the units of the machine that ours name as well.
  return stderr.split('\n').filter((line) => line.includes('rdm-wegwijzer'));
}

it('the units of the manual are in order, by systemd itself', () => {
  installIfMissing([ANALYZE]);
  const folder = makeTempDir();
  const names = writeUnits(folder);
  expect(names).toEqual(['rdm-wegwijzer.service', 'rdm-wegwijzer.socket', 'rdm-wegwijzer@.service']);
  expect(listFaults(folder, names)).toEqual([]);
  const template = join(folder, 'rdm-wegwijzer@.service');
  const text = readFileSync(template, 'utf8');
  expect(text).toContain('\nEnvironment=PORT=%i\n');
  expect(text).not.toContain('.socket');
  writeFileSync(template, text.replace('LimitCORE=', 'LimitKERN='));
  expect(listFaults(folder, names)).toHaveLength(1);
});
