import { agreementsOf, type Extent } from './business/agreementsOf.ts';
import { supportClaims, windowClaims } from './business/claimsOf.ts';
import { type Codes, codesOf } from './business/codes.ts';
import { earningsOf } from './business/earningsOf.ts';
import { approve, followUp, settle } from './business/followUp.ts';
import { partnersOf } from './business/partnersOf.ts';
import { workdayAfter } from './business/people.ts';
import { productsOf } from './business/productsOf.ts';
import { adjust, countStock, moveAccounts, payReal, supply } from './business/sideDeeds.ts';
import { type TradeIndex, tradeIndexOf } from './business/tradeIndex.ts';
import type { Chance } from './chance.ts';
import { chanceOf } from './chance.ts';
import { type Draft, inLineOrder } from './draft.ts';
import type { Trade } from './sets/trade.ts';

const EXTENT: Readonly<Record<string, Extent>> = {
  'uci-online-retail': { rebates: 120, support: 160 },
  'adventureworks-reseller': { rebates: 90, support: 160 },
  'adventureworks-purchasing': { rebates: 60, support: 40 },
  northwind: { rebates: 30, support: 30 },
  classicmodels: { rebates: 30, support: 30 },
  // What a partner sells on counts for no rebate of a window, only for price support.
  'iowa-liquor-weekly': { rebates: 0, support: 100 },
};

export type Business = { readonly draft: Draft; readonly index: TradeIndex; readonly codes: Codes };

/** An honest business on top of a real trade: the same trade and seed, the same business. Looked at three weeks after the last line. */
export function honestHistory(trade: Trade, seed: number): Business {
  const chance = chanceOf(seed, trade.set);
  const codes = codesOf(chance.fork('codes'));
  const draft = emptyDraft(trade, chance);
  const index = tradeIndexOf(draft);
  moveAccounts(draft, codes, chance.fork('accounts'));
  draft.agreements.push(
    ...agreementsOf(
      draft,
      trade,
      index,
      EXTENT[trade.set] ?? { rebates: 20, support: 20 },
      codes,
      chance.fork('agreements'),
    ),
  );
  draft.earnings.push(...earningsOf(draft, index));
  signAgreements(draft, codes, chance.fork('signing'));
  claimAndPay(draft, index, codes, chance.fork('claims'));
  adjust(draft, codes, chance.fork('adjustments'));
  payReal(draft, trade, codes, chance.fork('payouts'));
  countStock(draft, index, chance.fork('stock'));
  supply(draft, index, chance.fork('supply'));
  return { draft, index, codes };
}

function emptyDraft(trade: Trade, chance: Chance): Draft {
  const { set, source, side, currency, unit } = trade;
  return {
    set,
    source,
    side,
    currency,
    unit,
    today: trade.lines.reduce((last, { day }) => Math.max(last, day), 0) + 21,
    // Copies: what is done to them is not done to the trade.
    lines: trade.lines.map((line) => ({ ...line })).sort(inLineOrder),
    partners: partnersOf(trade, chance.fork('partners')),
    products: productsOf(trade),
    agreements: [],
    earnings: [],
    claims: [],
    settlements: [],
    payments: [],
    bankChanges: [],
    approvals: [],
    adjustments: [],
    stock: [],
  };
}

function signAgreements(draft: Draft, codes: Codes, chance: Chance): void {
  for (const { agreement, partners, from } of draft.agreements) {
    approve(
      draft,
      'agreement',
      agreement,
      { partner: partners[0] ?? '', minor: 0 },
      workdayAfter(from, -40, -5, chance),
      codes,
      chance,
    );
  }
}

function claimAndPay(draft: Draft, index: TradeIndex, codes: Codes, chance: Chance): void {
  const claims = [...windowClaims(draft, codes, chance), ...supportClaims(draft, index, codes, chance)];
  for (const claim of claims) {
    draft.claims.push(claim);
    followUp(draft, claim, codes, chance);
  }
  const claimed = new Map(
    claims
      .filter(({ lines }) => lines.length === 0)
      .map((claim) => [`${claim.agreement} ${claim.partner} ${claim.minor}`, claim]),
  );
  for (const earning of draft.earnings.filter(({ until, earned }) => until <= draft.today && earned > 0)) {
    const { agreement, partner, earned, from, until } = earning;
    const claim = claimed.get(`${agreement} ${partner} ${earned}`);
    if (claim !== undefined) {
      earning.claimed = earned;
      earning.settled = claim.state === 'paid' ? earned : 0;
    } else if (draft.agreements.find((one) => one.agreement === agreement)?.side === 'customer') {
      const day = workdayAfter(until, 15, 30, chance);
      const state = settle(draft, { partner, agreement, day, minor: earned, from, until }, codes, chance);
      earning.claimed = state === 'none' ? 0 : earned;
      earning.settled = state === 'paid' ? earned : 0;
    }
  }
}
