import type { Line } from '../../core/fact/line.ts';
import { ColumnStore } from '../../engine/columnar/columnStore.ts';
import { LineColumnsBuilder } from '../../engine/columnar/lineColumns.ts';
import type { LineChange, LineFilter, LineKeeper, TenantId, Tx } from '../ports.ts';
import { columnsOver, keepColumns } from './cellsOver.ts';

/** Lines of all tenants together that are worth their memory: some hundred megabytes in a process. */
const LINES_MAX = 500_000;
/** Of lines that are asked for alike: those of now, and those of the run before. */
const VERSIONS = 2;
/** With more documents changed all lines are read anew. */
const DOCUMENTS_MAX = 20_000;

type StandingOptions = {
  readonly linesMax?: number;
  readonly loading?: Loading;
};

/**
 * Is told when all lines of a tenant are about to be read, with what says how many have been so far. What it gives back is told
 * how many there were; undefined where reading broke off.
 */
export type Loading = (tenant: TenantId, read: () => number) => (lines: number | undefined) => void;

type Asked = { readonly batch: number; readonly filter: LineFilter };

/** Lines as known at a batch. */
type Version = { readonly batch: number; readonly lines: readonly Line[] };

/**
 * The lines that a worker calculated with last, of each tenant, with their columns. What is known at a later or
 * an earlier batch is theirs but for the documents that changed in between, whose lines alone are
 * read. It is a copy: it may be dropped at any time. Shape: a batch is asked for only once it is committed.
 */
export class StandingLines implements LineKeeper {
  private readonly kept = new Map<string, readonly Version[]>();
  private readonly linesMax: number;
  private readonly loading: Loading;

  /** Calculations wait while `loading` goes on. */
  constructor({ linesMax = LINES_MAX, loading = () => () => undefined }: StandingOptions = {}) {
    this.linesMax = linesMax;
    this.loading = loading;
  }

  async knownAt(tx: Tx, tenant: TenantId, batch: number, filter: LineFilter): Promise<readonly Line[]> {
    const key = JSON.stringify([tenant, filter]);
    const versions = this.kept.get(key) ?? [];
    const known = versions.find((version) => version.batch === batch);
    const version = known ?? (await this.read(tx, tenant, { batch, filter }, nearest(versions, batch)));
    const others = (this.kept.get(key) ?? []).filter((other) => other.batch !== batch);
    this.keep(key, [version, ...others].slice(0, VERSIONS));
    return version.lines;
  }

  /** Lets go of all lines. */
  drop(): void {
    this.kept.clear();
  }

  private async read(tx: Tx, tenant: TenantId, asked: Asked, near: Version | undefined): Promise<Version> {
    const { batch, filter } = asked;
    if (near === undefined) return { batch, lines: await this.fed(tx, tenant, asked) };
    const between = {
      after: Math.min(near.batch, batch),
      until: Math.max(near.batch, batch),
      knownAt: batch,
    };
    const change = await tx.lines.changedBetween(between, filter, DOCUMENTS_MAX);
    return { batch, lines: change === undefined ? await this.fed(tx, tenant, asked) : changed(near, change) };
  }

  private async fed(tx: Tx, tenant: TenantId, { batch, filter }: Asked): Promise<readonly Line[]> {
    const builder = new LineColumnsBuilder();
    const ended = this.loading(tenant, () => builder.count);
    let found: number | undefined;
    try {
      await tx.lines.feed(batch, filter, builder);
      const { store, lines } = ColumnStore.unpacked(builder.sorted().facts, batch);
      keepColumns(lines, store);
      found = lines.length;
      return lines;
    } finally {
      ended(found);
    }
  }

  /** What was asked for longest ago goes first. */
  private keep(key: string, versions: readonly Version[]): void {
    this.kept.delete(key);
    this.kept.set(key, versions);
    let lines = 0;
    for (const [other, [newest]] of [...this.kept].reverse()) {
      lines += newest?.lines.length ?? 0;
      if (lines > this.linesMax) this.kept.delete(other);
    }
  }
}

function nearest(versions: readonly Version[], batch: number): Version | undefined {
  const distance = (version: Version) => Math.abs(version.batch - batch);
  return versions.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Only the lines of documents that changed are others; the store takes them off and puts them in. */
function changed({ lines, batch }: Version, change: LineChange): readonly Line[] {
  if (change.documents.length === 0) return lines;
  const documents = new Map(
    [...Map.groupBy(change.documents, ({ document }) => document)].map(
      ([document, own]) => [document, new Set(own.map(({ source }) => source))] as const,
    ),
  );
  const isGone = ({ source, document, takenOverFrom }: Line) =>
    takenOverFrom === undefined && documents.get(document)?.has(source) === true;
  const removed = lines.filter(isGone);
  const now = [...lines.filter((line) => !isGone(line)), ...change.lines];
  const store = columnsOver(lines);
  if (store !== undefined) keepColumns(now, store.after({ added: change.lines, removed }, batch));
  return now;
}
