/** The lists of which views are kept. */
export const VIEW_LISTS = ['agreements', 'claims', 'lines', 'earnings', 'ledger'] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** What a list is narrowed by, as its address says it. */
export type ViewFilter = Readonly<Record<string, string>>;

export type SavedView = {
  readonly id: string;
  readonly person: string;
  readonly list: ViewList;
  readonly name: string;
  readonly filter: ViewFilter;
  /** What the list opens with. */
  readonly isDefault: boolean;
};

export type ViewStore = {
  /** By name. */
  readonly list: (person: string, list: ViewList) => Promise<readonly SavedView[]>;
  /** One of a person, locked. */
  readonly lock: (person: string, id: string) => Promise<SavedView | undefined>;
  readonly add: (view: SavedView, at: Date) => Promise<void>;
  readonly change: (view: SavedView, at: Date) => Promise<void>;
  /** No view of the list opens it any more. */
  readonly clearDefault: (person: string, list: ViewList) => Promise<void>;
  readonly remove: (person: string, id: string) => Promise<boolean>;
};
