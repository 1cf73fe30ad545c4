import { plain } from '../../plain-texts.ts';

/** The texts of `views/text/vervolg.json`, by key, with the slots that are filled in. */
export const FOLLOW_UP_TEXTS = {
  ...plain(
    'vervolg',
    'bevestiging aanvulling evaluatie terugkoppeling terugkoppeling-persoon intrekking voortzetting',
    'aan-terugkoppeling aan-terugkoppeling-persoon adres-terugkoppeling adres-terugkoppeling-persoon',
    'vervallen nieuws sinds-fout aan-partners',
  ),
} as const;
