import { runBundle } from './run-bundle.ts';

// The bundle of the build; without it the code as it was compiled.
if (!runBundle()) await import('./main.ts');
