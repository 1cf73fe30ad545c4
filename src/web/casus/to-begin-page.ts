import { suggestCasuscode } from '../../domain/referral/casuscode.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import type { Say } from '../../domain/texts.ts';
import type { StaticPage } from '../page.ts';

/** The page where one opens a case file or begins one; with what was wrong with the last attempt. */
export function toBeginPage(
  say: Say,
  today: Date,
  fouten: readonly VeldFault[] = [],
  casuscode = '',
  actie = '/casus',
): StaticPage {
  const find = (name: string) => fouten.find(({ veld }) => veld === name)?.melding ?? null;
  return {
    pad: '/casus',
    template: 'casus-begin',
    titel: say('casus.titel'),
    fout: fouten.length > 0,
    kruimels: [{ tekst: say('casus.kruimel') }],
    model: {
      fouten: fouten.map(({ veld, melding }) => ({ href: `#${veld}`, tekst: melding })),
      foutBestand: find('bestand'),
      foutWachtwoord: find('wachtwoord'),
      foutCode: find('casuscode'),
      casuscode,
      actie,
      codeHulp: say('casus.code-hulp', { voorbeeld: suggestCasuscode(today) }),
    },
  };
}
