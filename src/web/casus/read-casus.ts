import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Casus } from '../../domain/casus/casus.ts';
import { type CasusRules, checkTexts } from '../../domain/casus/casus-rules.ts';
import { beginCasus, putAntwoorden, putVelden } from '../../domain/casus/change-casus.ts';
import { putPlan, putVerwijzing } from '../../domain/casus/change-items.ts';
import { type ParsedCasus, parseCasus } from '../../domain/casus/parse-casus.ts';
import type { Antwoorden } from '../../domain/model/antwoorden.ts';
import { checkCasuscode, type VeldFault } from '../../domain/referral/verwijzing.ts';
import { readUtf8 } from '../../http/read-multipart.ts';
import type { Referral } from '../../referral/referral-service.ts';
import type { Services } from '../../services.ts';
import type { ReferralDesk } from '../referral/referral-desk.ts';
import { readStand, StandFault, toNewStand } from '../stand-param.ts';

/** A case as a post brought it, with what of its file could not be kept; or what is wrong with what was typed. */
export type BroughtCasus =
  | { readonly casus: Casus; readonly gevallen: readonly string[] }
  | { readonly fouten: readonly VeldFault[] };

/** Makes what reads a case out of a post: its file, or what was typed for a package. */
export function createCasusReader(
  { content, model, zegel, now }: Pick<Services, 'content' | 'model' | 'zegel' | 'now'>,
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

  function parseBytes(bytes: Buffer): ParsedCasus {
    const text = readUtf8(bytes);
    return text === null ? { fout: say('casus.geen-tekst') } : parseText(text);
  }

  /**
   * The case that the form holds (`casus`); else the one that begins with the answers in the address and, with a table
   * in it, the texts of the form.
   */
  async function readForm(req: Request, form: URLSearchParams): Promise<BroughtCasus> {
    const text = form.get('casus');
    if (text !== null) {
      const parsed = parseText(text);
      return 'fout' in parsed ? { fouten: [{ veld: 'casuscode', melding: parsed.fout }] } : parsed;
    }
    const casuscode = (form.get('casuscode') ?? '').trim();
    const fault = checkCasuscode(casuscode);
    const tafel = model.tafelOf.get(String(req.query.tafel ?? ''));
    const values = Object.fromEntries(form);
    const checked = tafel ? checkTexts(rules, tafel.id, values, today()) : { values: {}, fouten: [] };
    const fouten = [...(fault ? [{ veld: 'casuscode', melding: say(fault) }] : []), ...checked.fouten];
    if (fouten.length > 0) return { fouten };
    const antwoorden = readAnswers(req);
    const begun = putAntwoorden(beginCasus(casuscode, moment()), antwoorden, moment());
    if (!tafel) return { casus: begun, gevallen: [] };
    const written = putVelden(begun, rules, tafel.id, checked.values, moment());
    const casus = putPlan(written, checked.values, toAfspraakId, moment());
    const zaak = await findZaak(tafel, toNewStand(zegel, antwoorden));
    const given = Object.fromEntries((zaak?.velden ?? []).map(({ pad }) => [pad, values[pad] ?? '']));
    const made = zaak && make(zaak, given, form);
    return { casus: made && 'pakket' in made ? putMade(casus, made, checked.values) : casus, gevallen: [] };
  }

  /** A package that is complete counts as made; a concept is only text. */
  function putMade(casus: Casus, { pakket }: Referral, values: Readonly<Record<string, string>>): Casus {
    if (pakket.status === 'concept') return casus;
    const inhoud = toHash(pakket.mail.tekst);
    const datum = today();
    return putVerwijzing(casus, {
      id: `${pakket.tafel.id}-${datum}-${inhoud.slice(0, 12)}`,
      genoteerd: moment(),
      datum,
      tafel: pakket.tafel.id,
      soort: pakket.soort,
      inhoud,
      inhoudsversie,
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

  return { parseBytes, readForm, readAnswers, moment, today };
}

/** An agreement of a form is named by its text: the same one from two packages is one. */
function toAfspraakId(tekst: string): string {
  return `afspraak-${toHash(tekst).slice(0, 16)}`;
}

function toHash(tekst: string): string {
  return createHash('sha256').update(tekst).digest('hex');
}
