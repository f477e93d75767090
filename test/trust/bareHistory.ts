import type { Draft } from './draft.ts';
import type { Trade } from './sets/trade.ts';

/** Real lines with their partners and products, and nothing that was made up. */
export function bareHistory({ set, source, side, currency, unit, lines, partners, products }: Trade): Draft {
  const today = lines.reduce((last, { day }) => Math.max(last, day), 0) + 1;
  return {
    ...{ set, source, side, currency, unit, today },
    lines: [...lines],
    partners: partners.map((one) => ({ name: one.partner, bankAccounts: [], ...one })),
    products: products.map(({ product, name, category }) => ({
      product,
      ...(name === undefined ? {} : { name }),
      ...(category === undefined ? {} : { category }),
    })),
    ...{ agreements: [], earnings: [], claims: [], settlements: [], payments: [] },
    ...{ bankChanges: [], approvals: [], adjustments: [], stock: [] },
  };
}
