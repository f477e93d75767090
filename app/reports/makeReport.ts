import type { LocalDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { REPORT_FILTERS, type Report, type ReportFilter, type ReportName } from '../../core/report/report.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { ageing } from './ageing.ts';
import { earnedByAgreement, earnedByPartner, liability } from './earnedReports.ts';
import { marginWaterfall } from './marginWaterfall.ts';
import { recognisedByProduct } from './recognisedByProduct.ts';
import { programmeReturn, tierProgress } from './standingReports.ts';

/** A report with the day and the batch that it is as of. */
export type MadeReport = Report & { readonly day: LocalDate; readonly batch: number };

const MAKERS: Readonly<
  Record<Exclude<ReportName, 'ageing'>, (tx: Tx, filter: ReportFilter, day: LocalDate) => Promise<Report>>
> = {
  earnedByPartner,
  earnedByAgreement,
  recognisedByProduct,
  liability,
  tierProgress,
  programmeReturn,
  marginWaterfall,
};

/**
 * One of the ready reports, as of now. What spreads amounts over lines calculates them, so it is of one agreement at
 * a time. Refuses: agreement-not-found, partner-not-found, report-agreement-missing, report-filter-not-taken.
 */
export async function makeReport(
  ports: Ports,
  tenant: TenantId,
  { name, filter }: { readonly name: ReportName; readonly filter: ReportFilter },
): Promise<Result<MadeReport>> {
  const [strange] = (Object.keys(filter) as (keyof ReportFilter)[]).filter(
    (one) => !REPORT_FILTERS[name].includes(one),
  );
  if (strange !== undefined) return refused(refuse('report-filter-not-taken', strange, { filter: strange }));
  if (name === 'recognisedByProduct' && filter.agreement === undefined)
    return refused(refuse('report-agreement-missing', 'agreement'));
  const ofAge = name === 'ageing' ? await ageing(ports, tenant, filter) : undefined;
  if (ofAge?.ok === false) return ofAge;
  return ports.store.inTenant(tenant, async (tx) => {
    const asOf = { day: await businessDay(tx, ports.clock), batch: await tx.batches.last() };
    const unknown = await unknownOf(tx, filter, asOf.batch);
    if (unknown !== undefined) return unknown;
    if (name === 'ageing') return accept({ ...(ofAge?.value as Report), ...asOf });
    return accept({ ...(await MAKERS[name](tx, filter, asOf.day)), ...asOf });
  });
}

async function unknownOf(tx: Tx, { agreement, partner }: ReportFilter, batch: number) {
  if (agreement !== undefined && (await tx.agreements.knownAt(agreement, batch)) === undefined)
    return refused(refuse('agreement-not-found', 'agreement', { id: agreement }));
  if (partner !== undefined && !(await tx.bankAccounts.isPartnerKnown(partner)))
    return refused(refuse('partner-not-found', 'partner', { partner }));
  return undefined;
}
