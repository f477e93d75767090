import type { Store, Tx } from '../../app/ports.ts';
import type { Turn } from './schedules.ts';

/** A store that waits for its turn before each step, or each call where none is named, and before it commits. */
export function inSteps(store: Store, turn: Turn, steps?: Iterable<string>): Store {
  const awaited = steps && new Set(steps);
  return {
    ...store,
    inTenant: (tenant, work) =>
      store.inTenant(tenant, async (tx) => {
        const value = await work(
          replaced(tx, (name, call) => (awaited?.has(name) === false ? call() : turn().then(call))),
        );
        await turn();
        return value;
      }),
  };
}

/** The tables of a transaction with something else done at each call of them. */
export function replaced(tx: Tx, each: (name: string, call: () => unknown) => unknown): Tx {
  const tables = Object.entries(tx).map(([table, methods]) => {
    const changed = Object.entries(methods).map(([method, call]) => {
      const instead = (...args: unknown[]) =>
        each(`${table}.${method}`, () => (call as (...given: unknown[]) => unknown)(...args));
      return [method, instead];
    });
    return [table, Object.fromEntries(changed)];
  });
  return Object.fromEntries(tables) as Tx;
}
