import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './support/real-content.ts';

/**
 * What the standard (0.7) and the parser that catalogues use (publiccode-parser-go) ask of the keys that we have; a key beside
 * these is a mistake. Of the tags for categories only those that could be ours: the list of the standard is long.
 */
const publiccode = z.strictObject({
  publiccodeYmlVersion: z.literal('0.7'),
  name: z.string().min(1),
  url: z.url({ protocol: /^https$/ }),
  softwareVersion: z.string(),
  platforms: z.array(z.string()).min(1),
  categories: z.array(
    z.enum([
      'business-process-management',
      'digital-citizenship',
      'knowledge-management',
      'workflow-management',
    ]),
  ),
  developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
  softwareType: z.literal('standalone/web'),
  description: z.record(
    z.enum(['en', 'nl']),
    z.strictObject({
      shortDescription: z.string().min(1).max(150),
      longDescription: z.string().min(150).max(10_000),
      features: z.array(z.string().min(1)).min(1),
    }),
  ),
  legal: z.strictObject({ license: z.string() }),
  maintenance: z.strictObject({
    type: z.enum(['internal', 'community']),
    contacts: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  }),
  localisation: z.strictObject({
    localisationReady: z.boolean(),
    availableLanguages: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  }),
});

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('publiccode.yml', () => {
  const yaml: object = parse(read('publiccode.yml'));

  it('has what the standard asks for, and the version and licence of this project', () => {
    const { version, license } = JSON.parse(read('package.json'));
    expect(publiccode.parse(yaml)).toMatchObject({ softwareVersion: version, legal: { license } });
  });

  it.each(['url', 'description', 'legal', 'maintenance', 'localisation'])('is refused without %s', (key) => {
    expect(publiccode.safeParse({ ...yaml, [key]: undefined }).success).toBe(false);
  });

  it('is refused with a category that the standard does not have', () => {
    expect(publiccode.safeParse({ ...yaml, categories: ['case-management'] }).success).toBe(false);
  });
});
