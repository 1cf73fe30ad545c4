import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { useCompiledSource } from '../support/compile-source.ts';
import { NIEUWE_MELDING, openTestStore } from '../support/open-test-store.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const compiled = useCompiledSource();

it('runs as a process of its own, on the folder of DATA_DIR', async () => {
  const dataDir = makeTempDir();
  const { meldingen } = await openTestStore(dataDir);
  await meldingen.report(NIEUWE_MELDING);
  const env = { DATA_DIR: dataDir };
  const json = execFileSync(process.execPath, [compiled('cli/meldingen-cli.js'), '--json'], {
    env,
    encoding: 'utf8',
  });
  expect(JSON.parse(json)).toEqual(meldingen.lijst());
  const fout = spawnSync(process.execPath, [compiled('cli/meldingen-cli.js'), 'sluit', '9'], {
    env,
    encoding: 'utf8',
  });
  expect({ status: fout.status, stderr: fout.stderr }).toEqual({
    status: 1,
    stderr: 'Er is geen melding met nummer 9.\n',
  });
  const instelling = spawnSync(process.execPath, [compiled('cli/meldingen-cli.js')], {
    env: { ...env, PORT: 'x' },
    encoding: 'utf8',
  });
  expect(instelling.status).toBe(1);
  expect(instelling.stderr).toContain('PORT moet een poortnummer zijn');
});
