import type { LocalDate } from '../../core/calendar/localDate.ts';

/** The trees of master data: partners below their groups, and products below their categories. */
export const HIERARCHIES = ['partners', 'products'] as const;
export type Hierarchy = (typeof HIERARCHIES)[number];

/** What stands in a tree. */
export const NODE_KINDS = ['partner', 'category', 'product'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** A tree on a day, as known at a batch. */
export type HierarchyOn = {
  readonly tree: Hierarchy;
  readonly effective: LocalDate;
  readonly batch: number;
};

export type HierarchyNode = {
  readonly kind: NodeKind;
  readonly code: string;
  readonly name: string;
  /** The one above it. */
  readonly above?: string;
  /** Whether there is a record of it; one that is only named as the one above has none. */
  readonly isKnown: boolean;
  /** How many stand right below it. */
  readonly below: number;
  /** How many partners or products stand at it or anywhere below it, and lines that name one of them. */
  readonly members: number;
  readonly lines: number;
};

export type HierarchyPage = HierarchyOn & {
  /** Right below this one; undefined: those with nobody above. With a text: anywhere. */
  readonly below?: string;
  /** A part of the code or name, in letters of any case. */
  readonly text?: string;
  readonly after?: { readonly kind: string; readonly code: string };
  readonly limit: number;
};

export type HierarchyStore = {
  /** Categories before products, then by code. */
  readonly page: (page: HierarchyPage) => Promise<readonly HierarchyNode[]>;
  /** The codes of partners or products at a node or anywhere below it. */
  readonly members: (
    on: HierarchyOn,
    node: { readonly kind: NodeKind; readonly code: string },
  ) => Promise<readonly string[]>;
};
