/** What taking an import back did to the facts. */
export type Undone = {
  /** Lines that nobody says any more. */
  readonly withdrawn: number;
  /** Lines for which an earlier word stands again. */
  readonly restored: number;
};

export type UndoStore = {
  /**
   * Takes back what an import and the repairs of its rows said, as new revisions of a batch: what
   * the last of the other imports said of a line stands again; where there is none, the line is
   * withdrawn. What a later import says stays.
   */
  readonly undo: (entry: {
    readonly document: string;
    readonly batch: number;
    readonly reason: string;
    readonly actor: string;
  }) => Promise<Undone>;
};
