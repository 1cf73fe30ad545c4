import type { Casus } from '../../domain/casus/casus.ts';
import { isSameCasus } from '../../domain/casus/write-casus.ts';
import type { Say } from '../../domain/texts.ts';
import type { Shown } from './shown.ts';

type Told = NonNullable<Shown['melding']>;

/** What is said when there is no next question: after the last answer, or to who asked for more of them. */
export function toWalked(say: Say, form: URLSearchParams): Pick<Shown, 'melding' | 'gevraagd'> {
  return form.get('actie') === 'antwoord'
    ? { melding: { plaats: 'stand', tekst: say('casus.klaar-vragen') } }
    : { melding: { plaats: 'stand', tekst: say('casus.geen-vragen'), zonder: true }, gevraagd: true };
}

/** What is said when files were joined with a case, or with each other. */
export function toJoined(say: Say, base: Casus | null, casus: Casus): Told {
  return base && isSameCasus(base, casus)
    ? { plaats: 'stand', tekst: say('casus.klaar-samen-gelijk'), zonder: true }
    : { plaats: 'stand', tekst: say('casus.klaar-samen') };
}
