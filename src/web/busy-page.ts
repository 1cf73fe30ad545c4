import type { Services } from '../services.ts';

/** The page for who sends a form when there are too many requests: made once, since it is for when nothing more can be made. */
export function renderBusyPage({ render, say }: Pick<Services, 'render' | 'say'>): Buffer {
  const titel = say('fout.druk');
  const kruimels = [{ tekst: say('fout.kruimel') }];
  return Buffer.from(render('', { template: 'fout-503', titel, kruimels, model: { gepost: true } }));
}
