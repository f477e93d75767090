import type { Term } from '../../core/agreement/agreement.ts';
import type { OpeningBalance } from '../../core/cutOver/decodeOpenings.ts';
import { apportion, type LineShare } from '../../core/earning/apportion.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { currentVersion } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { joinKey } from '../../core/text/key.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOfPartner } from '../calculation/linesOf.ts';
import { earnings, type Inputs } from '../calculation/targetLayers.ts';
import type { Booking, EarningRow, StoredAgreement, Tx } from '../ports.ts';

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
 * Works amounts out again from the facts and terms that their runs saw, so that what is shown is the
 * calculation itself and not a record of it. What one run of an agreement found for a partner is calculated
 * once, of the lines of that partner alone where its terms look at nobody else's.
 */
export async function explainEarnings(
  tx: Tx,
  rows: readonly EarningRow[],
): Promise<ReadonlyMap<string, EarningExplanation>> {
  const explained = new Map<string, EarningExplanation>();
  for (const own of Map.groupBy(rows, runKey).values()) {
    const calculated = await calculatedFor(tx, own[0] as EarningRow);
    for (const row of own) explained.set(row.id, await explain(tx, row, calculated));
  }
  return explained;
}

function runKey({ account, run }: EarningRow): string {
  return joinKey(account.agreement, account.partner, String(run.batch), String(run.effective));
}

type Calculated = {
  readonly stored: StoredAgreement;
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly earnings: ReadonlyMap<string, Earning>;
};

async function calculatedFor(tx: Tx, { account, run }: EarningRow): Promise<Calculated> {
  const stored = await tx.agreements.knownAt(account.agreement, run.batch);
  if (stored === undefined) throw new Error(`Fault: ${account.agreement} is not known at ${run.batch}`);
  const { agreement } = stored;
  const known = await tx.lines.knownAt(run.batch, linesOfPartner(agreement, account.partner));
  const inputs = await inputsOf(tx, agreement, known, run);
  const found = earnings(inputs).map(
    (earning) => [accountKey({ ...earning, currency: earning.amount.currency }), earning] as const,
  );
  return { stored, inputs, plan: compilePlan(agreement, inputs.master), earnings: new Map(found) };
}

async function explain(tx: Tx, row: EarningRow, calculated: Calculated): Promise<EarningExplanation> {
  const { stored, inputs } = calculated;
  const { code, version, agreement } = stored;
  const opening = inputs.takenOver?.openings.find((entry) => accountKey(entry) === accountKey(row.account));
  const { earning, term, lines } = workedOut(calculated, row);
  const nameOf = (product: string) => {
    const record = inputs.master.products.get(product);
    return record === undefined ? product : currentVersion(record).name;
  };
  return {
    row,
    agreement: { code, version, name: agreement.name },
    term,
    explanation: earning.explanation,
    lines: lines.map((share) => ({ ...share, productName: nameOf(share.line.product) })),
    ...(opening && { opening: opening.balances }),
    bookings: await tx.bookings.of(row.account),
  };
}

/** The earning of a row, recomputed; another amount than the row's is a fault. */
function workedOut(
  { inputs, plan, earnings: found }: Calculated,
  row: EarningRow,
): { earning: Earning; term: Term; lines: LineShare[] } {
  const earning = found.get(accountKey(row.account));
  const term = inputs.agreement.terms.find(({ id }) => id === row.account.term);
  const planned = plan.terms.find(({ id }) => id === row.account.term);
  if (earning === undefined || term === undefined || planned === undefined) {
    throw new Error(`Fault: nothing is left of earning ${row.id}`);
  }
  if (earning.amount.minor !== row.earnedMinor) throw new Error(`Fault: earning ${row.id} does not come out`);
  const { master, effective } = inputs;
  return { earning, term, lines: apportion(earning, planned, inputs.lines, { master, effective }) };
}
