import type { Request } from 'express';

/** Names that browsers give themselves, the most telling first: many also say that they are another one. */
const PROGRAMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
];

/** What helps somebody to recognise their browser, such as "Firefox op Windows"; nothing else that it says is kept. */
export function toProgramma({ headers: { 'user-agent': agent = '' } }: Pick<Request, 'headers'>): string {
  const find = (list: typeof PROGRAMS) => list.find(([sign]) => sign.test(agent))?.[1];
  const [program, system] = [find(PROGRAMS), find(SYSTEMS)];
  return [program ?? 'Een browser', system].filter(Boolean).join(' op ');
}
