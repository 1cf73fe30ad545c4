import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/visit.ts';
import { downloadMail, walkByMouse } from '../support/walk.ts';
import { submit } from './pages.ts';

const { visit } = useBrowser();

describe('zonder JavaScript', () => {
  it('komt een huisarts van de startpagina tot de e-mail', async () => {
    const page = await visit({ javaScriptEnabled: false });
    await walkByMouse(page, {
      acuutGevaar: 'nee',
      gemeente: 'enschede',
      rol: 'huisarts',
      lokaalBesproken: 'ja',
      lokaalVastgelopen: 'ja',
      signalen: ['passende-ggz'],
      zoekt: 'snellere-zorg',
      ggzBehandelvraag: 'ja',
      eerderBesproken: ['geen'],
    });
    await page.locator('a[href^="/verwijzen/triage-transfertafel?"]').first().click();
    await page.fill('#casuscode', 'TW-2026-042');
    await page.fill('#hulpvraag', 'Waar kan traumabehandeling eerder beginnen?');
    await submit(page, 'Bekijk de tekst');
    // Copying needs a script: its buttons are not there, the text can be selected.
    expect(await page.getByRole('button', { name: /Kopieer/ }).count()).toBe(0);

    await submit(page, 'Wijzig de tekst');
    expect(await page.inputValue('#casuscode')).toBe('TW-2026-042');
    await page.fill('#casuscode', 'TW-2026-043');
    await submit(page, 'Bekijk de tekst');
    const mail = await downloadMail(page);
    expect(mail.onderwerp).toContain('TW-2026-043');
    expect(mail.tekst).toContain('Waar kan traumabehandeling eerder beginnen?');
  });

  it('werken het menu en alles wat uitklapt', async () => {
    const page = await visit({ javaScriptEnabled: false, viewport: { width: 375, height: 740 } });
    await page.goto('/vragen/acuut-gevaar');
    await page.getByText('Waarom vragen we dit?').click();
    await page.getByText('Wie dit kan weten:').waitFor();
    await page.getByText('Andere nummers').click();
    await page.locator('.rdm-gevaar__meer .rdm-nood').waitFor();
    await page.locator('summary').getByText('Menu').click();
    await page.getByRole('link', { name: 'Overlegtafels' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Overlegtafels in Twente' }).waitFor();
  });
});
