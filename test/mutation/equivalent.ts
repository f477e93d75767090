/** A fault that changes no money, and why. */
export type Equivalent = {
  readonly file: string;
  /** The function that it stands in. */
  readonly within: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
};

export const EQUIVALENT: readonly Equivalent[] = [];
