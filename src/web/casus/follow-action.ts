import type { RequestHandler } from 'express';
import type { Upload } from '../../http/read-multipart.ts';
import { ENTER } from './act.ts';
import { toEnterAction } from './passphrase.ts';

/** The field with which a button says what to do with the case. */
const ACTIE = 'actie';
/** What is asked of another address than that of the form: which one, and of what. */
const ACTION =
  /^(casus|bestand|openen|nieuws|nieuws-eml|nieuws-txt|termijnen|vervolg|vervolg-eml|vervolg-txt)(?::(.*))?$/;

/**
 * Sends a form of a case on to the address that its button stands for, as `formaction` would: text browsers do not know
 * that, nor `formenctype`, and send the form to its own address in its own way. Only opening a file gets the files.
 */
export const followCasusAction: RequestHandler<Record<string, string>> = (req, _res, next) => {
  const upload = toUpload(req.body);
  const form = upload.velden;
  // w3m sends the form once a file is chosen where the field has `accept`, without any button.
  const hasFile = upload.bestanden.length > 0 || upload.teGroot;
  const pressed = form.get(ACTIE) ?? (hasFile ? 'openen' : '');
  const asked = (pressed === ENTER && toEnterAction(form, hasFile)) || pressed;
  const [, part, rest] = ACTION.exec(asked) ?? [];
  if (part) {
    const [query = ''] = /\?.*$/.exec(req.url) ?? [];
    req.url = `${part === 'casus' ? '' : '/casus'}/${part}${query}`;
    if (rest === undefined) form.delete(ACTIE);
    else form.set(ACTIE, rest);
  }
  req.body = part === 'openen' ? upload : form;
  next();
};

function toUpload(body: URLSearchParams | Upload): Upload {
  return body instanceof URLSearchParams ? { velden: body, bestanden: [], teGroot: false } : body;
}
