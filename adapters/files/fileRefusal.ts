import { basename } from 'node:path';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { systemCode } from './systemCode.ts';

/** Thrown inside a stream of bytes, where no value can be returned; never leaves this folder. */
export class FileRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * What opening or reading a file failed with, as a refusal; undefined where the error is none of
 * the file's and has to go on as it is.
 */
export function fileRefusal(error: unknown, path: string, file = basename(path)): Refusal | undefined {
  if (error instanceof FileRefused) return error.refusal;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('file-not-found', file, { file });
  const isUnreadable = systemCode(error) !== undefined || code.startsWith('Z_');
  return isUnreadable ? refuse('file-not-readable', file, { file, reason: code }) : undefined;
}
