import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Casus } from '../../domain/casus/casus.ts';
import { type CasusRules, checkTexts } from '../../domain/casus/casus-rules.ts';
import { beginCasus, putAntwoorden, putVelden } from '../../domain/casus/change-casus.ts';
import { putPlan, putVerwijzing } from '../../domain/casus/change-items.ts';
import { type ParsedCasus, parseCasus } from '../../domain/casus/parse-casus.ts';
import { hasRoom } from '../../domain/casus/write-casus.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import { checkCasuscode } from '../../domain/referral/casuscode.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Referral } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import { toCasusStand } from '../carried.ts';
import { pickVelden } from '../referral/posted-form.ts';
import type { ReferralDesk } from '../referral/referral-desk.ts';
import { readStand, StandFault } from '../stand-param.ts';

/** A case as a post brought it, with what of its file could not be kept; or why not. */
export type BroughtCasus =
  | {
      readonly casus: Casus;
      readonly gevallen: readonly string[];
      /** What of a form was put in: a package that is complete, or its text alone. */
      readonly gezet?: 'gemaakt' | 'tekst';
    }
  | RefusedCasus;

/** What is wrong with what was typed; with the case that it was meant for, when there is one. */
export interface RefusedCasus {
  readonly fouten: readonly VeldFault[];
  readonly casus?: Casus | undefined;
}

/** What reads a case out of a post. */
export type CasusReader = ReturnType<typeof createCasusReader>;

/** Makes what reads a case out of a post: its file, or what was typed for a package. */
export function createCasusReader(
  {
    content,
    model,
    zegel,
    now,
    antwoordlinks,
  }: Pick<Services, 'content' | 'model' | 'zegel' | 'now' | 'antwoordlinks'>,
  rules: CasusRules,
  { findZaak, make }: Pick<ReferralDesk, 'findZaak' | 'make'>,
) {
  const { say } = rules;
  const inhoudsversie = toHash(JSON.stringify(content)).slice(0, 12);
  const moment = () => now().toISOString();
  const today = () => toDutchDate(now());

  function parseText(text: string): ParsedCasus {
    return parseCasus(rules, text, today(), moment());
  }

  /**
   * The case that the form holds (`casus`), else the one that begins with the answers in the address; with a table in
   * the address, or given, it gets the texts of the form.
   */
  async function readForm(
    req: Request,
    form: URLSearchParams,
    tafelId = String(req.query.tafel ?? ''),
  ): Promise<BroughtCasus> {
    const brought = readBase(req, form);
    const tafel = model.tafelOf.get(tafelId);
    if (!tafel) return brought;
    const fouten = [...('fouten' in brought ? brought.fouten : findOtherCode(brought.casus, form))];
    const checked = checkTexts(rules, tafel.id, Object.fromEntries(form), today());
    fouten.push(...checked.fouten);
    if ('fouten' in brought || fouten.length > 0)
      return { fouten, casus: 'casus' in brought ? brought.casus : undefined };
    // A field that the form did not have is not emptied by it.
    const values = Object.fromEntries(Object.entries(checked.values).filter(([pad]) => form.has(pad)));
    const written = putVelden(brought.casus, rules, tafel.id, values, moment());
    const casus = putPlan(written, values, toAfspraakId, moment());
    const zaak = isOnlyText(form) ? null : await findZaak(tafel, toCasusStand(zegel, casus));
    const made = zaak && make(zaak, pickVelden(form, zaak.velden), form);
    const isMade = made && 'pakket' in made && made.pakket.status !== 'concept';
    const changed = isMade ? putMade(casus, made, values) : casus;
    return hasRoom(changed, brought.casus)
      ? { ...brought, casus: changed, gezet: isMade ? 'gemaakt' : 'tekst' }
      : { fouten: [{ veld: 'casuscode', melding: say('casus.vol') }], casus: brought.casus };
  }

  function readBase(req: Request, form: URLSearchParams): BroughtCasus {
    const text = form.get('casus');
    if (text !== null) {
      const parsed = parseText(text);
      return 'fout' in parsed ? { fouten: [{ veld: 'casuscode', melding: parsed.fout }] } : parsed;
    }
    const casuscode = (form.get('casuscode') ?? '').trim();
    const fault = checkCasuscode(casuscode);
    if (fault) return { fouten: [{ veld: 'casuscode', melding: say(fault) }] };
    const begun = beginCasus(casuscode, moment());
    return { casus: putAntwoorden(begun, readAnswers(req), moment()), gevallen: [] };
  }

  /** A text with the code of another case is not for this one. */
  function findOtherCode({ casuscode: code }: Casus, form: URLSearchParams): VeldFault[] {
    const typed = (form.get('casuscode') ?? '').trim();
    return typed === '' || typed === code
      ? []
      : [{ veld: 'casuscode', melding: say('casus.andere-code', { code }) }];
  }

  /** A package that is complete counts as made. */
  function putMade(casus: Casus, { pakket }: Referral, values: Readonly<Record<string, string>>): Casus {
    const inhoud = toHash(pakket.eigenTekst);
    const datum = today();
    return putVerwijzing(casus, {
      id: `${pakket.tafel.id}-${datum}-${inhoud.slice(0, 12)}`,
      genoteerd: moment(),
      datum,
      tafel: pakket.tafel.id,
      soort: pakket.soort,
      inhoud,
      inhoudsversie,
      regelversie: antwoordlinks.toVersie(pakket.tafel.id),
      velden: Object.fromEntries(
        Object.entries(values).filter(
          ([pad, waarde]) => waarde !== '' && rules.veldenOf.get(pakket.tafel.id)?.has(pad),
        ),
      ),
      stand: 'gemaakt',
      standDatum: '',
      toelichting: '',
    });
  }

  /** The answers in the address; none when they are too old, since the texts must not be lost with them. */
  function readAnswers(req: Request): Antwoorden {
    try {
      return readStand(zegel, req).antwoorden;
    } catch (error) {
      if (error instanceof StandFault) return {};
      throw error;
    }
  }

  return { parseText, readForm, readAnswers, moment, today };
}

/** Who only keeps what was typed so far, or takes it along to another table, made no package yet. */
function isOnlyText(form: URLSearchParams): boolean {
  return /^(?:bewaar|pakket-.*)$/.test(form.get('actie') ?? '');
}

/** An agreement of a form is named by its text: the same one from two packages is one. */
function toAfspraakId(tekst: string): string {
  return `afspraak-${toHash(tekst).slice(0, 16)}`;
}

function toHash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex');
}
