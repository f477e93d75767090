import type { Term } from '../../core/agreement/agreement.ts';
import type { OpeningBalance } from '../../core/cutOver/decodeOpenings.ts';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { currentVersion } from '../../core/master/master.ts';
import { looksAcrossPartners } from '../../core/plan/acrossPartners.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { earnings, type Inputs } from '../calculation/targetLayers.ts';
import type { Booking, EarningRow, Ports, TenantId } from '../ports.ts';

/** A line behind an amount, with the name that its product has now. */
export type ExplainedLine = LineShare & { readonly productName: string };

/** From an amount to its terms, steps, operands, lines and bookings. */
export type EarningExplanation = {
  readonly row: EarningRow;
  readonly agreement: {
    readonly code: string;
    readonly version: number;
    readonly name: EarningRow['agreementName'];
  };
  readonly term: Term;
  readonly explanation: Step;
  readonly lines: readonly ExplainedLine[];
  /** What the account began with at the cut-over, in minor units: its bookings come on top of `earned`. */
  readonly opening?: OpeningBalance['balances'];
  readonly bookings: readonly Booking[];
};

/**
 * Works the amount out again from the facts and terms that its run saw, so that what is shown
 * is the calculation itself and not a record of it.
 * Refuses: earning-not-found.
 */
export function explainEarning(
  ports: Ports,
  tenant: TenantId,
  id: string,
): Promise<Result<EarningExplanation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const row = await tx.earnings.get(id);
    if (row === undefined) return refused(refuse('earning-not-found', 'id', { id }));
    const { account, run } = row;
    const stored = await tx.agreements.knownAt(account.agreement, run.batch);
    if (stored === undefined) throw new Error(`Fault: ${account.agreement} is not known at ${run.batch}`);
    const { agreement } = stored;
    const companies = agreement.tradingCompanies;
    const own = looksAcrossPartners(agreement) ? {} : { partners: [account.partner] };
    const known = await tx.lines.knownAt(run.batch, { companies, ...own });
    const inputs = await inputsOf(tx, agreement, known, run);
    const opening = inputs.takenOver?.openings.find((entry) => accountKey(entry) === accountKey(account));
    const { earning, term, lines } = workedOut(inputs, row);
    const nameOf = (code: string) => {
      const record = inputs.master.products.get(code);
      return record === undefined ? code : currentVersion(record).name;
    };
    return accept({
      row,
      agreement: { code: stored.code, version: stored.version, name: agreement.name },
      term,
      explanation: earning.explanation,
      lines: lines.map((share) => ({ ...share, productName: nameOf(share.line.product) })),
      ...(opening && { opening: opening.balances }),
      bookings: await tx.bookings.of(account),
    });
  });
}

/** The earning of a row, recomputed; another amount than the row's is a fault. */
function workedOut(inputs: Inputs, row: EarningRow): { earning: Earning; term: Term; lines: LineShare[] } {
  const key = accountKey(row.account);
  const earning = earnings(inputs).find(
    (candidate) => accountKey({ ...candidate, currency: candidate.amount.currency }) === key,
  );
  const term = inputs.agreement.terms.find(({ id }) => id === row.account.term);
  const planned = compilePlan(inputs.agreement, inputs.master).terms.find(
    ({ id }) => id === row.account.term,
  );
  if (earning === undefined || term === undefined || planned === undefined) {
    throw new Error(`Fault: nothing is left of earning ${row.id}`);
  }
  if (earning.amount.minor !== row.earnedMinor) throw new Error(`Fault: earning ${row.id} does not come out`);
  const { master, effective } = inputs;
  return { earning, term, lines: apportion(earning, planned, inputs.lines, { master, effective }) };
}
