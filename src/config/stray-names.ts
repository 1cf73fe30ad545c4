/** Settings that are gone, with what an operator is to know. */
const VERVALLEN: Readonly<Record<string, string>> = {
  WEB_CONCURRENCY:
    'WEB_CONCURRENCY is geen instelling meer: de site werkt in één proces. Haal deze instelling weg.',
};

/** Names that begin so are meant for this server. */
const OWN = /^(STAND|SMTP|STORE|OIDC)_/;

/**
 * A sentence for each name of the environment that is meant for this server but is gone, or is spelled wrong, such as
 * LOGLEVEL or SMTP_HSOT. Many names there are of other programs: those are left alone, and so is one that differs by a
 * slip from a setting which is there as well.
 */
export function findStrayNames(known: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((naam) => {
    if (known.includes(naam)) return [];
    const vervallen = VERVALLEN[naam];
    if (vervallen) return [vervallen];
    const isOwn = OWN.test(naam);
    const same = known.find((other) => toShape(other) === toShape(naam) && isLong(other));
    const meant = same ? [same] : known.filter((other) => isSlip(naam, other));
    if (meant.length > 0)
      return same || isOwn || !meant.some((other) => names.includes(other))
        ? [`${naam} is geen instelling. Bedoelt u ${meant.join(' of ')}?`]
        : [];
    return isOwn ? [`${naam} is geen instelling. De instellingen zijn: ${known.join(', ')}.`] : [];
  });
}

function toShape(naam: string): string {
  return naam.replaceAll(/[_-]/g, '').toUpperCase().replace(/S$/, '');
}

/** Whether a name is of words enough that no other program has one so close to it: not PORT (SORT, PORTS) or HOST (COST). */
function isLong(naam: string): boolean {
  return naam.includes('_');
}

/** Whether a name is that of a setting with two letters swapped, or, if it is long, with one more, less or other. */
function isSlip(naam: string, setting: string): boolean {
  let begin = 0;
  while (begin < naam.length && naam[begin] === setting[begin]) begin += 1;
  let end = 0;
  const shortest = Math.min(naam.length, setting.length);
  while (end < shortest - begin && naam.at(-1 - end) === setting.at(-1 - end)) end += 1;
  const typed = naam.slice(begin, naam.length - end);
  const meant = setting.slice(begin, setting.length - end);
  if (typed.length === 2 && meant.length === 2) return typed[0] === meant[1] && typed[1] === meant[0];
  return isLong(setting) && typed.length <= 1 && meant.length <= 1;
}
