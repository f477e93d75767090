import type { Line } from '../../core/fact/line.ts';
import type { LineFilter, LineKeeper, TenantId, Tx } from '../ports.ts';

/** How many snapshots are worth their memory: the lines of two sides, now and before. */
const KEPT = 4;

/**
 * Lines as known at a batch, read once for all agreements that ask for the same ones. What is
 * known at a committed batch never changes, so a snapshot never goes stale.
 */
export class LineSnapshots {
  private readonly kept = new Map<string, readonly Line[]>();
  private readonly keeper: LineKeeper | undefined;

  /** `keeper` has lines from one calculation to the next; only where batches are asked for that are committed. */
  constructor(keeper?: LineKeeper) {
    this.keeper = keeper;
  }

  async knownAt(tx: Tx, tenant: TenantId, batch: number, filter: LineFilter): Promise<readonly Line[]> {
    const key = JSON.stringify([tenant, batch, filter]);
    const found = this.kept.get(key);
    if (found !== undefined) return found;
    const isKept =
      filter.partners === undefined && filter.document === undefined && filter.days === undefined;
    const lines = await (isKept && this.keeper !== undefined
      ? this.keeper.knownAt(tx, tenant, batch, filter)
      : tx.lines.knownAt(batch, filter));
    this.kept.set(key, lines);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return lines;
  }
}
