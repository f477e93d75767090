/** A fault that changes no money, and why. */
type Equivalent = {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
};

export const EQUIVALENT: readonly Equivalent[] = [];
