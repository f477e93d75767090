import type { Ports, TenantId, Tx } from '../ports.ts';

/** A short look at a tenant, in a transaction of its own: a scan takes many, and holds none for long. */
export type Reading = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export function readingOf(ports: Ports, tenant: TenantId): Reading {
  return (work) => ports.store.inTenant(tenant, work);
}

export const PAGE = 1000;

/** Reads page after page, each in a look of its own and behind the last row of the one before. */
export async function allPages<R>(
  read: Reading,
  page: (tx: Tx, last: R | undefined) => Promise<readonly R[]>,
): Promise<R[]> {
  const rows: R[] = [];
  for (let last: R | undefined; ; ) {
    const after = last;
    const found = await read((tx) => page(tx, after));
    rows.push(...found);
    last = found.at(-1);
    if (found.length < PAGE) return rows;
  }
}
