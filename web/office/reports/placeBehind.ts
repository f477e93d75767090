import { linkOptions } from '@tanstack/react-router';
import type { ReportRow } from './reportTypes.ts';

/** What the report is narrowed to. */
type Address = { readonly agreement?: string; readonly partner?: string };

/**
 * Where the parts of an amount are listed, each of which opens its explanation: lines of what was sold, the amounts
 * behind the cash flow of what is late, and else earnings.
 */
export function placeBehind({ name }: { readonly name: string }, row: ReportRow, narrowed: Address) {
  const { product = '', step = '', stage = '' } = row.cells;
  const agreement = row.cells.agreement ?? narrowed.agreement ?? '';
  const partner = row.cells.partner ?? narrowed.partner ?? '';
  const ofPartner = partner !== '' && { partner };
  const earnings = linkOptions({
    to: '/earnings',
    search: {
      ...(row.earning === null ? agreement !== '' && { agreement } : { earning: row.earning }),
      ...(row.earning === null && ofPartner),
    },
  });
  if (name === 'marginWaterfall' && !/Rebates$/.test(step))
    return linkOptions({ to: '/facts', search: { side: 'sale', ...ofPartner } });
  if (product !== '') return linkOptions({ to: '/facts', search: { product, ...ofPartner } });
  if (name === 'ageing' && stage !== '')
    return linkOptions({ to: '/ledger/cash-flow', search: { stage, ...ofPartner } });
  return earnings;
}
