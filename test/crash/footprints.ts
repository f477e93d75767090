import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

/** What a step does to tables, by their names. */
export type Footprint = {
  readonly reads: Set<string>;
  /** Rows of these are written or locked. */
  readonly changes: Set<string>;
  /** Rows of these are locked so that nobody may even name them. */
  readonly closes: Set<string>;
  /** Named by what is written, so that their rows have to stay. */
  readonly names: Set<string>;
  /** Shown to others, and let go of, by the end of the transaction. */
  readonly shows: Set<string>;
  /** The step has ended; one that waits for a lock has not. */
  isWhole: boolean;
};

/**
 * Whether it makes a difference which of two steps of different sessions comes first. Under READ COMMITTED nobody sees
 * what another one has written before that one commits; whoever writes or locks the same waits for it.
 */
export function isNoticed(one: Footprint, other: Footprint): boolean {
  return (
    meet(one.changes, other.changes) ||
    [
      [one, other],
      [other, one],
    ].some(([a, b]) => {
      const { closes, shows } = a as Footprint;
      const { reads, changes, names } = b as Footprint;
      return meet(closes, names) || [reads, changes, names].some((seen) => meet(shows, seen));
    })
  );
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].some((one) => others.has(one));

const running = new AsyncLocalStorage<Steps>();

/** The steps of one session by what they do, as the texts of its statements tell. */
export class Steps {
  readonly prints: Footprint[] = [];
  private readonly known: Tables;
  private open = new Set<string>();
  /** Of what is done before the first step: nobody goes in between. */
  private current = newFootprint();

  constructor(known: Tables) {
    this.known = known;
  }

  /** What is done from here on is of the next step. */
  begin(): void {
    this.current.isWhole = true;
    this.current = newFootprint();
    this.prints.push(this.current);
  }

  end(): void {
    this.current.isWhole = true;
  }

  within<T>(work: () => Promise<T>): Promise<T> {
    return running.run(this, work);
  }

  heard(text: string): void {
    const { reads, changes, closes, names, shows } = this.current;
    if (/^\s*(COMMIT|ROLLBACK)/.test(text)) {
      for (const table of this.open) shows.add(table);
      this.open = new Set();
      return;
    }
    const [, , lockedAlias] = /\bFOR (NO KEY )?UPDATE(?: OF ([a-z]+))?/.exec(text) ?? [];
    const isLocking = /\bFOR (NO KEY )?UPDATE\b/.test(text);
    for (const [, deed = '', table = '', alias] of text.matchAll(TABLE)) {
      if (!this.known.has(table)) continue;
      reads.add(table);
      const isWritten = deed === 'INTO' || deed === 'UPDATE' || deed === 'DELETE FROM';
      if (!isWritten && !(isLocking && (lockedAlias === undefined || lockedAlias === alias))) continue;
      changes.add(table);
      this.open.add(table);
      if (deed === 'DELETE FROM' || !isWritten) closes.add(table);
      if (deed === 'INTO') for (const parent of this.known.get(table) ?? []) names.add(parent);
    }
  }
}

/** A table where a statement names one, by what it does there, and its short name. */
const TABLE = /\b(DELETE FROM|FROM|JOIN|INTO|UPDATE|USING)\s+([a-z_]+)(?:\s+(?:AS\s+)?([a-z]+)\b)?/g;

/** Every table with those that its rows name by a foreign key. */
type Tables = ReadonlyMap<string, readonly string[]>;

export async function tablesOf(admin: Client): Promise<Tables> {
  const { rows } = await admin.query<{ name: string; parents: string[] }>(
    `SELECT c.relname AS name, array_remove(array_agg(p.relname::text), NULL) AS parents
     FROM pg_class c LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
     LEFT JOIN pg_class p ON p.oid = k.confrelid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname`,
  );
  return new Map(rows.map(({ name, parents }) => [name, parents]));
}

/** Lets the steps of sessions hear every statement that is sent for them; gives what ends it. */
export function listening(): () => void {
  const { query } = Client.prototype;
  const heard = function (this: Client, ...args: unknown[]) {
    const [asked] = args;
    const text = typeof asked === 'string' ? asked : (asked as { text?: string } | undefined)?.text;
    if (text !== undefined) running.getStore()?.heard(text);
    return (query as (...own: unknown[]) => unknown).apply(this, args);
  };
  Client.prototype.query = heard as typeof query;
  return () => {
    Client.prototype.query = query;
  };
}

function newFootprint(): Footprint {
  const [reads, changes, closes, names, shows] = Array.from({ length: 5 }, () => new Set<string>());
  return { reads, changes, closes, names, shows, isWhole: false } as Footprint;
}
