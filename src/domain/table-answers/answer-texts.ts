import { plain } from '../plain-texts.ts';

/** The texts of `views/text/tafelantwoord.json`. */
export const ANSWER_TEXTS = {
  'tafelantwoord.doorverwezen-naar': ['tafel'],
  'tafelantwoord.agenda-van': ['datum'],
  'tafelantwoord.niet-omdat': ['waarom'],
  'tafelantwoord.meer-over': ['delen'],
  'tafelantwoord.criterium': ['criterium'],
  'tafelantwoord.week': ['week', 'jaar'],
  'tafelantwoord.bericht': ['antwoord', 'tafel', 'code'],
  'tafelantwoord.code-klaar': ['tafel', 'antwoord'],
  'tafelantwoord.plek-ruimte': ['datum'],
  'tafelantwoord.plek-wachtlijst': ['weken', 'datum'],
  'tafelantwoord.plek-wachtlijst-een': ['datum'],
  'tafelantwoord.plek-geenPlek': ['datum'],
  'tafelantwoord.weken': ['hoogstens'],
  ...plain(
    'tafelantwoord',
    'titel-ruimte kies-ruimte kies-wachtlijst kies-geenPlek',
    'titel titel-klaar titel-verlopen titel-onbekend titel-fout kruimel bericht-label vol niet-bewaard code-fout',
    'kop uitleg qr kies datum datum-geweest datum-ver waarom naar delen ontvangen opAgenda opgepakt nietOpgepakt doorverwezen',
    'meerNodig reden-geen-toestemming reden-geen-plek reden-andere-regio reden-al-bekend reden-loopt-elders',
    'reden-te-weinig-bekend reden-anders',
  ),
} as const;
