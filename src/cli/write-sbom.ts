import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What this needs of a CycloneDX document; all else in it is kept as it is. */
interface Sbom {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly Section[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Section {
  readonly 'bom-ref': string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Writes the software bill of materials (CycloneDX) of what runs: npm lists everything, and what is for development
 * alone is left out here, since npm's own `--omit dev` also leaves out what both need.
 */
export function writeSbom(root: string, bestand: string): void {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const all = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  mkdirSync(dirname(bestand), { recursive: true });
  writeFileSync(bestand, `${JSON.stringify(keepProduction(JSON.parse(all)), null, 2)}\n`);
}

function keepProduction(sbom: Sbom): Sbom {
  const components = sbom.components.filter(({ properties = [] }) =>
    properties.every(({ name, value }) => name !== 'cdx:npm:package:development' || value !== 'true'),
  );
  const stays = new Set([sbom.metadata.component['bom-ref'], ...components.map((deel) => deel['bom-ref'])]);
  return {
    ...sbom,
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => stays.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((doel) => stays.has(doel)) })),
  };
}
