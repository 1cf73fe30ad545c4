import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What this needs of a CycloneDX document; all else in it is kept as it is. */
interface Sbom {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly Section[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Section {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly licenses?: readonly object[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** For npm these are for development, but the build puts their css and font into the files for the browser. */
const SHIPPED =
  /^(@utrecht\/.+-css|@nl-design-system-unstable\/voorbeeld-design-tokens|@fontsource-variable\/source-sans-3)$/;
/** The licences that stand in a file of the package, and not in its package.json. */
const LICENCES: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/**
 * Writes the software bill of materials (CycloneDX) of what is handed out: npm lists everything, and what is for
 * development alone is left out here, since npm's own `--omit dev` also leaves out what both need.
 */
export function writeSbom(root: string, bestand: string): void {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
  const all = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Npm takes the name of the folder.
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(dirname(bestand), { recursive: true });
  writeFileSync(bestand, `${JSON.stringify(keepProduction(JSON.parse(all), name), null, 2)}\n`);
}

function keepProduction(sbom: Sbom, name: string): Sbom {
  const components = sbom.components.filter((component) => !isForDevelopment(component)).map(addLicence);
  const stays = new Set([sbom.metadata.component['bom-ref'], ...components.map((deel) => deel['bom-ref'])]);
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component: { ...sbom.metadata.component, name } },
    components,
    dependencies: sbom.dependencies
      .filter(({ ref }) => stays.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((doel) => stays.has(doel)) })),
  };
}

function isForDevelopment({ name, properties = [] }: Section): boolean {
  const development = properties.some(
    (property) => property.name === 'cdx:npm:package:development' && property.value === 'true',
  );
  return development && !SHIPPED.test(name);
}

function addLicence(component: Section): Section {
  const id = LICENCES[component.name];
  return component.licenses || id === undefined
    ? component
    : { ...component, licenses: [{ license: { id } }] };
}
