import { expect, it } from 'vitest';
import { readContentFiles } from '../../src/content/load-content.ts';
import { proveFiles } from '../../src/content/prove-files.ts';
import { giveAdvies } from '../../src/domain/advice/advies.ts';
import type { VasteCasus } from '../../src/domain/editing/draft.ts';
import { readPart, writePart } from '../../src/domain/editing/part.ts';
import type { Files } from '../../src/domain/editing/versions.ts';
import type { Antwoorden } from '../../src/domain/model/antwoorden.ts';
import { content, evaluate, model, projectFiles } from '../support/real-content.ts';
import { NOW } from '../support/test-site.ts';

const prove = (after: Files, vasteCasussen: { id: string; revision: number; value: VasteCasus }[] = []) =>
  proveFiles({ before: projectFiles, after, read: readContentFiles, vasteCasussen, now: NOW });

const topx = { bestand: 'rules/topx.json', naam: null };
const rules = readPart(projectFiles, topx) as { criteria: { voorwaarde?: object }[] };

/** The invented cases that lead to a table, kept as they are now. */
async function keepCases(tafel: string) {
  const cases = await Promise.all(
    content.voorbeelden.map(async ({ id, antwoorden }) => {
      const { uitkomst, tafels } = await giveAdvies(model, evaluate, antwoorden as Antwoorden);
      const rest = { tafels: [...tafels], door: 'anna', op: NOW.toISOString() };
      return { id, revision: 1, value: { naam: id, antwoorden, uitkomst, ...rest } };
    }),
  );
  return cases.filter(({ value }) => value.tafels.includes(tafel));
}

it('zegt van geen wijziging dat er niets verandert', async () => {
  const proof = await prove(projectFiles, await keepCases('topx'));
  expect(proof).toMatchObject({ fouten: [], wijzigingen: [], advies: { verandert: false, effecten: [] } });
  expect(proof.vasteCasussen).toEqual([]);
});

it('noemt een ander adres als wijziging, zonder gevolg voor het advies', async () => {
  const part = { bestand: 'tables/contacten.json', naam: 'zvh-e-mail' };
  const was = readPart(projectFiles, part) as Record<string, unknown>;
  const proof = await prove(writePart(projectFiles, part, { ...was, waarde: 'nieuw@example.org' }));
  expect(proof.wijzigingen).toEqual([
    {
      ...part,
      soort: 'anders',
      plaatsen: [{ plaats: 'waarde', van: was.waarde, naar: 'nieuw@example.org' }],
    },
  ]);
  expect(proof.advies?.verandert).toBe(false);
});

it('telt precies wat een andere regel doet', async () => {
  const [first, ...rest] = rules.criteria;
  const turned = { ...first, voorwaarde: { ...first?.voorwaarde, value: 'nee' } };
  const changed = writePart(projectFiles, topx, { ...rules, criteria: [turned, ...rest] });
  // Two of the invented cases are asked one question more now, and do not answer it.
  const { fouten, advies } = await prove(changed);
  // Such a fault says nothing against the rule.
  expect(advies?.verandert).toBe(true);
  const lacking = fouten.map(({ plaats }) => Number(plaats.split('.')[1]));
  expect(lacking).toHaveLength(2);
  const examples = { bestand: 'tables/voorbeelden.json', naam: null };
  const { voorbeelden } = readPart(changed, examples) as { voorbeelden: unknown[] };
  const after = writePart(changed, examples, {
    voorbeelden: voorbeelden.filter((_, at) => !lacking.includes(at)),
  });
  const proof = await prove(after);
  expect(proof.fouten).toEqual([]);
  expect(proof.advies?.verandert).toBe(true);
  const effect = proof.advies?.effecten.find(({ tafel, voorbeeld }) => tafel === 'topx' && voorbeeld);
  expect(effect?.tekst).toMatch(/: bij (1 op de [\d.]+|[\d,]+ %)\.$/);
  // Nothing is live yet.
  const teksten = proof.advies?.effecten.map(({ tekst }) => tekst).join('\n');
  expect(teksten).toMatch(/was “[^”]+”, wordt “[^”]+”/);
  expect(teksten).not.toContain('is nu ');
  // A number of thirty digits says nothing.
  expect(teksten).not.toMatch(/\d(\.\d{3}){3}|antwoordset/);
});

it('noemt een vaste casus die een andere uitkomst heeft dan bewaard, met beide', async () => {
  const [kept, ...others] = await keepCases('topx');
  if (!kept) throw new Error('Geen voorbeeld leidt naar TopX.');
  const was = { uitkomst: 'geenTafel', tafels: [] };
  const proof = await prove(projectFiles, [{ ...kept, value: { ...kept.value, ...was } }, ...others]);
  const { uitkomst, tafels } = kept.value;
  expect(proof.vasteCasussen).toMatchObject([{ id: kept.id, was, wordt: { uitkomst, tafels } }]);
});

it('zegt niets van het advies zolang een regel niet klopt, ook als die wel te lezen is', async () => {
  const [first, ...rest] = rules.criteria;
  const wrong = { ...first, voorwaarde: { ...first?.voorwaarde, value: ['ja', 'nee'] } };
  const proof = await prove(writePart(projectFiles, topx, { ...rules, criteria: [wrong, ...rest] }));
  expect(proof.fouten).toHaveLength(1);
  expect(proof.advies).toBeNull();
});

it('noemt bij fouten de plaats, en vergelijkt het advies niet als de inhoud daarvoor te stuk is', async () => {
  const proof = await prove(writePart(projectFiles, topx, { ...rules, criteria: 'niets' }));
  expect(proof.fouten[0]).toMatchObject({ bestand: 'rules/topx.json', plaats: 'criteria' });
  expect(proof.advies).toBeNull();
});
