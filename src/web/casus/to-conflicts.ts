import type { Casus } from '../../domain/casus/casus.ts';
import type { CasusRules } from '../../domain/casus/casus-rules.ts';
import { listConflicts } from '../../domain/casus/conflicts.ts';

/** Where partners wrote different things at the same moment, with what to press to choose. */
export function toConflicts({ say, vraagOf, veldenOf }: CasusRules, casus: Casus) {
  return listConflicts(casus).map(({ soort, naam, waarden }) => {
    const vraag = vraagOf.get(naam);
    const veld = [...veldenOf.values()].map((velden) => velden.get(naam)).find(Boolean);
    const toText = (id: string) => vraag?.opties.find((optie) => optie.id === id)?.tekst ?? id;
    return {
      naam: soort === 'antwoord' ? (vraag?.vraag ?? naam) : (veld?.naam ?? naam),
      waarden: waarden.map((waarde, index) => ({
        tekst:
          waarde === null || waarde.length === 0
            ? say('casus.ingetrokken')
            : [waarde].flat().map(toText).join('; '),
        actie: `kies-${soort}:${naam}:${index}`,
      })),
    };
  });
}
