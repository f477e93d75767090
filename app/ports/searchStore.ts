/** What is found by its number, its name or what stands in it. */
export const FOUND_KINDS = [
  'agreement',
  'partner',
  'product',
  'claim',
  'settlement',
  'document',
  'import',
] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

export type Found = {
  readonly kind: FoundKind;
  /** By which the API shows it: of agreements, partners and products the code, of documents the source. */
  readonly id: string;
  /** The code, reference or number that people say; '' where it has none yet. */
  readonly code: string;
  /** What it is called, or whom it is about. */
  readonly name: string;
};

export type SearchStore = {
  /** Of each kind as many as the limit says; what is called exactly so first, then what begins so. */
  readonly find: (asked: {
    readonly text: string;
    readonly kinds: readonly FoundKind[];
    readonly limit: number;
  }) => Promise<readonly Found[]>;
};
