import { dayIn, said, textIn } from '../../../shell/textsIn.ts';

export const TREES = ['partners', 'products'] as const;
export type Tree = (typeof TREES)[number];
export const NODE_KINDS = ['partner', 'category', 'product'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** Which tree, as of which days, what is looked for in it, and which node is open. */
export type HierarchySearch = {
  readonly tree?: Tree;
  readonly text?: string;
  readonly effective?: string;
  readonly known?: string;
  readonly kind?: NodeKind;
  readonly code?: string;
};

/** The search in the address; nonsense counts as nothing. */
export function hierarchySearchIn(search: Record<string, unknown>): HierarchySearch {
  const { text, effective, known } = search;
  const tree = TREES.find((one) => one === search.tree);
  const opened = { kind: NODE_KINDS.find((one) => one === search.kind), code: textIn(search.code) };
  const isOpen = Object.values(opened).every((part) => part !== undefined);
  return {
    ...said({ tree, text: textIn(text), effective: dayIn(effective), known: dayIn(known) }),
    ...(isOpen && said(opened)),
  };
}
