import type { Request } from 'express';
import { StorageFailure } from '../domain/storage-failure.ts';

/** Logs that something could not be kept or read, so that the page can say so. @throws whatever else went wrong. */
export function logStorageFailure(req: Request, error: unknown, wat: string): void {
  if (!(error instanceof StorageFailure)) throw error;
  req.logError(error, wat);
}
