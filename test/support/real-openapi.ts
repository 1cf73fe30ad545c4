import { join } from 'node:path';
import { createOpenApi } from '../../src/api/openapi/create-openapi.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { content, evaluate, model, ROOT } from './real-content.ts';
import { search } from './real-search-index.ts';
import { BASE_URL, NOW } from './test-site.ts';
import { say } from './texts.ts';

/** The description of the API as the test app gives it. */
export const openApi = await createOpenApi({
  content,
  model,
  evaluate,
  views: createViews(join(ROOT, 'views')),
  say,
  zoeken: search,
  baseUrl: BASE_URL,
  now: () => NOW,
});
