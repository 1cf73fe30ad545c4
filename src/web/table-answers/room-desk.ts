import type { Request, Response } from 'express';
import { toDutchDate } from '../../domain/calendar.ts';
import type { Overlegtafel } from '../../domain/model/overlegtafel.ts';
import { findRoom, parseRoom } from '../../domain/table-answers/room.ts';
import type { Services } from '../../services.ts';
import { checkVelden } from '../form.ts';
import { logStorageFailure } from '../log-storage-failure.ts';
import { sendPage } from '../page.ts';
import { toRoomPage } from './to-room-page.ts';

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
