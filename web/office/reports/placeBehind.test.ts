import { expect, it } from 'vitest';
import { placeBehind } from './placeBehind.ts';

const row = (cells: Record<string, string>, earning: string | null = null) => ({ cells, said: {}, earning });

it.each([
  ['earnedByPartner', row({ partner: 'P1' }), '/earnings', { partner: 'P1' }],
  ['liability', row({ partner: 'P1', agreement: 'A' }), '/earnings', { agreement: 'A', partner: 'P1' }],
  ['tierProgress', row({ partner: 'P1', agreement: 'A' }, 'E'), '/earnings', { earning: 'E' }],
  ['recognisedByProduct', row({ product: 'X' }), '/facts', { product: 'X', partner: 'OWN' }],
  ['ageing', row({ stage: 'claimed' }), '/ledger/cash-flow', { stage: 'claimed', partner: 'OWN' }],
  ['ageing', row({ stage: 'documented' }), '/ledger/cash-flow', { stage: 'documented', partner: 'OWN' }],
  ['ageing', row({ stage: 'accrued' }), '/ledger/cash-flow', { stage: 'accrued', partner: 'OWN' }],
  ['marginWaterfall', row({ step: 'invoiced' }), '/facts', { side: 'sale', partner: 'OWN' }],
  ['marginWaterfall', row({ step: 'customerRebates' }), '/earnings', { partner: 'OWN' }],
] as const)('%s leads on', (name, of, to, search) => {
  expect(placeBehind({ name }, of, { partner: 'OWN' })).toEqual({ to, search });
});
