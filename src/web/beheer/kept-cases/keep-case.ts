import { giveAdvies } from '../../../domain/advice/advies.ts';
import type { Wie } from '../../../domain/editing/people.ts';
import type { Antwoorden } from '../../../domain/model/antwoorden.ts';
import { findPersonalData } from '../../../domain/privacy/find-personal-data.ts';
import type { BeheerDeps } from '../area.ts';
import { checkText } from '../drafts/read-text.ts';

/** What is wrong with the name of a case, as a sentence; null when it can be kept. It is kept for years: nobody stands in it. */
export function checkName(
  say: BeheerDeps['say'],
  form: URLSearchParams,
): { readonly naam: string; readonly fout: string | null } {
  const { value, fout } = checkText(form, 'naam');
  if (fout) return { naam: value, fout: say(`concepten.${fout}`) };
  const [found] = findPersonalData(value);
  const wat = found && value.slice(found.begin, found.end);
  return { naam: value, fout: wat === undefined ? null : say('concepten.persoonsgegeven', { wat }) };
}

/** Keeps a case with the outcome that it has on the site now; false when there is no room. Only answers that count are kept. */
export async function keepCase(
  { editing, model, evaluate }: Pick<BeheerDeps, 'editing' | 'model' | 'evaluate'>,
  wie: Wie,
  naam: string,
  given: Antwoorden,
): Promise<boolean> {
  const { uitkomst, tafels, situatie } = await giveAdvies(model, evaluate, given);
  const antwoorden = { ...situatie.antwoorden };
  return editing.vasteCasussen.keep(wie, { naam, antwoorden, uitkomst, tafels: [...tafels] });
}
