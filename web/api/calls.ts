/** A call as whoever is asked for help may know it: which operation, and what came of it; no id, no search, no content. */
export type Call = {
  readonly at: string;
  readonly method: string;
  /** As the description of the API names it, with its variable parts in braces. */
  readonly path: string;
  /** 0 where nobody answered. */
  readonly status: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly ms: number;
};

const KEPT = 50;
const calls: Call[] = [];

export function keepCall(call: Call): void {
  calls.push(call);
  if (calls.length > KEPT) calls.shift();
}

/** The last calls of this page since it was loaded, the latest last. */
export function lastCalls(): readonly Call[] {
  return [...calls];
}
