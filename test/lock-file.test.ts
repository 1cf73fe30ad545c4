import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/real-content.ts';

interface Pakket {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Pakket>>;
};

describe('package-lock.json', () => {
  // A registry that lacks packages for other systems makes npm leave them out, and then `npm ci` refuses the file.
  it('noemt ook de pakketten voor andere systemen, zodat npm ci overal werkt', () => {
    const named = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (naam) => !(`node_modules/${naam}` in packages) && !(`${path}/node_modules/${naam}` in packages),
      ),
    );
    expect(named).toEqual([]);
  });

  it('noemt geen adressen om van te downloaden', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });
});
