import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { WriteEml } from '../domain/ports/mail-concept.ts';
import type { StandZegel } from '../domain/ports/stand-zegel.ts';
import type { Views } from '../domain/ports/views.ts';
import type { RenderPagina } from './page.ts';

/** What the pages need; made once at start. */
export interface WebDeps {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly evaluate: Evaluate;
  readonly zegel: StandZegel;
  readonly views: Views;
  readonly render: RenderPagina;
  readonly writeEml: WriteEml;
  readonly now: () => Date;
}
