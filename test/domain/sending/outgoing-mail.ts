import type { OutgoingMail } from '../../../src/domain/sending/outgoing-mail.ts';

/** The moment at which these tests take place. */
export const NU = new Date('2026-11-21T09:00:00Z');

/** So many minutes after that moment. */
export const na = (minuten: number) => new Date(NU.getTime() + minuten * 60_000);

/** A mail that was asked for at that moment, with what differs. */
export function toZending(anders: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: 'A'.repeat(22),
    soort: 'aanmelding',
    tafel: 'topx',
    status: 'onbevestigd',
    aangemaakt: NU.toISOString(),
    gewijzigd: NU.toISOString(),
    bevestigd: null,
    volgende: null,
    pogingen: 0,
    bestand: 'B'.repeat(22),
    sleutel: 'C'.repeat(43),
    afzender: 'D'.repeat(43),
    inhoud: 'E'.repeat(43),
    ...anders,
  };
}
