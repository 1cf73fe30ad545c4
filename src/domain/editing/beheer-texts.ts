import { plain } from '../plain-texts.ts';

/** The texts of `views/text/beheer.json`. */
export const BEHEER_TEXTS = {
  ...plain(
    'beheer',
    'titel inloggen verder nogmaals uitgelogd geen-opslag mag-niet onbekend',
    'rol-redacteur rol-uitgever rol-beheerder sessies sessies-uitleg',
  ),
} as const;
