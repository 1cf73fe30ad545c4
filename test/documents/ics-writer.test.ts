import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { toIcs } from '../../src/documents/ics-writer.ts';
import type { CalendarEvent } from '../../src/domain/calendar-event.ts';

const NOW = new Date('2026-11-21T09:05:07.123Z');
const APPOINTMENT: CalendarEvent = {
  uid: 'regiotafel-wlz-TW-2026-001@rdm-wegwijzer.invalid',
  titel: 'Laatste dag om in te dienen: Regiotafel Wlz, casus TW-2026-001',
  dag: '2026-11-23',
  tekst: 'Dien de casus in via ShareFile; overleg is op 14 december 2026.\nVraag: wie, wat en waar?',
};

/** A file with one day, that of above but for what is given. */
function writeIcs(changed: Partial<CalendarEvent> = {}): string {
  return toIcs([{ ...APPOINTMENT, ...changed }], NOW);
}

/** Reads a calendar file with another library, as a calendar program does. */
function readIcs(ics: string) {
  const agenda = new ICAL.Component(ICAL.parse(ics));
  const onderdeel = agenda.getFirstSubcomponent('vevent');
  if (!onderdeel) throw new Error('Er staat geen afspraak in.');
  const { uid, summary, description, startDate, endDate } = new ICAL.Event(onderdeel);
  const alarms = onderdeel.getAllSubcomponents('valarm');
  return {
    agenda,
    onderdeel,
    afspraak: { uid, summary, description },
    begin: startDate,
    end: endDate,
    alarms: alarms.map((alarm) => {
      const trigger = alarm.getFirstPropertyValue('trigger');
      if (!(trigger instanceof ICAL.Duration)) throw new Error('Het alarm heeft geen duur.');
      const wanneer = startDate.clone();
      wanneer.isDate = false;
      wanneer.addDuration(trigger);
      return wanneer.toString();
    }),
  };
}

describe('een agendabestand', () => {
  it('leest een andere bibliotheek zoals het bedoeld is', () => {
    const { agenda, onderdeel, afspraak, begin, end, alarms } = readIcs(writeIcs());
    expect(agenda.getFirstPropertyValue('version')).toBe('2.0');
    expect(agenda.getFirstPropertyValue('prodid')).toContain('RDM-wegwijzer');
    expect(afspraak).toEqual({
      uid: APPOINTMENT.uid,
      summary: APPOINTMENT.titel,
      description: APPOINTMENT.tekst,
    });
    expect(String(onderdeel.getFirstPropertyValue('dtstamp'))).toBe('2026-11-21T09:05:07Z');
    expect(onderdeel.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect([begin.isDate, begin.toString(), end.toString()]).toEqual([true, '2026-11-23', '2026-11-24']);
    expect(alarms).toEqual([]);
  });

  it.each([
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2027-02-28', '2027-03-01'],
    ['2026-12-31', '2027-01-01'],
    ['2027-03-28', '2027-03-29'],
  ])('duurt één hele dag: %s', (datum, next) => {
    const { begin, end } = readIcs(writeIcs({ dag: datum }));
    expect([begin.toString(), end.toString()]).toEqual([datum, next]);
  });

  it.each([
    [0, '2026-11-23T09:00:00'],
    [1, '2026-11-22T09:00:00'],
    [2, '2026-11-21T09:00:00'],
    [7, '2026-11-16T09:00:00'],
    [30, '2026-10-24T09:00:00'],
  ])('herinnert %i dagen eerder, om negen uur', (daysBefore, wanneer) => {
    const event = { ...APPOINTMENT, alarms: [{ daysBefore, tekst: 'x' }] };
    expect(readIcs(toIcs([event], new Date('2026-10-01T09:00:00Z'))).alarms).toEqual([wanneer]);
  });

  it.each([
    ['2026-11-16T07:59:00Z', ['2026-11-16', '2026-11-22', '2026-11-23']],
    ['2026-11-16T08:00:00Z', ['2026-11-22', '2026-11-23']],
    ['2026-11-22T09:00:00Z', ['2026-11-23']],
    ['2026-11-23T09:00:00Z', []],
    ['2026-11-24T00:00:00Z', []],
  ])('sounds only when that is still to come: made at %s', (made, days) => {
    const alarms = [7, 1, 0].map((daysBefore) => ({ daysBefore, tekst: 'x' }));
    const read = readIcs(toIcs([{ ...APPOINTMENT, alarms }], new Date(made))).alarms;
    expect(read).toEqual(days.map((day) => `${day}T09:00:00`));
  });

  it('heeft zoveel dagen als erin moeten, elk met een eigen uid, titel en alarm', () => {
    const days = ['2026-11-23', '2027-01-05', '2027-01-05'].map((dag, index) => ({
      ...{ uid: `${index}@x.invalid`, dag, titel: `t${index}`, tekst: `u${index}` },
      alarms: [{ daysBefore: index, tekst: `a${index}` }],
    }));
    const read = new ICAL.Component(ICAL.parse(toIcs(days, NOW))).getAllSubcomponents('vevent').map((day) => {
      const { uid, summary, description, startDate } = new ICAL.Event(day);
      const alarms = day
        .getAllSubcomponents('valarm')
        .map((alarm) => alarm.getFirstPropertyValue('description'));
      return [uid, startDate.toString(), summary, description, alarms];
    });
    expect(read).toEqual(
      days.map(({ uid, dag, titel, tekst, alarms }) => [uid, dag, titel, tekst, alarms.map((a) => a.tekst)]),
    );
  });

  it('heeft alleen CRLF, regels van hoogstens 75 bytes, en nergens een half teken', () => {
    const long = 'Coöperatie „één” – € 72 😀 '.repeat(20);
    const ics = writeIcs({ titel: long, tekst: long, alarms: [{ daysBefore: 1, tekst: long }] });
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const regels = ics.split('\r\n').map((line) => Buffer.from(line));
    expect(Math.max(...regels.map(({ length }) => length))).toBe(75);
    for (const regel of regels) expect(Buffer.from(regel.toString()).equals(regel)).toBe(true);
    expect(ics).not.toContain('\ufffd');
    expect(readIcs(ics).afspraak.summary).toBe(long);
  });

  it('knipt een regel niet naast een spatie of in een escape, ook voor een lezer die regels bijsnijdt', () => {
    for (let begin = 0; begin < 80; begin++) {
      const tekst = `${'x'.repeat(begin)}${' één, of; a b \\\\ twee   drie'.repeat(20)}`;
      const ics = writeIcs({ titel: tekst, tekst });
      expect(ics).not.toMatch(/ \r\n|\r\n {2}|[^\\](?:\\{2})*\\\r\n/);
      expect(readIcs(ics).afspraak).toMatchObject({ summary: tekst, description: tekst });
    }
    const spaces = `a${' '.repeat(200)}b`;
    expect(readIcs(writeIcs({ titel: spaces })).afspraak.summary).toBe(spaces);
  });

  it('laat niemand een regel toevoegen', () => {
    const slim = 'a\r\nATTENDEE:mailto:x@example.nl\u2028END:VEVENT\u0000\\n;b,c';
    const ics = writeIcs({ uid: slim, titel: slim, tekst: slim });
    expect(ics.match(/^(ATTENDEE|END:VEVENT)/gm)).toEqual(['END:VEVENT']);
    expect(readIcs(ics).afspraak.summary).toBe('a\nATTENDEE:mailto:x@example.nl\nEND:VEVENT\\n;b,c');
  });

  it('geeft elke tekst terug zoals die was', () => {
    const tekst = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(tekst, tekst, (titel, tekst) => {
        const { afspraak } = readIcs(writeIcs({ titel, tekst }));
        expect([afspraak.summary, afspraak.description]).toEqual([titel, tekst]);
      }),
    );
  });

  it('is er niet voor een dag die niet bestaat, of een half aantal dagen', () => {
    expect(() => writeIcs({ dag: '2026-02-30' })).toThrow(RangeError);
    expect(() => writeIcs({ alarms: [{ daysBefore: -1, tekst: '' }] })).toThrow(RangeError);
    expect(() => writeIcs({ alarms: [{ daysBefore: 0.5, tekst: '' }] })).toThrow(RangeError);
  });
});
