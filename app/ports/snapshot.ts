/** A table as it is carried: its name and its columns, in the order of each row. */
export type SnapshotTable = { readonly name: string; readonly columns: readonly string[] };

/** What a table came to: rows, bytes of its text, and their hash in hex. */
export type TableSum = { readonly rows: number; readonly bytes: number; readonly sha256: string };

/** A migration that the tables have behind them. */
export type AppliedMigration = { readonly number: number; readonly name: string; readonly sha256: string };

export type SnapshotHead = {
  /** The version of the PostgreSQL that it was read from. */
  readonly server: string;
  readonly migrations: readonly AppliedMigration[];
  readonly tables: readonly SnapshotTable[];
};

/** The rows of one table, as the text that COPY writes and reads. */
export type TableText = { readonly table: SnapshotTable; readonly chunks: AsyncIterable<Uint8Array> };

/**
 * Everything that a database holds at one instant, of all tenants, table by table in the order of
 * its head. It streams: a table has to be read to its end before the next one is asked for.
 */
export type Snapshot = { readonly head: SnapshotHead; readonly tables: AsyncIterable<TableText> };
