type Deed = (...args: never[]) => unknown;

/** The functions of a module; each gives a promise, since the module may have to be loaded first. */
export type OnDemand<Module> = {
  readonly [name in keyof Module as Module[name] extends Deed ? name : never]: Module[name] extends (
    ...args: infer Args
  ) => infer Given
    ? (...args: Args) => Promise<Awaited<Given>>
    : never;
};

/** A module that is loaded when one of its functions is first called: a command loads what it needs, and no other command. */
export function onDemand<Module extends object>(load: () => Promise<Module>): OnDemand<Module> {
  const calling =
    (name: string) =>
    async (...args: unknown[]) =>
      ((await load()) as Readonly<Record<string, (...given: unknown[]) => unknown>>)[name]?.(...args);
  return new Proxy({} as OnDemand<Module>, { get: (_, name) => calling(String(name)) });
}
