import type { EarningExplanation } from '../../app/explainEarning.ts';
import type { LineExplanation, LineIdentity } from '../../app/explainLine.ts';
import type { EarningList } from '../../app/listEarnings.ts';
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
