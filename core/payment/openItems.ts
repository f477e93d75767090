import { compareTexts } from '../text/compareTexts.ts';

/** What is open of a settlement. Units: minor. */
export type OpenItem = {
  readonly settlement: string;
  readonly partner: string;
  readonly number: string;
  readonly minor: bigint;
};

/** What goes to one partner in one transfer. */
export type Transferable = {
  readonly partner: string;
  readonly minor: bigint;
  readonly items: readonly OpenItem[];
};

/** One transfer for each partner, with what it pays; what has nothing open is not paid. Order: by partner, then by number. */
export function transfersOf(items: readonly OpenItem[]): Transferable[] {
  const byPartner = Map.groupBy(
    items.filter(({ minor }) => minor > 0n),
    ({ partner }) => partner,
  );
  return [...byPartner]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([partner, own]) => ({
      partner,
      minor: own.reduce((sum, { minor }) => sum + minor, 0n),
      items: own.toSorted((a, b) => compareTexts(a.number, b.number)),
    }));
}

const REMITTANCE_MAX = 80;

/** What the beneficiary reads: the numbers of the documents; where they are too many, how many more there are. */
export function remittanceOf(numbers: readonly string[]): string {
  const all = numbers.join(', ');
  if (all.length <= REMITTANCE_MAX) return all;
  for (let shown = numbers.length - 1; shown > 0; shown -= 1) {
    const text = `${numbers.slice(0, shown).join(', ')} +${numbers.length - shown}`;
    if (text.length <= REMITTANCE_MAX) return text;
  }
  return `+${numbers.length}`;
}
