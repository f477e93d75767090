import { cashFlow } from '../../app/cashFlow/cashFlow.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { FlowStage } from '../../core/cashFlow/expectedFlow.ts';
import { dayOf, taken } from './scenario.ts';

type Where = { readonly ports: Ports; readonly tenant: TenantId };

/** What documents with a partner lead one to expect, as known on a day: what comes and what leaves, each day with its sum. */
export function documentedFlows(
  where: Where,
  partner: string,
  known?: string,
): Promise<Record<string, bigint>> {
  return flowsOfStages(where, ['documented'], partner, known);
}

export async function flowsOfStages(
  { ports, tenant }: Where,
  stages: readonly FlowStage[],
  partner: string,
  known?: string,
): Promise<Record<string, bigint>> {
  const question = { grain: 'month', partner, ...(known !== undefined && { known: dayOf(known) }) } as const;
  const { flows } = taken(await cashFlow(ports, tenant, question));
  const sums: Record<string, bigint> = {};
  for (const { stage, minor, dueOn, isSetOff } of flows) {
    if (!stages.includes(stage)) continue;
    const key = `${formatDate(dueOn)} ${isSetOff ? 'less' : minor > 0n ? 'comes' : 'leaves'}`;
    sums[key] = (sums[key] ?? 0n) + minor;
  }
  return sums;
}
