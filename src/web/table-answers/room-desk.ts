import type { Request, Response } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import type { VeldFault } from '../../domain/referral/verwijzing.ts';
import { toRoomText } from '../../domain/table-answers/answer-words.ts';
import { findRoom, parseRoom, ROOM_STANDEN, type Room } from '../../domain/table-answers/room.ts';
import type { Say } from '../../domain/texts.ts';
import type { Services } from '../../services.ts';
import { logStorageFailure } from '../error-handler.ts';
import { checkVelden } from '../form.ts';
import { type Page, sendPage } from '../page.ts';
import { toTafelHref } from '../tafel-presentation.ts';

/** Makes what a link of a table itself does: it shows what is told of its room, and a post tells something else. */
export function createRoomDesk({
  say,
  render,
  now,
  antwoorden,
  ruimte,
}: Pick<Services, 'say' | 'render' | 'now' | 'antwoorden' | 'ruimte'>) {
  const today = () => toDutchDate(now());
  type Shown = Omit<Parameters<typeof toRoomPage>[2], 'now'>;

  function send(res: Response, tafel: Overlegtafel, shown: Shown, status = 200): void {
    const known = findRoom(ruimte.read(), tafel.id, today());
    sendPage(res, render, toRoomPage(say, tafel, { ...shown, now: known }), status);
  }

  return {
    show: (res: Response, tafel: Overlegtafel, token: string) => send(res, tafel, { token }),

    async keep(req: Request, res: Response, tafel: Overlegtafel, token: string): Promise<void> {
      const form = req.body as URLSearchParams;
      checkVelden(form, ['stand', 'weken']);
      const typed = { stand: form.get('stand') ?? '', weken: form.get('weken') ?? '' };
      const parsed = parseRoom(say, typed, today());
      if ('fout' in parsed) return send(res, tafel, { token, typed, fout: parsed.fout }, 400);
      try {
        await antwoorden.putRoom(tafel.id, parsed.room);
        await ruimte.refresh();
        send(res, tafel, { token, isKept: true });
      } catch (error) {
        logStorageFailure(req, error, 'de ruimte van een tafel is niet bewaard');
        send(res, tafel, { token, typed, melding: say('tafelantwoord.niet-bewaard') }, 503);
      }
    },
  };
}

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
