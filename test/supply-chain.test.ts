import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeSbom } from '../src/cli/write-sbom.ts';
import { ROOT } from './support/real-content.ts';
import { makeTempDir } from './support/temp-dir.ts';

interface Pakket {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const project = readJson('package.json') as Pakket;
const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, Pakket>> };
const parcels = Object.entries(packages).filter(([path]) => path !== '');
const toName = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The file of a package itself; null for one that is for another system, so not installed. */
const readInstalled = (path: string) =>
  existsSync(join(ROOT, path, 'package.json')) ? (readJson(`${path}/package.json`) as Pakket) : null;

/** Licences under which this project may hand out or use a package. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1', 'EUPL-1.2'],
  ...['MIT-0', '0BSD', 'BlueOak-1.0.0'],
]);
/** Licences under which it may use a package to build and test with, but hands nothing out. */
const ALLOWED_IN_DEVELOPMENT = new Set([...ALLOWED, 'Python-2.0']);
/** Packages that name no licence in their package.json, with the licence that they have and where that stands. */
const WITHOUT_MENTION: Readonly<Record<string, string>> = {
  // Its file LICENSE is the text of the MIT licence.
  'png-js': 'MIT',
};

/** The licence of a package; one for another system, which is not here to be read, has that of the package that names it. */
function findLicence(path: string, { license }: Pakket): string | undefined {
  const naam = toName(path);
  const own = license ?? readInstalled(path)?.license ?? WITHOUT_MENTION[naam];
  if (own !== undefined || readInstalled(path)) return own;
  return parcels.find(([, { optionalDependencies = {} }]) => naam in optionalDependencies)?.[1].license;
}

/** Whether one of the licences to choose from is allowed. */
const isAllowed = (licence: string | undefined, allowed = ALLOWED) =>
  licence
    ?.replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => allowed.has(choice)) ?? false;

describe('the packages', () => {
  it('are named with an exact version, which is the one in the lock file', () => {
    const root = packages[''];
    expect(root).toMatchObject({
      dependencies: project.dependencies,
      devDependencies: project.devDependencies,
    });
    for (const [naam, named] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
      // One may be here under another name (docs/decisions/0029-two-compilers.md).
      const version = named.replace(/^npm:.+@/, '');
      expect(version, naam).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(packages[`node_modules/${naam}`]?.version, naam).toBe(version);
    }
  });

  it('say for which Node.js the site is', () => {
    expect(project.engines).toEqual({ node: '>=20.19' });
    expect(packages['']?.engines).toEqual(project.engines);
  });

  it('are recognised by their contents', () => {
    const without = parcels.filter(
      ([path, { integrity }]) => readInstalled(path) && !integrity?.startsWith('sha512-'),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it('have a licence that is allowed', () => {
    expect(parcels.length).toBeGreaterThan(100);
    const fault = parcels
      .map(([path, pakket]) => [path, findLicence(path, pakket), pakket.dev] as const)
      .filter(([, licence, dev]) => !isAllowed(licence, dev ? ALLOWED_IN_DEVELOPMENT : ALLOWED));
    expect(fault).toEqual([]);
  });

  it('leave no exception that is not needed', () => {
    for (const naam of Object.keys(WITHOUT_MENTION)) {
      expect(readInstalled(`node_modules/${naam}`)).not.toHaveProperty('license');
      expect(readFileSync(join(ROOT, 'node_modules', naam, 'LICENSE'), 'utf8')).toContain('MIT License');
    }
  });

  it('run no script when they are installed', () => {
    const scripts = parcels.flatMap(([path, { hasInstallScript = false }]) => {
      const own = Object.keys(readInstalled(path)?.scripts ?? {});
      const installs = own.some((naam) => ['preinstall', 'install', 'postinstall'].includes(naam));
      return hasInstallScript || installs || existsSync(join(ROOT, path, 'binding.gyp')) ? [path] : [];
    });
    expect(scripts).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('npm run sbom', () => {
  it('gives a CycloneDX list of the packages that run with the site or go to the browser, and no others', () => {
    const bestand = join(makeTempDir(), 'dist', 'sbom.cdx.json');
    writeSbom(ROOT, bestand);
    const sbom = JSON.parse(readFileSync(bestand, 'utf8'));
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: expect.stringMatching(/^1\.\d$/),
      serialNumber: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
      metadata: {
        component: {
          type: 'application',
          name: 'rdm-wegwijzer',
          purl: `pkg:npm/rdm-wegwijzer@${project.version}`,
        },
      },
    });
    // What the build of the style sheet and the font reads.
    const read = ['views/assets/css/components.css', 'src/build/build-assets.ts'].map((path) =>
      readFileSync(join(ROOT, path), 'utf8'),
    );
    const inBrowser = new Set(
      [...read.join('\n').matchAll(/["'](@[\w-]+\/[\w-]+)\//g)].map(([, naam = '']) => naam),
    );
    expect(inBrowser.size).toBeGreaterThan(10);
    const named = sbom.components.map((component: Record<string, unknown>) => {
      expect(component).toMatchObject({
        purl: expect.stringMatching(/^pkg:npm\//),
        licenses: [{ license: { id: expect.any(String) } }],
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) }],
      });
      return `${component.name}@${component.version}`;
    });
    const production = parcels
      .filter(([path, { dev, devOptional }]) => (!dev && !devOptional) || inBrowser.has(toName(path)))
      .map(([path, { version }]) => `${toName(path)}@${version}`);
    expect(new Set(named)).toEqual(new Set(production));
    expect(production).toContain(`express@${project.dependencies?.express}`);
    const refs = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']);
    expect(sbom.dependencies.map(({ ref }: { ref: string }) => ref).sort()).toEqual(refs.sort());
    expect(refs).toEqual(
      expect.arrayContaining(
        sbom.dependencies.flatMap(({ dependsOn }: { dependsOn: string[] }) => dependsOn),
      ),
    );
  });
});
