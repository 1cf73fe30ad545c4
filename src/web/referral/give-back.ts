import type { ErrorRequestHandler } from 'express';
import type { Services } from '../../services.ts';
import { StandFault } from '../stand-param.ts';
import type { ReferralDesk } from './referral-desk.ts';

/**
 * Gives back what was typed for a table when the answers in the address cannot be read any more, after twelve hours: it
 * came along with the request. For every address below `/verwijzen/:tafel`.
 */
export function createGiveBack(
  { model }: Pick<Services, 'model'>,
  { showTypedBack }: ReferralDesk,
): ErrorRequestHandler {
  return (error, req, res, next) => {
    const tafel = model.tafelOf.get(String(req.params.tafel));
    if (!(error instanceof StandFault && tafel && req.body instanceof URLSearchParams)) return next(error);
    showTypedBack(res, tafel, req.body, []);
  };
}
