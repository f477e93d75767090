import {
  type AgreementScope,
  basisOf,
  countsFor,
  coversProduct,
  scopesOfPartner,
} from './agreementScopes.ts';
import { addTo, type DailySums, emptySums } from './dailySums.ts';
import type { History, HistoryLine } from './history.ts';

/** What a partner bought of what an agreement covers, day by day, also before and after it was in force. */
export type AgreementSeries = {
  readonly partner: string;
  readonly scope: AgreementScope;
  /** In the basis of the agreement, and in value. */
  readonly sums: DailySums;
  readonly values: DailySums;
};

/**
 * Lines come partner by partner; when a partner is done, `flush` gets its series, and they are forgotten. Lines in another currency than the
 * agreement's do not count towards a value.
 */
export function agreementSeries(
  history: History,
  isWanted: (scope: AgreementScope) => boolean,
  flush: (series: readonly AgreementSeries[]) => void,
): { readonly see: (line: HistoryLine) => void; readonly end: () => void } {
  let partner: string | undefined;
  let series: AgreementSeries[] = [];
  const end = () => {
    if (series.length > 0) flush(series.filter(({ sums }) => sums.days.length > 0));
    series = [];
  };
  const see = (line: HistoryLine) => {
    if (line.partner !== partner) {
      end();
      partner = line.partner;
      series = scopesOfPartner(history, partner)
        .filter(isWanted)
        .map((scope) => ({ partner: line.partner, scope, sums: emptySums(), values: emptySums() }));
    }
    for (const { scope, sums, values } of series) {
      if (!countsFor(scope.agreement, line) || !coversProduct(scope, line.product)) continue;
      if (line.currency !== scope.agreement.currency) continue;
      addTo(sums, line.day, basisOf(scope.agreement, line), line);
      if (scope.agreement.basis !== 'value') addTo(values, line.day, line.minor, line);
    }
  };
  return { see, end };
}

/** Value in minor units, whatever the basis is. */
export function valuesOf({ scope, sums, values }: AgreementSeries): DailySums {
  return scope.agreement.basis === 'value' ? sums : values;
}
