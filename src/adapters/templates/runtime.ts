import type Handlebars from 'handlebars';
import runtime from 'handlebars/runtime.js';

/** A template as the compiler of Handlebars writes it. */
export type TemplateSpecification = Parameters<typeof Handlebars.template>[0];

/** What renders templates that are compiled: a seventh of Handlebars. The package has no types for it. */
export const handlebars = runtime as unknown as Omit<typeof Handlebars, 'compile' | 'precompile' | 'parse'>;
