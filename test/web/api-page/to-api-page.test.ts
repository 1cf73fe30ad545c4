import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { toCurl } from '../../../src/web/api-page/to-api-page.ts';

/** The arguments that a shell makes of a command. */
function readArgs(command: string): string[] {
  // After -- node takes no options of curl for its own.
  const script = command.replace(/^curl/, "node -p 'JSON.stringify(process.argv.slice(1))' --");
  return JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' }));
}

describe('toCurl', () => {
  it('geeft een shell precies het adres', () => {
    const url = "https://wegwijzer.example/api/v1/zoeken?q=thema's&x=$HOME";
    expect(readArgs(toCurl({ url }))).toEqual([url]);
  });

  it('geeft een shell precies de inhoud, ook met aanhalingstekens en dollars erin', () => {
    const body = { tekst: `'s morgens "$(id)" \`id\` \\ en\nmeer` };
    const [url, , kop, , content = ''] = readArgs(
      toCurl({ url: 'https://wegwijzer.example/api/v1/adviezen', body }),
    );
    expect([url, kop]).toEqual([
      'https://wegwijzer.example/api/v1/adviezen',
      'Content-Type: application/json',
    ]);
    expect(JSON.parse(content)).toEqual(body);
  });
});
