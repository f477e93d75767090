/** What a sender's name can stand for. */
export const ALIAS_KINDS = ['partner', 'product'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** A name of a sender that was taken for one of ours. */
export type AppliedAlias = {
  readonly kind: AliasKind;
  readonly received: string;
  readonly code: string;
};

/** What a source calls a partner or product; without a code, the name is nobody's any more. */
export type Alias = {
  readonly kind: AliasKind;
  readonly source: string;
  readonly received: string;
  readonly code?: string;
};

export type AliasStore = {
  /** Those in force now, of all sources or of one. */
  readonly current: (source?: string) => Promise<readonly (Alias & { readonly code: string })[]>;
  /** Adds what differs from what is in force, known from a batch. */
  readonly append: (aliases: readonly Alias[], batch: number) => Promise<void>;
};
