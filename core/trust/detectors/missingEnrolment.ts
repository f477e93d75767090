import { type AgreementScope, coversProduct, isInForce, scopesOf, takesPart } from '../agreementScopes.ts';
import { type Detector, parameter } from '../detector.ts';
import { effectiveShare } from '../effectiveShare.ts';
import { amountFact, lineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { areRelated, relatedGroups } from '../relatedPartners.ts';
import { scoreOf } from '../scoreOf.ts';
import { tablesOf } from '../tables.ts';

/**
 * We buy what a supplier agreement covers from a code of the same supplier that does not take part in it: another branch, another spelling.
 * Where that code has an agreement of its own for the product, nothing is missing.
 */
export const missingEnrolment: Detector = {
  name: 'missingEnrolment',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'partners', 'lines'],
  parameters: [parameter('leastMinor', 0, 10_000, 100_000_000)],
  begin: (history, parameters) => {
    const sums = new Map<string, Missing>();
    let partner: string | undefined;
    let [near, own]: [readonly AgreementScope[], readonly AgreementScope[]] = [[], []];
    const see = (line: HistoryLine) => {
      if (line.partner !== partner) {
        partner = line.partner;
        [near, own] = scopesNear(history, partner);
      }
      if (near.length === 0 || line.side !== 'purchase' || line.kind !== 'goods') return;
      const isCovered = (scope: AgreementScope) =>
        coversProduct(scope, line.product) &&
        isInForce(scope.agreement, line.day) &&
        scope.agreement.currency === line.currency;
      if (own.some(isCovered)) return;
      for (const scope of near) if (isCovered(scope)) addMissing(sums, scope, line);
    };
    const end = () =>
      [...sums.values()].flatMap((one) =>
        one.minor < (parameters.leastMinor as number) ? [] : [missing(history, one)],
      );
    return { see, end };
  },
};

/** Supplier agreements that relatives of a partner take part in and it does not; and those that it takes part in. */
function scopesNear(history: History, partner: string): [AgreementScope[], AgreementScope[]] {
  if (!relatedGroups(history).has(partner)) return [[], []];
  const ofSuppliers = scopesOf(history).filter(({ agreement }) => agreement.side === 'supplier');
  const own = ofSuppliers.filter(({ agreement }) => takesPart(history, agreement, partner));
  const near = ofSuppliers.filter(
    (scope) =>
      !own.includes(scope) && scope.agreement.partners.some((code) => areRelated(history, code, partner)),
  );
  return [near, own];
}

type Missing = {
  readonly scope: AgreementScope;
  readonly partner: string;
  minor: number;
  lines: number;
  readonly first: HistoryLine[];
};

function addMissing(sums: Map<string, Missing>, scope: AgreementScope, line: HistoryLine): void {
  const key = `${scope.agreement.agreement}\u001f${line.partner}`;
  const one = sums.get(key) ?? { scope, partner: line.partner, minor: 0, lines: 0, first: [] };
  one.minor += line.minor;
  one.lines += 1;
  if (one.first.length < 4) one.first.push({ ...line });
  sums.set(key, one);
}

function missing(history: History, { scope, partner, minor, lines, first }: Missing): Finding {
  const { agreement } = scope;
  const line = first[0] as HistoryLine;
  const lost = Math.round(minor * effectiveShare(history, agreement.agreement));
  const members = agreement.partners.filter((code) => areRelated(history, code, partner));
  const name = tablesOf(history).partners.get(partner)?.name ?? '';
  const facts = {
    agreement: agreement.agreement,
    name,
    members: members.join(', '),
    bought: amountFact(minor, agreement.currency),
    lines: String(lines),
    lost: amountFact(lost, agreement.currency),
  };
  return found(missingEnrolment, {
    object: 'partner',
    id: partner,
    partner,
    agreement: agreement.agreement,
    day: line.day,
    score: scoreOf(600 + Math.min(200, lines * 10)),
    minor: lost,
    currency: agreement.currency,
    evidence: [withFacts({ object: 'partner', id: partner, facts: {} }, facts), ...first.map(lineEvidence)],
  });
}
