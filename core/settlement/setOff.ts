/** A document with what is still open of it. Units: minor, above zero. */
export type OpenDocument = {
  readonly settlement: string;
  readonly number: string;
  readonly openMinor: bigint;
  /** By their codes, each with the codes that it may be set off against. */
  readonly agreements: ReadonlyMap<string, 'none' | readonly string[]>;
  /** Paid ahead: it is set off against what its own agreement settles. */
  readonly isAdvance: boolean;
};

/** What of a document is set off against another one. */
export type SetOff = { readonly against: string; readonly number: string; readonly minor: bigint };

/**
 * What a document is set off against, in the order in which the others are given: advances on its agreements,
 * and documents the other way where every agreement of the one names every agreement of the other, and the
 * other way round; what an agreement takes back needs no name for itself. Never more than either of them has open. Source: rulings R17.
 */
export function setOffs(document: OpenDocument, others: readonly OpenDocument[]): SetOff[] {
  let open = document.openMinor;
  return others.flatMap(({ settlement: against, number, openMinor, ...other }) => {
    if (!mayBeSetOff(document, other)) return [];
    const isWhole = openMinor <= open;
    const minor = isWhole ? openMinor : open;
    open -= minor;
    return minor > 0n ? [{ against, number, minor }] : [];
  });
}

type Named = Pick<OpenDocument, 'agreements' | 'isAdvance'>;

function mayBeSetOff(a: Named, b: Named): boolean {
  if (a.isAdvance || b.isAdvance) {
    return a.isAdvance !== b.isAdvance && [...b.agreements.keys()].some((code) => a.agreements.has(code));
  }
  return allNamed(a, b) && allNamed(b, a);
}

function allNamed(a: Named, b: Named): boolean {
  return [...a.agreements].every(([own, named]) =>
    [...b.agreements.keys()].every((code) => code === own || (named !== 'none' && named.includes(code))),
  );
}
