import type { Finding, FoundObject } from './finding.ts';

/** What findings are gathered under, and what a hold stops: a claim stands for its lines. */
export type Subject = { readonly object: FoundObject; readonly id: string };

export function subjectOf({ object, id }: Pick<Finding, 'object' | 'id'>): Subject {
  if (object !== 'claimLine') return { object, id };
  const end = id.lastIndexOf('/');
  return { object: 'claim', id: end < 0 ? id : id.slice(0, end) };
}

/** One text for a subject, for maps; an object's name holds no space. */
export function subjectKey({ object, id }: Subject): string {
  return `${object} ${id}`;
}
