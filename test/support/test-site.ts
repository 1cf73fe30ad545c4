/** The moment at which tests take place, unless they say otherwise. */
export const NOW = new Date('2026-11-21T09:00:00Z');
/** Under which the test app says that it can be found. */
export const BASE_URL = 'http://localhost:3000';
