import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { toRoomText } from '../../domain/table-answers/answer-words.ts';
import { ROOM_STANDEN, type Room } from '../../domain/table-answers/room.ts';
import type { Say } from '../../domain/texts.ts';
import type { Page } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';

interface Shown {
  readonly token: string;
  /** What is shown of the table now. */
  readonly now: Room | null;
  readonly typed?: { readonly stand: string; readonly weken: string };
  readonly fout?: VeldFault;
  /** What was just kept, or why it was not. */
  readonly isKept?: boolean;
  readonly melding?: string;
}

/** The page on which a table tells whether it has room. */
export function toRoomPage(
  say: Say,
  tafel: Overlegtafel,
  { token, now, typed = { stand: '', weken: '' }, fout, isKept = false, melding }: Shown,
): Page {
  return {
    template: 'tafelruimte',
    titel: say('tafelantwoord.titel-ruimte'),
    kruimels: [{ tekst: say('tafelantwoord.titel-ruimte') }],
    fout: fout !== undefined || melding !== undefined,
    model: {
      token,
      inZin: tafel.inZin,
      href: toTafelHref(tafel.id, tafel.soort),
      nu: now && toRoomText(say, now),
      isKept,
      melding: melding ?? null,
      // A group of choices cannot have the focus: its first choice has it.
      fouten: fout
        ? [
            {
              href: fout.veld === 'stand' ? `#stand-${ROOM_STANDEN[0]}` : `#${fout.veld}`,
              tekst: fout.melding,
            },
          ]
        : [],
      foutStand: fout?.veld === 'stand' ? fout.melding : null,
      standen: ROOM_STANDEN.map((id) => ({
        id,
        inputId: `stand-${id}`,
        tekst: say(`tafelantwoord.kies-${id}`),
        gekozen: typed.stand === id,
        wachtlijst: id === 'wachtlijst',
      })),
      weken: { waarde: typed.weken, fout: fout?.veld === 'weken' ? fout.melding : null },
    },
  };
}
