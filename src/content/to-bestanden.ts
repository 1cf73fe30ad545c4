import type { Content } from '../domain/model/content.ts';

/** The content as it lies in its files, by path: to say of each part where it stands. */
export function toBestanden(content: Content): Record<string, unknown> {
  const { tafels, vragen, ...rest } = content;
  const bestanden: Record<string, unknown> = { 'rules/vragen.json': { vragen } };
  // A list lies in its file under its own name.
  for (const [deel, data] of Object.entries(rest)) {
    bestanden[`tables/${deel}.json`] = Array.isArray(data) ? { [deel]: data } : data;
  }
  for (const { regels, ...gegevens } of tafels) {
    bestanden[`tables/overlegtafels/${gegevens.id}.json`] = gegevens;
    bestanden[`rules/${gegevens.id}.json`] = regels;
  }
  return bestanden;
}
