import { moneyText } from '../../core/money/money.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Report, ReportColumn, ReportFilter } from '../../core/report/report.ts';
import { sumRows } from '../../core/report/sumRows.ts';
import { cashFlow } from '../cashFlow/cashFlow.ts';
import type { Ports, TenantId } from '../ports.ts';

/** What is claimed or documented and not paid, by how long it is due. Refuses: partner-not-found. */
export async function ageing(
  ports: Ports,
  tenant: TenantId,
  { partner }: ReportFilter,
): Promise<Result<Report>> {
  const flow = await cashFlow(ports, tenant, { grain: 'month', ...(partner !== undefined && { partner }) });
  if (!flow.ok) return flow;
  const rows = flow.value.ageing.map(({ company, currency, stage, age, receipts, payments }) => ({
    cells: {
      ...{ company, currency, stage, age },
      receiptsAmount: moneyText({ minor: receipts, currency }),
      paymentsAmount: moneyText({ minor: payments, currency }),
    },
  }));
  const columns: ReportColumn[] = [
    ...(['company', 'stage', 'age', 'currency', 'receiptsAmount', 'paymentsAmount'] as const),
  ];
  return accept({
    ...{ name: 'ageing', columns, rows, totals: sumRows(columns, rows) },
    bar: { label: ['age', 'stage'], figure: 'paymentsAmount' },
  });
}
