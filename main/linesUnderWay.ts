import type { TenantId } from '../app/ports.ts';

/** Whose lines the worker of this process reads at this moment, and how many it has. */
export type LinesUnderWay = {
  /** Undefined: nothing of the tenant is read any more. */
  readonly tell: (tenant: TenantId, lines: number | undefined) => void;
  readonly of: (tenant: TenantId) => number | undefined;
  readonly isAny: () => boolean;
  readonly clear: () => void;
};

/**
 * Calculations and previews wait for these lines, and nothing of that stands in the database: they are read in one
 * transaction, and are gone with the process.
 */
export function linesUnderWay(): LinesUnderWay {
  const read = new Map<TenantId, number>();
  return {
    tell: (tenant, lines) => void (lines === undefined ? read.delete(tenant) : read.set(tenant, lines)),
    of: (tenant) => read.get(tenant),
    isAny: () => read.size > 0,
    clear: () => read.clear(),
  };
}
