import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isEmailAddress, readSender, toSenderKey } from '../../../src/domain/sending/sender.ts';
import { say } from '../../support/texts.ts';

const DOMAINS = ['gemeente.example', 'zorg.example'];

it.each(['s@gemeente.example', 'S.de-Wijk+a@ZORG.example', "o'neill@gemeente.example"])(
  'takes %s',
  (adres) => {
    expect(readSender(say, adres, DOMAINS)).toEqual({ adres });
  },
);

it('says what is wrong, and which domains may', () => {
  expect(readSender(say, ' ', DOMAINS)).toEqual({ fout: 'Vul uw werkadres in.' });
  expect(readSender(say, 's@elders.example', DOMAINS)).toEqual({
    fout: 'Vanaf dit adres kan de wegwijzer niet versturen. Dat kan wel met een adres dat eindigt op: gemeente.example, zorg.example.',
  });
});

it('takes nothing that could be more than one address, whatever it is', () => {
  const char = fc.constantFrom(...'a.@,;:<>"()[]\\ \t\r\n\0é+-_%'.split(''));
  fc.assert(
    fc.property(fc.array(char, { maxLength: 20 }), (chars) => {
      const tekst = `${chars.join('')}@gemeente.example`;
      return !isEmailAddress(tekst) || /^[a.+_%-]+@gemeente\.example$/.test(tekst);
    }),
    { numRuns: 5_000 },
  );
});

it('knows a sender by the address, however it is written', () => {
  expect(toSenderKey('S.Wijk+topx+2@Gemeente.Example')).toBe('s.wijk@gemeente.example');
});
