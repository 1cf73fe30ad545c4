import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

const read = (env: Record<string, string> = {}) => readConfig('/srv/wegwijzer', env);

describe('de instellingen voor bescherming en verantwoording', () => {
  it('hebben alle een standaard', () => {
    expect(read()).toMatchObject({
      limits: {
        posts: { perAddress: 20_000, samen: 60_000 },
        pdf: { perAddress: 3000, samen: 6000 },
        meldingen: { perAddress: 20, samen: 500 },
      },
      maxInFlight: 1_000,
      metricsPort: undefined,
      operator: {
        organisatie: null,
        securityContact: null,
        privacyContact: null,
        logboekDagen: null,
        toegankelijkheid: { status: 'geenOnderzoek', datum: null, contact: null },
      },
    });
  });

  it('worden gelezen', () => {
    expect(
      read({
        RATE_LIMIT_POSTS: '10/20',
        RATE_LIMIT_PDF: '1/1',
        RATE_LIMIT_REPORTS: '5/100',
        MAX_IN_FLIGHT: '50',
        METRICS_PORT: '9100',
        ORGANISATIE_NAAM: 'Gemeente Voorbeeldstad',
        SECURITY_CONTACT: 'mailto:veilig@voorbeeldstad.example',
        PRIVACY_CONTACT: 'https://voorbeeldstad.example/privacy',
        LOGBOEK_DAGEN: '14',
        TOEGANKELIJKHEID_STATUS: 'volledig',
        TOEGANKELIJKHEID_DATUM: '2026-11-01',
        TOEGANKELIJKHEID_CONTACT: 'mailto:a@b.nl',
      }),
    ).toMatchObject({
      limits: {
        posts: { perAddress: 10, samen: 20 },
        pdf: { perAddress: 1, samen: 1 },
        meldingen: { perAddress: 5, samen: 100 },
      },
      maxInFlight: 50,
      metricsPort: 9100,
      operator: {
        organisatie: 'Gemeente Voorbeeldstad',
        securityContact: 'mailto:veilig@voorbeeldstad.example',
        privacyContact: 'https://voorbeeldstad.example/privacy',
        logboekDagen: 14,
        toegankelijkheid: { status: 'volledig', datum: '2026-11-01', contact: 'mailto:a@b.nl' },
      },
    });
  });

  it.each([
    ['RATE_LIMIT_POSTS', '0/10'],
    ['RATE_LIMIT_POSTS', '10'],
    ['RATE_LIMIT_PDF', '20/10'],
    ['RATE_LIMIT_REPORTS', 'veel'],
    ['MAX_IN_FLIGHT', '0'],
    ['METRICS_PORT', '0'],
    ['METRICS_PORT', '65536'],
    ['ORGANISATIE_NAAM', ' '],
    ['SECURITY_CONTACT', 'veilig@voorbeeldstad.example'],
    ['SECURITY_CONTACT', 'http://voorbeeldstad.example'],
    ['SECURITY_CONTACT', 'mailto:a@b.nl\nCanonical: https://elders.example'],
    ['PRIVACY_CONTACT', 'javascript:alert(1)'],
    ['LOGBOEK_DAGEN', '-1'],
    ['TOEGANKELIJKHEID_STATUS', 'prima'],
    ['TOEGANKELIJKHEID_DATUM', '2026-02-31'],
    ['TOEGANKELIJKHEID_CONTACT', 'https://'],
  ])('stoppen de start als ze niet kloppen: %s=%j', (naam, waarde) => {
    expect(() => read({ [naam]: waarde })).toThrow(new RegExp(`^- ${naam} (moet|mag) `, 'm'));
  });
});
