import type { Advies } from '../advice/advies.ts';
import type { Beslismodel } from '../model/beslismodel.ts';
import type { Overlegtafel } from '../model/overlegtafel.ts';
import type { Veld } from './veld.ts';
import type { Verwijzing } from './verwijzing.ts';

/** Something that is missing from a referral: which part, and in a sentence what to do and who may know. */
export interface Ontbrekend {
  readonly onderdeel: string;
  readonly tekst: string;
}

/** What the table needs to treat the case and does not have yet: open criteria, and fields that were left empty. */
export function findOntbrekendeDelen(
  model: Beslismodel,
  advies: Advies,
  tafel: Overlegtafel,
  velden: readonly Veld[],
  verwijzing: Verwijzing,
  route: 'zelf' | 'via',
): Ontbrekend[] {
  const feiten = new Set(tafel.regels.criteria.map(({ voorwaarde }) => voorwaarde.fact));
  const open = advies.ontbreekt
    .filter((feit) => feiten.has(feit))
    .map((feit) => {
      const vraag = model.vraagVan.get(feit);
      return {
        onderdeel: feit,
        tekst: `Nog niet bekend: ${vraag?.kort ?? feit}. Wie het kan weten: ${vraag?.wieWeetHet ?? 'vraag de gemeente.'}`,
      };
    });
  // Who asks another to refer need not have it all: that other will complete it.
  const nodig = velden.filter((veld) => (route === 'zelf' ? veld.nodig : veld.pad === 'hulpvraag'));
  const leeg = [...nodig, ...findGrondslag(velden, verwijzing)]
    .filter(({ pad }) => !verwijzing.has(pad))
    .map(({ pad, label, wieWeetHet }) => ({
      onderdeel: pad,
      tekst: `Nog niet ingevuld: ${label.replace(/[?.]$/, '').toLowerCase()}. ${toWie(wieWeetHet)}`.trim(),
    }));
  return [...open, ...leeg];
}

/** Sharing without the person's consent needs a recorded ground. */
function findGrondslag(velden: readonly Veld[], verwijzing: Verwijzing): Veld[] {
  const geinformeerd = verwijzing.get('geinformeerd');
  return geinformeerd === undefined || geinformeerd === 'akkoord'
    ? []
    : velden.filter(({ pad }) => pad === 'grondslag');
}

/** Who may know it; what only the user knows needs no saying. */
function toWie(wieWeetHet: string): string {
  return wieWeetHet === 'U zelf.' ? '' : `Wie het kan weten: ${wieWeetHet}`;
}
