import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createViews } from '../../../src/adapters/handlebars-views.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { toVoortgang } from '../../../src/domain/questions/navigation.ts';
import { createRenderPagina } from '../../../src/web/page.ts';
import { createQuestionView } from '../../../src/web/questions/create-question-view.ts';
import { arbitraryAntwoorden, SEED } from '../../support/arbitrary-antwoorden.ts';
import { content, model, ROOT } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

const views = createViews(join(ROOT, 'views'));
const assets = { css: '/s.css', font: '/f.woff2', favicon: '/f.svg', js: [], eigenCss: null };
const render = createRenderPagina(views, assets, content.noodnummers);
const link = (pad: string) => `${pad}?a=${'x'.repeat(20)}_-&v=y<"'`;

const view = createQuestionView({ content, model, views, render });

it('gives the same bytes ready made as rendered, plain and unpacked', () => {
  let ready = 0;
  const compare = (antwoorden: Antwoorden) => {
    const voortgang = toVoortgang(model, antwoorden);
    const { volgende } = voortgang;
    if (!volgende) return;
    const made = view(volgende, voortgang, link);
    if (typeof made === 'string') return;
    ready += 1;
    // With what was filled in it is rendered as any page.
    const html = view(volgende, voortgang, link, { gekozen: [] });
    expect(made(false).toString()).toBe(html);
    expect(gunzipSync(made(true)).toString()).toBe(html);
  };
  for (const { antwoorden } of vignettes) {
    let nu: Antwoorden = {};
    for (let vraag = toVoortgang(model, nu).volgende; vraag; vraag = toVoortgang(model, nu).volgende) {
      compare(nu);
      const weetNiet = vraag.type === 'meerkeuze' ? ['weetNiet'] : 'weetNiet';
      nu = { ...nu, [vraag.feit]: antwoorden[vraag.feit] ?? weetNiet };
    }
  }
  fc.assert(fc.property(arbitraryAntwoorden, compare), { seed: SEED, numRuns: 300 });
  expect(ready).toBeGreaterThan(200);
});
