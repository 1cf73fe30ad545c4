/** The first part of a Dutch number, and the rest: 14 for a gemeente, a service, or an area code of three or four digits. */
const NUMBER = /^(14|0[89]00|06|0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[58])|0\d{3})(\d+)$/;

/** A number (digits only) as one reads it: "053-4876969". */
export function toNumberText(kies: string): string {
  const [, area, rest] = NUMBER.exec(kies) ?? [];
  if (area === undefined) return kies;
  return area === '14' ? `14 ${rest}` : `${area}-${rest}`;
}
