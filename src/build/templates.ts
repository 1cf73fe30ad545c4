import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toTemplateKey, writeTemplate } from '../adapters/templates/compile-template.ts';
import { readTemplates, SjabloonFout } from '../adapters/templates/read-templates.ts';

// Compiles the templates, and puts the functions where the server looks for them.
const views = fileURLToPath(new URL('../../views', import.meta.url));
const target = fileURLToPath(new URL('../adapters/templates/precompiled.js', import.meta.url));

try {
  const functies = Object.values(readTemplates(views))
    .flat()
    .map((sjabloon) => `${JSON.stringify(toTemplateKey(sjabloon))}: () => (${writeTemplate(sjabloon)})`);
  writeFileSync(target, `export const PRECOMPILED = {\n${functies.join(',\n')}\n};\n`);
} catch (error) {
  // The start names what is wrong.
  if (!(error instanceof SjabloonFout)) throw error;
}
