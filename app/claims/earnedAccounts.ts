import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { TransactionShare } from '../../core/claim/claimDelta.ts';
import type { Line } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOf } from '../calculation/linesOf.ts';
import { SharesOver } from '../calculation/sharesOver.ts';
import { earnings, type Inputs } from '../calculation/targetLayers.ts';
import type { Run, Tx } from '../ports.ts';

/** What an account has earned, dealt out over its transactions. Units: minor. */
export type EarnedAccount = {
  readonly term: string;
  readonly participant: string;
  readonly window: Window;
  readonly currency: string;
  readonly earned: bigint;
  /** Empty where nothing says how to deal it out. */
  readonly shares: readonly TransactionShare[];
  readonly blockedLines: number;
};

/** What a run of an agreement saw: to compute with it again, as it was or with other lines. */
export async function inputsOfRun(
  tx: Tx,
  agreement: Agreement,
  run: Pick<Run, 'batch' | 'effective'>,
): Promise<Inputs> {
  return inputsOf(tx, agreement, await tx.lines.knownAt(run.batch, linesOf(agreement)), run);
}

/** Every account that the inputs come to, with the share of each line. */
export function earnedAccounts(inputs: Inputs): EarnedAccount[] {
  const { agreement, master, effective, lines } = inputs;
  const { terms } = compilePlan(agreement, master);
  const shares = new SharesOver(terms, lines, { master, effective });
  return earnings(inputs).map((earning) => {
    return {
      term: earning.term,
      participant: earning.partner,
      window: earning.window,
      currency: earning.amount.currency,
      earned: earning.amount.minor,
      shares: (shares.of(earning) ?? []).flatMap(({ line, shareMinor }) =>
        shareMinor === undefined
          ? []
          : [{ transaction: referenceOf(line), product: line.product, minor: shareMinor }],
      ),
      blockedLines: earning.blocked.lines,
    };
  });
}

function referenceOf({ source, document, line }: Line) {
  return { source, document, line };
}
