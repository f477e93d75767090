/** Works a thing out of a record once, however many ask for it: detectors share what they read of the same history. */
export function onceOf<Of extends object, T>(work: (of: Of) => T): (of: Of) => T {
  const done = new WeakMap<Of, T>();
  return (of) => {
    const known = done.get(of);
    if (known !== undefined) return known;
    const fresh = work(of);
    done.set(of, fresh);
    return fresh;
  };
}
