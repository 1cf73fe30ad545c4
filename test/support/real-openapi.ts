import { join } from 'node:path';
import { createOpenApi } from '../../src/api/openapi/create-openapi.ts';
import { OPERATOR_UNKNOWN } from '../../src/domain/model/operator-info.ts';
import { createViews } from '../../src/templates/handlebars-views.ts';
import { content, evaluate, model, ROOT } from './real-content.ts';
import { search } from './real-search-index.ts';
import { BASE_URL, NOW } from './test-site.ts';
import { say } from './texts.ts';

/** What the description of the API is made of. */
export const OPEN_API_DEPS = {
  content,
  model,
  evaluate,
  views: createViews(join(ROOT, 'views')),
  say,
  zoeken: search,
  baseUrl: BASE_URL,
  operator: OPERATOR_UNKNOWN,
  now: () => NOW,
};
/** The description of the API as the test app gives it. */
export const openApi = await createOpenApi(OPEN_API_DEPS);
