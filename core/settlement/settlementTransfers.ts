import type { Settlement } from '../agreement/agreement.ts';
import type { TaxTerms } from '../agreement/settlementTax.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import type { LedgerRole } from '../ledger/ledgerRole.ts';
import { type Transfer, transferred } from '../ledger/transfer.ts';
import type { PayoutRate } from './payoutRate.ts';
import type { TaxedAmount } from './taxOfDocument.ts';

/** What the books need of a settlement. Units: minor, in the direction of the agreement. */
export type PostedSettlement = {
  readonly id: string;
  readonly company: string;
  readonly beneficiary: string;
  readonly side: 'payable' | 'receivable';
  readonly method: Settlement['method'];
  readonly treatment: TaxTerms['treatment'];
  readonly amountsStated: TaxTerms['amounts'];
  readonly currency: string;
  /** Where what was earned is in another currency. */
  readonly payout?: Pick<PayoutRate, 'from'>;
  readonly withheldMinor: bigint;
  /** Whose open item it is: its own, or that of what it takes back. */
  readonly openItem?: string | undefined;
  /** Paid ahead of what is earned, or what takes that back. */
  readonly isAdvance?: boolean;
  readonly lines: readonly PostedLine[];
  readonly taxes: ReadonlyMap<string, TaxedAmount>;
};

type PostedLine = {
  readonly account: {
    readonly agreement: string;
    readonly term: string;
    readonly participant: string;
    readonly window: Window;
  };
  readonly lapse?: string;
  readonly statedMinor: bigint;
  /** The same in the currency of the settlement, where that is another one. */
  readonly paidMinor?: bigint;
};

/** What was accrued, what it is settled by, with whom it is open, what it costs or brings, and where its tax goes. */
type Roles = {
  readonly accrued: LedgerRole;
  readonly by: LedgerRole;
  readonly open: LedgerRole;
  readonly result: LedgerRole;
  readonly tax: LedgerRole;
  /** Of the goods that are given instead of money. */
  readonly goodsTax?: LedgerRole;
};

/**
 * The transfers that a settlement posts when it is issued. What we owe leaves the accrued liability for
 * the open items of the partner, with the tax that our price reduction takes back (or that the service
 * of the partner brings). What is owed to us leaves the accrued receivable. Goods that are given instead leave
 * the stock without tax, or come into it: they are a supply of their own at the same rates, whose tax pays that of
 * the document, so that no money is open. What is paid ahead is an asset until it is set off. What lapses leaves
 * for the result. Amounts that are stated with tax were accrued with it: the tax comes off what they cost.
 * What is paid in another currency than it was earned in goes through the account between both. Source: semantics 5.23.
 */
export function settlementTransfers(settlement: PostedSettlement, day: LocalDate): Transfer[] {
  const { side, currency, company, beneficiary, amountsStated, withheldMinor, isAdvance, payout } =
    settlement;
  const roles = rolesOf(settlement);
  const common = {
    ...{ company, currency, effectiveOn: day, origin: { kind: 'settlement', id: settlement.id } },
    ...(settlement.openItem !== undefined && { item: settlement.openItem }),
  };
  const isOurs = side === 'payable';
  const sides = (debit: LedgerRole, credit: LedgerRole) =>
    isOurs ? { debit, credit } : { debit: credit, credit: debit };
  const lines = settlement.lines.flatMap(({ account, lapse, statedMinor, paidMinor }, index) => {
    const { agreement, term, window, participant: partner } = account;
    const place = { ...common, partner, subject: { agreement, term, window }, leg: `line ${index + 1}` };
    if (payout !== undefined && paidMinor !== undefined) {
      const earned = { ...place, event: 'settle', currency: payout.from } as const;
      const paid = { ...place, event: 'settle', leg: `${place.leg} paid` } as const;
      return [
        ...transferred(statedMinor, sides(roles.accrued, 'conversion'), earned),
        ...transferred(paidMinor, sides('conversion', roles.by), paid),
      ];
    }
    return lapse === undefined
      ? transferred(statedMinor, sides(roles.accrued, roles.by), {
          ...place,
          event: isAdvance ? 'advance' : 'settle',
        })
      : transferred(statedMinor, sides(roles.accrued, 'lapsed'), { ...place, event: 'lapse' });
  });
  const isNet = amountsStated === 'net';
  const taxes = [...settlement.taxes].flatMap(([rate, { taxMinor }]) => {
    const place = { ...common, event: 'tax', partner: beneficiary, leg: `tax ${rate}` } as const;
    const ofGoods = { ...place, leg: `goods ${place.leg}` };
    return [
      ...transferred(taxMinor, sides(roles.tax, isNet ? roles.open : roles.result), place),
      ...(roles.goodsTax === undefined
        ? []
        : transferred(taxMinor, sides(isNet ? roles.open : roles.by, roles.goodsTax), ofGoods)),
    ];
  });
  const place = { ...common, event: 'withhold', partner: beneficiary, leg: 'withheld' } as const;
  return [...lines, ...taxes, ...transferred(withheldMinor, sides(roles.open, 'withholding'), place)];
}

function rolesOf({ side, method, treatment, isAdvance }: PostedSettlement): Roles {
  const isGoods = method === 'goods';
  if (side === 'receivable') {
    const open = 'partnerReceivable';
    return {
      ...{ accrued: 'accruedReceivable', open, by: isGoods ? 'inventory' : open, result: 'rebateIncome' },
      tax: treatment === 'partnerService' ? 'outputTax' : 'inputTax',
      ...(isGoods && { goodsTax: 'inputTax' }),
    };
  }
  const open = 'partnerPayable';
  return {
    accrued: isAdvance ? 'advance' : 'accruedLiability',
    ...{ open, by: isGoods ? 'inventory' : open, result: 'rebateExpense' },
    tax: treatment === 'partnerService' ? 'inputTax' : 'outputTax',
    ...(isGoods && { goodsTax: 'outputTax' }),
  };
}
