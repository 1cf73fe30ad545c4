import express, { type RequestHandler } from 'express';

/**
 * Reads an HTML form into `URLSearchParams`, which keeps values of the same name in order and makes no objects of names.
 * Anything else than a form counts as an empty form. `limit` is in bytes.
 */
export function readForm(limit: number): RequestHandler<Record<string, string>> {
  const readText = express.text({ type: 'application/x-www-form-urlencoded', limit });
  return (req, res, next) =>
    readText(req, res, (error?: unknown) => {
      req.body = new URLSearchParams(typeof req.body === 'string' ? req.body : '');
      next(error);
    });
}
