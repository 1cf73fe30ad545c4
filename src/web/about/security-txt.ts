import type { RequestHandler } from 'express';
import type { OperatorInfo } from '../../domain/model/operator-info.ts';

/** In milliseconds. RFC 9116 advises less than a year; the file is made when it is asked for. */
const HALF_YEAR = 182 * 24 * 60 * 60 * 1000;

interface Options {
  readonly operator: Pick<OperatorInfo, 'securityContact'>;
  readonly baseUrl: string;
  readonly now: () => Date;
}

/** GET /.well-known/security.txt (RFC 9116): where to report a weakness. */
export function createSecurityTxt({ operator, baseUrl, now }: Options): RequestHandler {
  // The standard knows https only. A site that is tried out without TLS names the one place where it can be reached.
  const canonical = baseUrl.startsWith('https:') ? [`Canonical: ${baseUrl}/.well-known/security.txt`] : [];
  const contact = operator.securityContact ?? `${baseUrl}/klopt-niet`;
  return (_req, res) => {
    const regels = [
      `Contact: ${contact}`,
      `Expires: ${new Date(now().getTime() + HALF_YEAR).toISOString()}`,
      ...canonical,
      'Preferred-Languages: nl, en',
    ];
    res
      .type('text/plain; charset=utf-8')
      .set('Cache-Control', 'no-cache')
      .send(`${regels.join('\n')}\n`);
  };
}
