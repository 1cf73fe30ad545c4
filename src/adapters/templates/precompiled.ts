import type { TemplateSpecification } from './runtime.ts';

/**
 * The templates as functions, by `toTemplateKey` of what they were made of. The build writes them in the compiled form of
 * this file (`build/templates.ts`); until then there are none, and each is compiled when it is first used.
 */
export const PRECOMPILED: Readonly<Record<string, () => TemplateSpecification>> = {};
