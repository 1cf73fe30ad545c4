/**
 * The hash of the code and the packages, which the build writes in the compiled form of this file (`build/code-id.ts`): what
 * one version of the code prepared is of no use to another. Code that is only compiled has none.
 */
export const CODE_ID: string | null = null;
