import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CustomProperties, readProperties } from '../../src/build/collect-css.ts';
import { buildStyleSheet } from './built-assets.ts';
import { toContrast } from './contrast.ts';

/** Text and what it stands on. */
const textPairs = [
  ['--utrecht-document-color', '--utrecht-document-background-color'],
  ['--utrecht-document-color', '--rdm-kleur-vlak'],
  ['--utrecht-document-color', '--rdm-kleur-primair-licht'],
  ['--utrecht-document-color', '--rdm-kleur-fout-licht'],
  ['--rdm-kleur-tekst-zacht', '--rdm-kleur-pagina'],
  ['--rdm-kleur-tekst-zacht', '--rdm-kleur-vlak'],
  ['--rdm-kleur-tekst-zacht', '--rdm-kleur-primair-licht'],
  ['--utrecht-link-color', '--rdm-kleur-pagina'],
  ['--utrecht-link-color', '--rdm-kleur-vlak'],
  ['--utrecht-link-color', '--rdm-kleur-primair-licht'],
  ['--utrecht-link-hover-color', '--rdm-kleur-pagina'],
  ['--utrecht-link-focus-color', '--utrecht-link-focus-background-color'],
  ['--utrecht-breadcrumb-nav-link-color', '--rdm-kleur-pagina'],
  ['--utrecht-skip-link-color', '--utrecht-skip-link-background-color'],
  ['--rdm-kleur-op-primair', '--rdm-kleur-primair'],
  ['--rdm-kleur-primair-donker', '--rdm-kleur-pagina'],
  ['--rdm-kleur-primair-donker', '--rdm-kleur-primair-licht'],
  ['--utrecht-page-footer-color', '--utrecht-page-footer-background-color'],
  ['--utrecht-button-primary-action-color', '--utrecht-button-primary-action-background-color'],
  ['--utrecht-button-primary-action-hover-color', '--utrecht-button-primary-action-hover-background-color'],
  ['--utrecht-button-primary-action-active-color', '--utrecht-button-primary-action-active-background-color'],
  ['--utrecht-button-primary-action-focus-color', '--utrecht-button-primary-action-focus-background-color'],
  ['--utrecht-button-secondary-action-color', '--utrecht-button-secondary-action-background-color'],
  [
    '--utrecht-button-secondary-action-hover-color',
    '--utrecht-button-secondary-action-hover-background-color',
  ],
  ['--utrecht-form-label-color', '--rdm-kleur-pagina'],
  ['--utrecht-form-field-description-color', '--rdm-kleur-pagina'],
  ['--utrecht-form-field-error-message-color', '--rdm-kleur-pagina'],
  ['--utrecht-textbox-color', '--utrecht-textbox-background-color'],
  ['--utrecht-textbox-invalid-color', '--utrecht-textbox-invalid-background-color'],
  ['--utrecht-textarea-read-only-color', '--utrecht-textarea-read-only-background-color'],
  ['--utrecht-select-color', '--utrecht-select-background-color'],
  ['--utrecht-alert-info-color', '--utrecht-alert-info-background-color'],
  ['--utrecht-alert-ok-color', '--utrecht-alert-ok-background-color'],
  ['--utrecht-alert-warning-color', '--utrecht-alert-warning-background-color'],
  ['--utrecht-alert-error-color', '--utrecht-alert-error-background-color'],
  ['--utrecht-badge-color', '--utrecht-badge-background-color'],
  ['--rdm-kleur-goed', '--rdm-kleur-goed-licht'],
  ['--rdm-kleur-goed', '--rdm-kleur-pagina'],
  ['--rdm-kleur-fout', '--rdm-kleur-fout-licht'],
  ['--rdm-kleur-fout', '--rdm-kleur-pagina'],
  ['--rdm-kleur-op-fout', '--rdm-kleur-fout'],
  ['--rdm-kleur-open', '--rdm-kleur-open-licht'],
  ['--rdm-kleur-stil', '--rdm-kleur-stil-licht'],
  ['--utrecht-table-header-cell-color', '--utrecht-table-header-background-color'],
] as const;

/** Borders, signs and focus, and what they stand on. */
const uiPairs = [
  ['--rdm-kleur-rand', '--rdm-kleur-pagina'],
  ['--rdm-kleur-rand', '--rdm-kleur-vlak'],
  ['--rdm-kleur-rand', '--rdm-kleur-primair-licht'],
  ['--rdm-kleur-primair', '--rdm-kleur-primair-licht'],
  ['--rdm-kleur-accent', '--rdm-kleur-primair'],
  ['--rdm-kleur-goed-rand', '--rdm-kleur-goed-licht'],
  ['--rdm-kleur-fout-rand', '--rdm-kleur-fout-licht'],
  ['--rdm-kleur-open-rand', '--rdm-kleur-open-licht'],
  ['--rdm-kleur-stil-rand', '--rdm-kleur-stil-licht'],
  ['--utrecht-textbox-border-color', '--utrecht-textbox-background-color'],
  ['--utrecht-textbox-invalid-border-color', '--rdm-kleur-pagina'],
  ['--utrecht-textarea-border-color', '--utrecht-textarea-background-color'],
  ['--utrecht-select-border-color', '--utrecht-select-background-color'],
  ['--utrecht-radio-button-border-color', '--utrecht-radio-button-background-color'],
  ['--utrecht-radio-button-checked-color', '--utrecht-radio-button-checked-background-color'],
  ['--utrecht-radio-button-checked-focus-color', '--utrecht-radio-button-checked-focus-background-color'],
  ['--utrecht-button-secondary-action-border-color', '--rdm-kleur-pagina'],
  ['--utrecht-alert-error-border-color', '--utrecht-alert-error-background-color'],
  ['--utrecht-alert-warning-border-color', '--utrecht-alert-warning-background-color'],
  // The ring of focus is two lines: the dark one shows on light, the light one on dark.
  ['--utrecht-focus-outline-color', '--rdm-kleur-pagina'],
  ['--utrecht-focus-outline-color', '--rdm-kleur-fout-licht'],
  ['--utrecht-focus-outline-color', '--utrecht-focus-inverse-outline-color'],
  ['--utrecht-focus-inverse-outline-color', '--rdm-kleur-primair'],
  ['--utrecht-focus-inverse-outline-color', '--rdm-kleur-primair-donker'],
] as const;

/** Follows a custom property through the others to a colour. */
function resolve(properties: CustomProperties, name: string): string {
  const value = properties.get(name);
  if (value === undefined) throw new Error(`${name} has no value`);
  const reference = /^var\(\s*(--[\w-]+)\s*\)$/.exec(value);
  const color = reference?.[1] === undefined ? value : resolve(properties, reference[1]);
  return color === 'rgba(0, 0, 0, 0)' ? resolve(properties, '--rdm-kleur-pagina') : color;
}

describe('contrast of the theme', () => {
  let site: Awaited<ReturnType<typeof buildStyleSheet>>;
  let properties: CustomProperties;

  beforeAll(async () => {
    site = await buildStyleSheet();
    const roots = [...site.css.matchAll(/:root{([^}]*)}/g)].map((match) => match[1]);
    properties = readProperties(roots.join(';'));
  });
  afterAll(() => rm(site.target, { recursive: true }));

  it('follows the formula of WCAG', () => {
    expect(toContrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(toContrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(textPairs)('text %s on %s is at least 4.5', (text, background) => {
    const ratio = toContrast(resolve(properties, text), resolve(properties, background));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it.each(uiPairs)('line or sign %s on %s is at least 3', (line, background) => {
    const ratio = toContrast(resolve(properties, line), resolve(properties, background));
    expect(ratio).toBeGreaterThanOrEqual(3);
  });
});
