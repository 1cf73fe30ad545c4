import type { RequestHandler } from 'express';

/**
 * Signs that nobody sees and nobody means: they come with a paste from elsewhere, break mails, calendars and PDFs, and some
 * turn the order of what is read. Line ends and tabs stay.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Takes out of a form of `/beheer` what cannot be seen, before anything of it is read. */
export const cleanForm: RequestHandler = (req, _res, next) => {
  if (req.body instanceof URLSearchParams)
    req.body = new URLSearchParams(
      [...req.body].map(([naam, waarde]): [string, string] => [naam, waarde.replaceAll(UNSEEN, '')]),
    );
  next();
};
