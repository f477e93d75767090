import type { Line } from '../../core/fact/line.ts';
import type { Statement } from '../../engine/sql/statement.ts';

/**
 * Runs what `engine/sql` asks of the database itself. Each statement names tenant and batch first; the walls of
 * the tenant stand beside it all the same.
 */
export type PushedStore = {
  /**
   * Keeps what a statement gives, lines by `partner`, `placed` and whether they are `special`, as a table until the
   * transaction ends, and gives its name. Undefined: the lines are on other servers, and statements go to them.
   */
  readonly layOut: (statement: Statement) => Promise<string | undefined>;
  /** Decimals come as texts, integers of four bytes as numbers. */
  readonly rows: <Row>(statement: Statement) => Promise<readonly Row[]>;
  /** The lines of the revisions that a statement gives, as `LineStore.knownAt` has them at its batch. */
  readonly lines: (statement: Statement, batch: number) => Promise<readonly Line[]>;
  /** The totals that were taken over, as known at a batch. */
  readonly totals: (batch: number) => Promise<readonly Line[]>;
};
