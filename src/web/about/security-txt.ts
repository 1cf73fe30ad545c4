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
  // The standard knows https only; a site that is tried out without TLS has no other place either.
  const site = baseUrl.replace(/^http:/, 'https:');
  const contact = operator.securityContact ?? `${site}/klopt-niet`;
  return (_req, res) => {
    const regels = [
      `Contact: ${contact}`,
      `Expires: ${new Date(now().getTime() + HALF_YEAR).toISOString()}`,
      `Canonical: ${site}/.well-known/security.txt`,
      'Preferred-Languages: nl, en',
    ];
    res
      .type('text/plain; charset=utf-8')
      .set('Cache-Control', 'no-cache')
      .send(`${regels.join('\n')}\n`);
  };
}
