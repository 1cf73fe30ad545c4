import { findOordeel, giveAdvies } from '../domain/advice/advies.ts';
import { toDutchDate } from '../domain/calendar.ts';
import type { Evaluate } from '../domain/evaluation/evaluator.ts';
import type { Antwoorden } from '../domain/model/antwoorden.ts';
import type { Beslismodel } from '../domain/model/beslismodel.ts';
import type { Content } from '../domain/model/content.ts';
import type { Overlegtafel } from '../domain/model/overlegtafel.ts';
import { ROL } from '../domain/model/routing-facts.ts';
import {
  composeVerwijzing,
  type ReferralCase,
  type VerwijsPakket,
} from '../domain/referral/compose-verwijzing.ts';
import { toVerwijsStatus } from '../domain/referral/needed-fields.ts';
import type { Asker, PaperFile } from '../domain/referral/paper-document.ts';
import { findTermijn, type Termijn } from '../domain/referral/referral-days.ts';
import { listVelden, type Veld } from '../domain/referral/veld.ts';
import {
  parseVerwijzing,
  type Verwijzing,
  type VerwijzingResult,
  type Warning,
} from '../domain/referral/verwijzing.ts';
import type { MakeAnswerLink } from '../domain/table-answers/answer-link.ts';
import type { Say } from '../domain/texts.ts';
import type { Views } from '../domain/views.ts';
import { FILE_FORMATS, type FileFormat, type FileWriters, toFileName, writePackage } from './file-formats.ts';

/** What was typed, without faults, and what in it may be personal data. */
interface Checked {
  readonly waarde: Verwijzing;
  readonly waarschuwingen: readonly Warning[];
}

/** A referral that was checked and composed, with what belongs to it. */
export interface Referral {
  readonly pakket: VerwijsPakket;
  readonly termijn: Termijn | null;
  readonly waarschuwingen: readonly Warning[];
  /** A file that goes along inside its PDF. */
  readonly bijlage?: PaperFile | null;
}

/** A referral as a file. */
export interface ReferralFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer | string;
}

/** What a referral is made of. */
export interface ComposeDeps {
  readonly content: Content;
  readonly model: Beslismodel;
  readonly evaluate: Evaluate;
  readonly views: Pick<Views, 'renderText' | 'hasText'>;
  readonly say: Say;
  readonly maakAntwoordlink?: MakeAnswerLink;
  readonly now: () => Date;
}

/** The first part of the service, for who needs no files. */
export type ReferralComposer = ReturnType<typeof createReferralComposer>;

/** Makes what reads, checks and composes. It keeps nothing: what is typed lives in the request alone. */
export function createReferralComposer(deps: ComposeDeps) {
  const { content, model, evaluate, say, now } = deps;
  const today = () => toDutchDate(now());

  return {
    /** The fields that a table asks of somebody with these answers. */
    listFields(tafel: Overlegtafel, antwoorden: Antwoorden): Veld[] {
      return listVelden(say, content, tafel, antwoorden[ROL]);
    },

    /** The case at this table, with its advice; null where these answers do not lead to it. */
    async read(tafel: Overlegtafel, antwoorden: Antwoorden): Promise<ReferralCase | null> {
      const advies = await giveAdvies(model, evaluate, antwoorden);
      const oordeel = findOordeel(advies, tafel.id);
      const status = toVerwijsStatus(advies, tafel.id);
      if (!oordeel || status === 'nietMogelijk') return null;
      return { advies, oordeel, status, velden: listVelden(say, content, tafel, antwoorden[ROL]) };
    },

    /** Checks what was typed, by field name; see `parseVerwijzing`. */
    check(
      fields: readonly Veld[],
      given: Readonly<Record<string, unknown>>,
      confirmed: readonly string[],
    ): VerwijzingResult {
      return parseVerwijzing(say, fields, given, confirmed, today());
    },

    /** Composes the referral of a case. */
    compose(referralCase: ReferralCase, checked: Checked): Referral {
      return {
        pakket: composeVerwijzing(deps, referralCase, checked),
        termijn: findTermijn(referralCase.oordeel.tafel, checked.waarde.get('overlegdatum'), today()),
        waarschuwingen: checked.waarschuwingen,
      };
    },
  };
}

/** The one way from answers to a package, for the pages and the API: read, check, compose, deliver. */
export type ReferralService = ReturnType<typeof createReferralService>;

/** Makes the service. */
export function createReferralService(deps: ComposeDeps & FileWriters) {
  const { content, now } = deps;
  /** The writers, of which the slow one stops when nobody waits any more. */
  const listen = (asker?: Asker): FileWriters => ({
    ...deps,
    writePdf: (pakket) => deps.writePdf(pakket, asker),
  });

  return {
    ...createReferralComposer(deps),

    /**
     * The package of a referral as a PDF, for as long as somebody waits for it.
     * @throws PdfFailure when there is none.
     */
    writePdf(referral: Referral, asker?: Asker): Promise<Buffer> {
      return writePackage(listen(asker), referral, content.pakketvelden, now());
    },

    /**
     * Writes a referral as a file, for as long as somebody waits for it; null when there is nothing to write, as with a calendar without a deadline.
     * @throws PdfFailure when a PDF is asked for and there is none.
     */
    async deliver(referral: Referral, format: FileFormat, asker?: Asker): Promise<ReferralFile | null> {
      const { type, write } = FILE_FORMATS[format];
      const body = await write(listen(asker), referral, content.pakketvelden, now());
      return body === null ? null : { name: toFileName(referral.pakket, format), type, body };
    },
  };
}
