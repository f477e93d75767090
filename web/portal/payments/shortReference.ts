/** A reference of 32 signs says less in a list than its end, by which payments differ; the sheet has all of it. */
export function shortReference(reference: string): string {
  return /^[0-9A-Fa-f]{32}$/.test(reference) ? `…${reference.slice(-8)}` : reference;
}
