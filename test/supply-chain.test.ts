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

const readJson = (pad: string): unknown => JSON.parse(readFileSync(join(ROOT, pad), 'utf8'));
const project = readJson('package.json') as Pakket;
const { packages } = readJson('package-lock.json') as { packages: Readonly<Record<string, Pakket>> };
const pakketten = Object.entries(packages).filter(([pad]) => pad !== '');
const toNaam = (pad: string) => pad.slice(pad.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The file of a package itself; null for one that is for another system, so not installed. */
const readInstalled = (pad: string) =>
  existsSync(join(ROOT, pad, 'package.json')) ? (readJson(`${pad}/package.json`) as Pakket) : null;

/** Licences under which this project may hand out or use a package. */
const TOEGESTAAN = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'OFL-1.1', 'EUPL-1.2'],
  ...['MIT-0', '0BSD', 'BlueOak-1.0.0'],
]);
/** Packages that name no licence in their package.json, with the licence that they have and where that stands. */
const ZONDER_VERMELDING: Readonly<Record<string, string>> = {
  // Its file LICENSE is the text of the MIT licence.
  'png-js': 'MIT',
};

/** The licence of a package; one for another system, which is not here to be read, has that of the package that names it. */
function findLicentie(pad: string, { license }: Pakket): string | undefined {
  const naam = toNaam(pad);
  const eigen = license ?? readInstalled(pad)?.license ?? ZONDER_VERMELDING[naam];
  if (eigen !== undefined || readInstalled(pad)) return eigen;
  return pakketten.find(([, { optionalDependencies = {} }]) => naam in optionalDependencies)?.[1].license;
}

/** Whether one of the licences to choose from is allowed. */
const isToegestaan = (licentie: string | undefined) =>
  licentie
    ?.replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((keuze) => TOEGESTAAN.has(keuze)) ?? false;

describe('the packages', () => {
  it('are named with an exact version, which is the one in the lock file', () => {
    const root = packages[''];
    expect(root).toMatchObject({
      dependencies: project.dependencies,
      devDependencies: project.devDependencies,
    });
    for (const [naam, versie] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
      expect(versie, naam).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(packages[`node_modules/${naam}`]?.version, naam).toBe(versie);
    }
  });

  it('say for which Node.js the site is', () => {
    expect(project.engines).toEqual({ node: '>=20.19' });
    expect(packages['']?.engines).toEqual(project.engines);
  });

  it('are recognised by their contents', () => {
    const zonder = pakketten.filter(
      ([pad, { integrity }]) => readInstalled(pad) && !integrity?.startsWith('sha512-'),
    );
    expect(zonder.map(([pad]) => pad)).toEqual([]);
  });

  it('have a licence that is allowed', () => {
    expect(pakketten.length).toBeGreaterThan(100);
    const fout = pakketten
      .map(([pad, pakket]) => [pad, findLicentie(pad, pakket)] as const)
      .filter(([, licentie]) => !isToegestaan(licentie));
    expect(fout).toEqual([]);
  });

  it('leave no exception that is not needed', () => {
    for (const naam of Object.keys(ZONDER_VERMELDING)) {
      expect(readInstalled(`node_modules/${naam}`)).not.toHaveProperty('license');
      expect(readFileSync(join(ROOT, 'node_modules', naam, 'LICENSE'), 'utf8')).toContain('MIT License');
    }
  });

  it('run no script when they are installed', () => {
    const scripts = pakketten.flatMap(([pad, { hasInstallScript = false }]) => {
      const eigen = Object.keys(readInstalled(pad)?.scripts ?? {});
      const installs = eigen.some((naam) => ['preinstall', 'install', 'postinstall'].includes(naam));
      return hasInstallScript || installs || existsSync(join(ROOT, pad, 'binding.gyp')) ? [pad] : [];
    });
    expect(scripts).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });
});

describe('npm run sbom', () => {
  it('gives a CycloneDX list of the packages that run with the site, and no others', () => {
    const bestand = join(makeTempDir(), 'dist', 'sbom.cdx.json');
    writeSbom(ROOT, bestand);
    const sbom = JSON.parse(readFileSync(bestand, 'utf8'));
    expect(sbom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: expect.stringMatching(/^1\.\d$/),
      serialNumber: expect.stringMatching(/^urn:uuid:[\da-f-]{36}$/),
      metadata: { component: { type: 'application', purl: `pkg:npm/rdm-wegwijzer@${project.version}` } },
    });
    const genoemd = sbom.components.map((component: Record<string, unknown>) => {
      expect(component).toMatchObject({
        purl: expect.stringMatching(/^pkg:npm\//),
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) }],
      });
      return `${component.name}@${component.version}`;
    });
    const productie = pakketten
      .filter(([, { dev, devOptional }]) => !dev && !devOptional)
      .map(([pad, { version }]) => `${toNaam(pad)}@${version}`);
    expect(new Set(genoemd)).toEqual(new Set(productie));
    expect(productie).toContain(`express@${project.dependencies?.express}`);
    const refs = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref']);
    expect(sbom.dependencies.map(({ ref }: { ref: string }) => ref).sort()).toEqual(refs.sort());
    expect(refs).toEqual(
      expect.arrayContaining(
        sbom.dependencies.flatMap(({ dependsOn }: { dependsOn: string[] }) => dependsOn),
      ),
    );
  });
});
