import type { Settlement } from '../agreement/agreement.ts';
import { taxTermsOf } from '../agreement/settlementTax.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { joinKey } from '../text/key.ts';
import { type Group, nettedSets, setOffSum } from './settleTogether.ts';
import { taxTermsKey } from './taxTermsKey.ts';

/** Whose documents owe money; goods and what partners keep back are set off against none. */
const IN_MONEY: ReadonlySet<Settlement['method']> = new Set(['creditNote', 'debitNote', 'payment']);

/**
 * The agreements that are set off against each other, with the document that they share. An agreement that comes to less
 * than nothing stands on the document of the one that pays most, by its way and time of payment; where that one does
 * not cover it, the next ones come on the same document. Where the tax asks for other documents, it is taken back
 * by one of its own, which is set off when it is issued. Shape: what does not fit is left, and held by its tax or sign.
 * Source: rulings R17.
 */
export function onSharedDocuments(groups: readonly Group[]): Group[] {
  const moved = new Map(nettedSets(groups).flatMap((set) => [...sharing(set)]));
  return groups.map((group) => moved.get(group.code) ?? group);
}

/** Those of a set of agreements that stand on another document than their own terms say, by their codes. */
function sharing(set: readonly Group[]): Map<string, Group> {
  const inMoney = set.filter(({ settlement }) => IN_MONEY.has(settlement.method));
  const isLess = (group: Group) => setOffSum(group) < 0n;
  const moved = new Map<string, Group>();
  for (const own of Map.groupBy(inMoney, taxKey).values()) {
    const less = own.filter(isLess);
    if (less.length === 0) continue;
    const covering = coveringOf(less, own);
    const [carrier] = covering;
    if (carrier !== undefined) {
      const { method, paymentDays } = carrier.settlement;
      for (const group of [...covering, ...less])
        moved.set(group.code, { ...group, payment: { method, paymentDays } });
    } else if (!inMoney.every(isLess)) {
      for (const group of less) moved.set(group.code, takenBack(group));
    }
  }
  return moved;
}

/** Those that pay, the most first, as many as it takes to cover those that come to less than nothing; none where all do not. */
function coveringOf(less: readonly Group[], all: readonly Group[]): readonly Group[] {
  const paying = all
    .filter((group) => setOffSum(group) > 0n)
    .sort((a, b) => (setOffSum(a) === setOffSum(b) ? compareTexts(a.code, b.code) : bySize(a, b)));
  let left = less.reduce((sum, group) => sum + setOffSum(group), 0n);
  const covering: Group[] = [];
  for (const group of paying) {
    if (left > 0n) break;
    covering.push(group);
    left += setOffSum(group);
  }
  return left > 0n ? covering : [];
}

function bySize(a: Group, b: Group): number {
  return setOffSum(a) > setOffSum(b) ? -1 : 1;
}

function takenBack(group: Group): Group {
  return {
    ...group,
    accounts: group.accounts.map((account) => ({
      ...account,
      parts: account.parts.map((part) =>
        part.kind === 'document' ? { ...part, reason: 'clawBack' as const } : part,
      ),
    })),
  };
}

function taxKey({ settlement }: Group): string {
  return joinKey(...taxTermsKey(taxTermsOf(settlement.tax)));
}
