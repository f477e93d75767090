/** Aborted when somebody asks the process to end. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  // Not `once`: from a terminal a signal comes twice, and the second one must not cut the end short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
