import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createViews } from '../../../src/adapters/handlebars-views.ts';
import type { Antwoorden } from '../../../src/domain/model/antwoorden.ts';
import { toVoortgang } from '../../../src/domain/questions/navigation.ts';
import { joinGzip, joinPlain } from '../../../src/published/gzip-parts.ts';
import { createRenderPagina } from '../../../src/web/page.ts';
import { createQuestionView } from '../../../src/web/questions/create-question-view.ts';
import { arbitraryAntwoorden, SEED } from '../../support/arbitrary-antwoorden.ts';
import { content, model, ROOT } from '../../support/real-content.ts';
import { vignettes } from '../../support/vignettes.ts';

const views = createViews(join(ROOT, 'views'));
const assets = { css: '/s.css', font: '/f.woff2', favicon: '/f.svg', js: [], eigenCss: null };
const render = createRenderPagina(views, assets, content.noodnummers);
const stand = `?a=${'x'.repeat(20)}_-&v=y<"'`;

const view = createQuestionView({ content, model, views, render });

it('gives the same bytes from the piece that is ready as rendered, plain and unpacked', () => {
  let ready = 0;
  const compare = (antwoorden: Antwoorden) => {
    const voortgang = toVoortgang(model, antwoorden);
    const { volgende } = voortgang;
    if (!volgende) return;
    const made = view(volgende, voortgang, stand);
    // With what was filled in it is rendered as any page.
    const rendered = view(volgende, voortgang, stand, { gekozen: [] });
    if (made[0]?.bytes !== rendered[0]?.bytes) ready += 1;
    const html = joinPlain(rendered).toString();
    expect(joinPlain(made).toString()).toBe(html);
    expect(gunzipSync(Buffer.from(joinGzip(made), 'latin1')).toString()).toBe(html);
    expect(html).toContain(`action="/vragen/${volgende.slug}${views.escape(stand)}"`);
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
