import type { EarningExplanation } from '../../app/earnings/explainEarning.ts';
import type { LineExplanation, LineIdentity } from '../../app/earnings/explainLine.ts';
import type { EarningList } from '../../app/earnings/listEarnings.ts';
import type { EarningFilter, EarningRow } from '../../app/ports.ts';
import type { Result } from '../../core/refusal/refusals.ts';

/** What the API asks for, bound to one tenant by whoever builds the server. */
export type HttpUseCases = {
  readonly listEarnings: (filter: EarningFilter) => Promise<EarningList>;
  /** Refuses: earning-not-found. */
  readonly getEarning: (id: string) => Promise<Result<EarningRow>>;
  /** Refuses: earning-not-found. */
  readonly explainEarning: (id: string) => Promise<Result<EarningExplanation>>;
  /** Refuses: line-not-found. */
  readonly explainLine: (identity: LineIdentity) => Promise<Result<LineExplanation>>;
  readonly isDatabaseUp: () => Promise<boolean>;
};
