import { describe, expect, it } from 'vitest';
import { DAG, isVerouderd } from '../../src/domain/freshness/houdbaarheid.ts';
import { findPeildatum } from '../../src/domain/freshness/peildatum.ts';
import { content } from '../support/real-content.ts';

describe('findPeildatum', () => {
  it('gives a day on which the same is too old as today, whatever day that is', () => {
    const tekst = JSON.stringify(content);
    const controles = [...tekst.matchAll(/"gecontroleerd":"([^"]+)"/g)].map(([, dag]) => dag ?? '');
    expect(controles.length).toBeGreaterThan(50);
    const telVerouderd = (dag: Date) => controles.filter((controle) => isVerouderd(controle, dag)).length;
    const aantallen = new Set<number>();
    for (let dag = Date.parse('2025-06-01T23:30:00Z'); dag < Date.parse('2029-01-01'); dag += DAG) {
      const now = new Date(dag);
      const peildatum = findPeildatum(tekst, now);
      expect(peildatum.getTime()).toBeLessThanOrEqual(dag);
      expect(telVerouderd(peildatum), now.toISOString()).toBe(telVerouderd(now));
      aantallen.add(telVerouderd(now));
    }
    expect(aantallen.size).toBeGreaterThan(1);
  });
});
