/** Holds transactions at a point until the test opens it: no sleeping, no guessing. */
export type Gate = {
  /** Announces itself and waits until the gate is open. */
  readonly wait: (name: string | undefined) => Promise<void>;
  /** The names of the first `count` that stand at the gate. */
  readonly arrived: (count: number) => Promise<string[]>;
  readonly open: () => void;
};

export function gate(): Gate {
  const names: string[] = [];
  const watchers: (() => void)[] = [];
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return {
    wait: (name) => {
      names.push(name ?? 'nothing');
      for (const watch of watchers) watch();
      return opened;
    },
    arrived: (count) =>
      new Promise((resolve) => {
        const watch = () => names.length >= count && resolve(names.slice(0, count));
        watchers.push(watch);
        watch();
      }),
    open,
  };
}
