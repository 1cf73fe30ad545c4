import type { Casus, GemaakteVerwijzing } from '../../domain/casus/casus.ts';
import { listItems, putVerwijzingStand } from '../../domain/casus/change-items.ts';
import { StorageFailure } from '../../domain/storage-failure.ts';
import type { AnswerLinks } from '../../domain/table-answers/answer-link.ts';
import { toAnswerText } from '../../domain/table-answers/answer-words.ts';
import type { Keuze, TafelAntwoord } from '../../domain/table-answers/choices.ts';
import type { Services } from '../../services.ts';
import { readTyped } from './item-actions.ts';
import type { Acted, Asked } from './shown.ts';

/** The field with the code that a table gave. */
export const TABLE_CODE = 'tafelcode';

/** What of the states of a package in a case file an answer is. Who needs more has it, and who refers on does not keep it. */
const STANDEN: Readonly<Record<Keuze, GemaakteVerwijzing['stand']>> = {
  ontvangen: 'ontvangen',
  opAgenda: 'opAgenda',
  opgepakt: 'opgepakt',
  nietOpgepakt: 'afgewezen',
  doorverwezen: 'afgewezen',
  meerNodig: 'ontvangen',
};

type Deps = Pick<Services, 'content' | 'model' | 'say' | 'antwoordlinks'>;

/** Puts the answer of a table in the case, by the code that was typed; null when that was not asked. */
export function readTableCode(deps: Deps, casus: Casus, form: URLSearchParams, asked: Asked): Acted | null {
  if (form.get('actie') !== TABLE_CODE) return null;
  const { content, model, say, antwoordlinks } = deps;
  const code = form.get(TABLE_CODE) ?? '';
  const values = { ...readTyped(say, casus, form), [TABLE_CODE]: code };
  const found = findAnswered(antwoordlinks, casus, code);
  const tafel = found && model.tafelOf.get(found.made.tafel);
  if (!found || !tafel)
    return {
      casus,
      shown: { values, fouten: [{ veld: TABLE_CODE, melding: say('tafelantwoord.code-fout') }] },
    };
  const antwoord = toAnswerText(say, content, tafel, found.antwoord);
  const { keuze } = found.antwoord;
  const says = keuze === 'ontvangen' || keuze === 'opgepakt' ? '' : `${antwoord}.`;
  const known = {
    stand: STANDEN[keuze],
    standDatum: asked.today,
    toelichting: says || found.made.toelichting,
  };
  const tekst = say('tafelantwoord.code-klaar', { tafel: tafel.inZin, antwoord });
  return {
    casus: putVerwijzingStand(casus, found.made.id, known, asked.moment),
    shown: { values: { ...values, [TABLE_CODE]: '' }, melding: { plaats: 'verwijzingen', tekst } },
  };
}

/** The package that a code is of, and what it says; the newest first, since most answers are to that. */
function findAnswered(
  { readCode }: Pick<AnswerLinks, 'readCode'>,
  casus: Casus,
  code: string,
): { readonly made: GemaakteVerwijzing; readonly antwoord: TafelAntwoord } | null {
  try {
    for (const made of listItems(casus, 'verwijzingen').toReversed()) {
      const { tafel, inhoud } = made;
      const antwoord = readCode(code, { tafel, inhoud, casuscode: casus.casuscode });
      if (antwoord) return { made, antwoord };
    }
  } catch (error) {
    // Without the secret no code can be told from another: it is refused like any other.
    if (!(error instanceof StorageFailure)) throw error;
  }
  return null;
}
