import { type AgreementScope, coversProduct, isInForce, scopesOfPartner } from '../agreementScopes.ts';
import { type Detector, parameter } from '../detector.ts';
import { effectiveShare } from '../effectiveShare.ts';
import { amountFact, dayFact, lineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * An agreement of a supplier ended, nothing came in its place, and we buy on: each purchase brings no rebate. Where any other agreement covers
 * the product, it was renewed.
 */
export const boughtAfterEnd: Detector = {
  name: 'boughtAfterEnd',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'lines'],
  parameters: [
    parameter('withinDays', 1, 365, 2000),
    parameter('leastLines', 1, 3, 1000),
    parameter('leastMinor', 0, 1000, 100_000_000),
  ],
  begin: (history, parameters) => {
    const sums = new Map<string, After>();
    let [partner, scopes]: [string | undefined, readonly AgreementScope[]] = [undefined, []];
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        partner = line.partner;
        scopes = scopesOfPartner(history, partner);
      }
      if (scopes.length === 0 || line.side !== 'purchase' || line.kind !== 'goods') return;
      const covering = scopes.filter(
        (scope) => scope.agreement.currency === line.currency && coversProduct(scope, line.product),
      );
      if (covering.length === 0 || covering.some(({ agreement }) => isInForce(agreement, line.day))) return;
      const ended = lastEnded(covering, line.day, parameters.withinDays as number);
      if (ended !== undefined) addAfter(sums, ended, line);
    };
    const end = () =>
      [...sums.values()].flatMap((after) => {
        const lost = Math.round(after.minor * effectiveShare(history, after.scope.agreement.agreement));
        const isMuch =
          after.lines >= (parameters.leastLines as number) && lost >= (parameters.leastMinor as number);
        return isMuch ? [unrenewed(history, after, lost)] : [];
      });
    return { see, end };
  },
};

function lastEnded(
  covering: readonly AgreementScope[],
  day: number,
  within: number,
): AgreementScope | undefined {
  const ended = covering.filter(
    ({ agreement: { until } }) => until !== undefined && until <= day && day < until + within,
  );
  return ended.reduce<AgreementScope | undefined>(
    (last, one) => ((one.agreement.until ?? 0) > (last?.agreement.until ?? 0) ? one : last),
    undefined,
  );
}

type After = {
  readonly scope: AgreementScope;
  readonly partner: string;
  minor: number;
  lines: number;
  readonly first: HistoryLine[];
};

function addAfter(sums: Map<string, After>, scope: AgreementScope, line: HistoryLine): void {
  const key = `${scope.agreement.agreement}\u001f${line.partner}`;
  const after = sums.get(key) ?? { scope, partner: line.partner, minor: 0, lines: 0, first: [] };
  after.minor += line.minor;
  after.lines += 1;
  if (after.first.length < 4) after.first.push({ ...line });
  sums.set(key, after);
}

function unrenewed(_: History, { scope, partner, minor, lines, first }: After, lost: number): Finding {
  const { agreement } = scope;
  const facts = {
    agreement: agreement.agreement,
    ended: agreement.until === undefined ? '' : dayFact(agreement.until - 1),
    lines: String(lines),
    bought: amountFact(minor, agreement.currency),
    lost: amountFact(lost, agreement.currency),
  };
  const line = first[0] as HistoryLine;
  return found(boughtAfterEnd, {
    object: 'agreement',
    id: agreement.agreement,
    partner,
    agreement: agreement.agreement,
    day: line.day,
    score: scoreBetween(lines, 3, 30, 600, 820),
    minor: lost,
    currency: agreement.currency,
    evidence: [
      withFacts({ object: 'agreement', id: agreement.agreement, facts: {} }, facts),
      ...first.map(lineEvidence),
    ],
  });
}
