import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import { NEW_CORRECTION, openTestStore } from '../support/open-test-store.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const compiled = useCompiledSource();

it('runs as a process of its own, on the folder of DATA_DIR', async () => {
  const dataDir = makeTempDir();
  const { meldingen } = await openTestStore(dataDir);
  await meldingen.report(NEW_CORRECTION);
  const env = { DATA_DIR: dataDir };
  const json = execFileSync(process.execPath, [compiled('cli/corrections-cli.js'), '--json'], {
    env,
    encoding: 'utf8',
  });
  expect(JSON.parse(json)).toEqual(await meldingen.lijst());
  const fault = spawnSync(process.execPath, [compiled('cli/corrections-cli.js'), 'sluit', '9'], {
    env,
    encoding: 'utf8',
  });
  expect({ status: fault.status, stderr: fault.stderr }).toEqual({
    status: 1,
    stderr: 'Er is geen melding met nummer 9.\n',
  });
  const setting = spawnSync(process.execPath, [compiled('cli/corrections-cli.js')], {
    env: { ...env, PORT: 'x' },
    encoding: 'utf8',
  });
  expect(setting.status).toBe(1);
  expect(setting.stderr).toContain('PORT moet een poortnummer zijn');
});
