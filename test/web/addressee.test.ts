import { describe, expect, it } from 'vitest';
import { ROL, SIGNALEN } from '../../src/domain/model/routing-facts.ts';
import { toAddressee } from '../../src/web/addressee.ts';
import { showAdvice } from '../support/advice-page.ts';
import { model } from '../support/real-content.ts';

const rollen = (model.vraagOf.get(ROL)?.opties ?? []).map(({ id }) => id);
const rollenWith = (kind: keyof ReturnType<typeof toAddressee>) =>
  rollen.filter((rol) => toAddressee(rol)[kind]);

describe('tegen wie een pagina praat', () => {
  it('zijn rollen die de vraag naar de rol ook kent', () => {
    expect(rollenWith('gemeente')).toEqual([
      'wijkcoach',
      'procesmanager',
      'regisseur-gemeente',
      'bestuurder-gemeente',
    ]);
    expect(rollenWith('bestuurder')).toEqual(['bestuurder-gemeente']);
    expect(rollenWith('zorg')).toEqual(['huisarts', 'ggz-aanbieder', 'zorgaanbieder', 'verslavingszorg']);
    expect(rollenWith('clientondersteuner')).toEqual(['clientondersteuner']);
    expect(rollenWith('buur').sort()).toEqual(['inwoner', 'woningcorporatie']);
  });
});

describe('waar geen tafel past', () => {
  it('vraagt iedereen een cliëntondersteuner mee te denken, behalve wie dat zelf is', async () => {
    for (const rol of rollen) {
      const { tekst } = await showAdvice({
        acuutGevaar: 'nee',
        gemeente: 'hengelo',
        rol,
        lokaalBesproken: 'ja',
        lokaalVastgelopen: 'ja',
        signalen: ['geen-van-deze'],
      });
      expect(tekst.includes('Vraag een onafhankelijke cliëntondersteuner'), rol).toBe(
        rol !== 'clientondersteuner',
      );
    }
  });
});

describe('het Meldpunt bij de eerste stap', () => {
  const signalen = (model.vraagOf.get(SIGNALEN)?.opties ?? [])
    .filter(({ alleen }) => !alleen)
    .map(({ id }) => id);

  it.each(['politie', 'woningcorporatie'])(
    'hoort bij overlast, en altijd bij wie er naast woont: %s',
    async (rol) => {
      const shown: string[] = [];
      for (const signaal of signalen) {
        const { box } = await showAdvice({
          acuutGevaar: 'nee',
          gemeente: 'hengelo',
          rol,
          lokaalBesproken: 'nee',
          signalen: [signaal],
          plotselingeVerandering: 'nee',
          zorgNodigBinnen: 'later',
          crisisNu: 'nee',
          overplaatsingNodig: 'nee',
        });
        if (box.includes('tel:0534876969')) shown.push(signaal);
      }
      expect(shown).toEqual(
        rol === 'woningcorporatie' ? signalen : ['verward-gedrag', 'veiligheid', 'gevaar-langdurig'],
      );
    },
  );
});
