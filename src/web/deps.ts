import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Beheer } from '../domain/model/beheer.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { WriteIcs } from '../domain/ports/agenda-item.ts';
import type { WriteEml } from '../domain/ports/mail-concept.ts';
import type { Meldingen } from '../domain/ports/meldingen.ts';
import type { WritePapier, WritePdf } from '../domain/ports/pakket-pdf.ts';
import type { StandZegel } from '../domain/ports/stand-zegel.ts';
import type { Tellingen } from '../domain/ports/tellingen.ts';
import type { Versturen } from '../domain/ports/versturen.ts';
import type { Views } from '../domain/ports/views.ts';
import type { WriteVcard } from '../domain/ports/visitekaart.ts';
import type { Zoeken } from '../domain/ports/zoekindex.ts';
import type { RenderPagina } from './page.ts';

/** What the pages need; made once at start. */
export interface WebDeps {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly evaluate: Evaluate;
  readonly zegel: StandZegel;
  readonly views: Views;
  readonly render: RenderPagina;
  readonly zoeken: Zoeken;
  readonly meldingen: Pick<Meldingen, 'meld'>;
  readonly tellingen: Tellingen;
  /** Sends referrals for users; null when the operator did not configure that. */
  readonly versturen: Versturen | null;
  readonly writeEml: WriteEml;
  readonly writePdf: WritePdf;
  readonly writePapier: WritePapier;
  readonly writeIcs: WriteIcs;
  readonly beheer: Beheer;
  readonly writeVcard: WriteVcard;
  /** Address of the site, without a slash at the end. */
  readonly baseUrl: string;
  readonly now: () => Date;
}
