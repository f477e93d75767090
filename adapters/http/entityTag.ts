import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** A version of a thing as HTTP writes it: a strong ETag. */
export function entityTag(version: string): string {
  return `"${version}"`;
}

/**
 * The version that a writer has seen, from If-Match.
 * Refuses: if-match-missing, argument-invalid (`*` too: a blind write is what it guards against).
 */
export function seenVersion(ifMatch: string | undefined): Result<string> {
  if (ifMatch === undefined) return refused(refuse('if-match-missing', 'If-Match'));
  const version = /^"([\x21\x23-\x7e]{1,200})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return accept(version);
  const facts = { argument: 'If-Match', value: ifMatch, expected: '"…", one ETag' };
  return refused(refuse('argument-invalid', 'If-Match', facts));
}

/** Whether a reader has this version already. */
export function isKnown(ifNoneMatch: string | undefined, version: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(entityTag(version));
}
