import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TenantId } from '../../app/ports.ts';

/** One value of a query: dates go as ISO text, integers beyond 2^53 as bigint. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array | Date | readonly SqlValue[];

/**
 * A tenant's open transaction. It ends with the transaction: a query after that would run in
 * whoever's transaction has the connection by then, so it is a fault.
 */
export type Session = {
  readonly tenant: TenantId;
  readonly query: <Row>(text: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  /** Writes, and says how many rows: nothing comes back of them, however many they are. */
  readonly write: (text: string, values?: readonly SqlValue[]) => Promise<number>;
  /** Feeds `COPY … FROM STDIN`; row-level security allows it into temporary tables only. */
  readonly copyIn: (text: string, chunks: Iterable<string>) => Promise<void>;
  /** What `COPY … TO STDOUT` gives; nothing else may be asked until it has ended. */
  readonly copyOut: (text: string) => AsyncIterable<Buffer>;
};

export type OpenSession = { readonly session: Session; readonly end: () => void };

/** Opens the session of a transaction that stands already; queries go one after the other. */
export function openSession(client: PoolClient, tenant: TenantId): OpenSession {
  let ended = false;
  let previous: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = previous.then(() => {
      if (ended) throw new Error('Fault: the transaction has ended');
      return work();
    });
    previous = turn.catch(() => undefined);
    return turn;
  };
  return {
    session: {
      tenant,
      query: <Row>(text: string, values: readonly SqlValue[] = []) =>
        inTurn(async () => (await client.query(text, values.map(toParameter))).rows as Row[]),
      write: (text, values = []) =>
        inTurn(async () => (await client.query(text, values.map(toParameter))).rowCount ?? 0),
      copyIn: (text, chunks) => inTurn(() => pipeline(Readable.from(chunks), client.query(copyFrom(text)))),
      copyOut: (text) => {
        if (ended) throw new Error('Fault: the transaction has ended');
        return client.query(copyTo(text)) as AsyncIterable<Buffer>;
      },
    },
    end: () => {
      ended = true;
    },
  };
}

/** pg writes a Date in the zone of the process; the instant alone matters here. */
function toParameter(value: SqlValue): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}
