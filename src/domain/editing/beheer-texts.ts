import { plain } from '../plain-texts.ts';

/** The texts of `views/text/beheer.json`. */
export const BEHEER_TEXTS = {
  'beheer.bestaat': ['rol'],
  ...plain(
    'beheer',
    'titel inloggen verder nogmaals uitgelogd geen-opslag mag-niet onbekend',
    'log-bijschrift link link-label link-fout oidc-fout email-fout te-vaak',
    'mensen mensen-uitleg logboek logboek-uitleg log-wanneer log-wie log-wat log-over log-versie log-niemand log-geen',
    'rol-fout laatste niet-gemaild uitnodiging gedaan-gemaild gedaan-rol gedaan-gesloten',
    'rol-redacteur rol-uitgever rol-beheerder sessies sessies-uitleg',
    'tafelantwoorden tafelantwoorden-uitleg kies-tafel',
  ),
} as const;
