import {
  accept,
  type Refusal,
  type RefusalCode,
  type Result,
  refuse,
  refused,
} from '../../../core/refusal/refusals.ts';

/** Thrown where a start cannot go on for a reason that a person can mend; never leaves this folder. */
export class EmbeddedRefused extends Error {
  readonly refusal: Refusal;

  constructor(code: RefusalCode, at: string, facts: Record<string, string>) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.refusal = refuse(code, at, facts);
  }
}

/** Why a state folder is of no use, in words that the texts of both languages know. */
export type FolderFault = 'unreachable' | 'notWritable' | 'foreignOwner' | 'incomplete';

/** `detail` is what the system said: an error code, an owner, a version, a missing file. */
export function folderRefused(
  folder: string,
  user: string,
  reason: FolderFault,
  detail: string,
): EmbeddedRefused {
  return new EmbeddedRefused('state-folder-not-usable', folder, { folder, user, reason, detail });
}

/** What the work gives, or the refusal that it threw. Faults go on as they are. */
export async function asResult<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await work());
  } catch (error) {
    if (error instanceof EmbeddedRefused) return refused(error.refusal);
    throw error;
  }
}

/** The system's short code of an error (`EACCES`); undefined for errors of our own making. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
