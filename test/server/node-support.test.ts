import { expect, it } from 'vitest';
import { findVerouderdeNode } from '../../src/server/node-support.ts';

it.each<[versie: string, day: string, melding: string | null]>([
  ['20.20.2', '2026-04-30', null],
  ['20.20.2', '2026-05-01', 'Node 20 krijgt sinds 30 april 2026 geen reparaties meer. Stap over op Node 24.'],
  ['22.12.0', '2026-11-22', null],
  ['22.12.0', '2027-05-01', 'Node 22 krijgt sinds 30 april 2027 geen reparaties meer. Stap over op Node 24.'],
  ['24.1.0', '2026-11-22', null],
  ['99.0.0', '2026-11-22', null],
])('what an operator should know of Node %s on %s', (version, day, message) => {
  expect(findVerouderdeNode(version, new Date(`${day}T12:00:00Z`))).toBe(message);
});
