/** A line that stands, as the clients know it. */
export type ExpectedLine = { readonly partner: string; readonly pieces: number; readonly cents: number };

/** What has to be there in the end, by what the clients asked for and were told. */
export type ExpectedBooks = {
  /** By document and number. */
  readonly lines: Map<string, ExpectedLine>;
  /** Names of files that are in, once. */
  readonly files: Set<string>;
  /** Names of files that were refused or only looked at. */
  readonly noFiles: Set<string>;
  /** Files of which nobody knows whether they are in, with their lines. */
  readonly unknownFiles: Map<string, ReadonlyMap<string, ExpectedLine>>;
  readonly payments: Set<string>;
  readonly stock: Set<string>;
  readonly persons: Set<string>;
  /** What was done with each agreement, in order. */
  readonly deeds: Map<string, readonly string[]>;
};

export function noBooks(): ExpectedBooks {
  return {
    lines: new Map(),
    files: new Set(),
    noFiles: new Set(),
    unknownFiles: new Map(),
    payments: new Set(),
    stock: new Set(),
    persons: new Set(),
    deeds: new Map(),
  };
}
