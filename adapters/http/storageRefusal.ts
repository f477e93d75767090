import { type Refusal, refuse } from '../../core/refusal/refusals.ts';

/** No room, by the system or by PostgreSQL. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** What the system says when a file of ours cannot be kept for another reason. */
const FAILED = /^E(IO|ROFS|MFILE|NFILE|NOMEM|STALE|BADMSG|ACCES|PERM|FBIG|NXIO)$/;

/** Why nothing could be stored, where an error says that; undefined for every other error. */
export function storageRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return refuse('storage-full', '');
  // The same said of a connection speaks of the network.
  const isFile = 'syscall' in error && error.syscall !== 'connect';
  if (FAILED.test(code) && isFile) return refuse('storage-failed', '', { reason: code });
  return error.cause === undefined || error.cause === error ? undefined : storageRefusal(error.cause);
}
