import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { PRECOMPILED } from './precompiled.ts';
import type { TemplateSpecification } from './runtime.ts';

/** A template as people write it; one of a text (mail) is not HTML, and escapes nothing. */
export interface Sjabloon {
  readonly naam: string;
  readonly tekst: string;
  readonly noEscape: boolean;
}

/** A name that is no helper is a value, so nothing needs to look for a helper of that name. */
const OPTIES = {
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
};

const require = createRequire(import.meta.url);

/** The compiler; loaded for the first template that the build did not compile, so in most servers never. */
function loadCompiler(): typeof Handlebars {
  return require('handlebars');
}

/** Under what a compiled template is found back: other words are found under another key, or not at all. */
export function toTemplateKey({ tekst, noEscape }: Sjabloon): string {
  return createHash('sha256').update(`${noEscape} ${tekst}`).digest('base64url');
}

/** What was compiled in this process. */
const written = new Map<string, string>();

/** Compiles a template to JavaScript. @throws Error with what is wrong with how it is written. */
export function writeTemplate(sjabloon: Sjabloon): string {
  const key = toTemplateKey(sjabloon);
  const { tekst, noEscape } = sjabloon;
  const code = written.get(key) ?? String(loadCompiler().precompile(tekst, { ...OPTIES, noEscape }));
  written.set(key, code);
  return code;
}

/** Gives the compiled template, as the build made it or made now. */
export function compileTemplate(sjabloon: Sjabloon): TemplateSpecification {
  const found = PRECOMPILED[toTemplateKey(sjabloon)];
  return found ? found() : new Function(`return ${writeTemplate(sjabloon)}`)();
}

/** What is wrong with how a template is written; null when nothing is. */
export function findSchrijffout(sjabloon: Sjabloon): string | null {
  if (toTemplateKey(sjabloon) in PRECOMPILED) return null;
  try {
    writeTemplate(sjabloon);
    return null;
  } catch (error) {
    return (error as Error).message.replaceAll(/\s+/g, ' ');
  }
}
