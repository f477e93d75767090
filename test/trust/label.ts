import type { FoundObject } from '../../core/trust/finding.ts';

export type Named = { readonly object: FoundObject; readonly id: string };

/** One planted case: a finding on its object, or on one of the alternatives, has found it. */
export type Label = Named & {
  readonly kind: string;
  readonly group: 'fraud' | 'leakage';
  readonly heldOut: boolean;
  readonly alternatives: readonly Named[];
  /** The money of it in minor units of the set's currency, where it can be said. */
  readonly minor?: number;
};

/** Something unusual and honest: a finding on one of these is a false one. */
export type Innocent = { readonly kind: string; readonly named: readonly Named[] };

export function namedKey({ object, id }: Named): string {
  return `${object} ${id}`;
}
