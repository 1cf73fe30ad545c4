import type { OutgoingMail } from '../../../src/domain/sending/outgoing-mail.ts';

/** The moment at which these tests take place. */
export const NOW = new Date('2026-11-21T09:00:00Z');

/** So many minutes after that moment. */
export const afterwards = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

/** A mail that was asked for at that moment, with what differs. */
export function toOutgoingMail(anders: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    id: 'A'.repeat(22),
    soort: 'aanmelding',
    tafel: 'topx',
    status: 'onbevestigd',
    aangemaakt: NOW.toISOString(),
    gewijzigd: NOW.toISOString(),
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
