import type { Answer } from '../../../api/answer.ts';

export type Node = Answer<'listHierarchy'>['rows'][number];

/** By which a node is told from every other one of its tree. */
export function keyOf({ kind, code }: Pick<Node, 'kind' | 'code'>): string {
  return `${kind} ${code}`;
}
