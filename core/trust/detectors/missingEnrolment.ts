import { type AgreementScope, coversProduct, isInForce, scopesOf, takesPart } from '../agreementScopes.ts';
import { byKey } from '../byKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { effectiveShare } from '../effectiveShare.ts';
import { amountFact, lineEvidence } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { History, HistoryLine } from '../history.ts';
import { areRelated, relatedGroups } from '../relatedPartners.ts';
import { scoreOf } from '../scoreOf.ts';
import { segmentAgreements } from '../segmentAgreements.ts';
import { tablesOf } from '../tables.ts';

/**
 * We buy what a supplier agreement covers from a code of the same supplier that does not take part in it: another branch, another spelling.
 * Where that code has an agreement of its own for the product, nothing is missing. And a customer buys what an agreement covers that names
 * nearly all others of its segment.
 */
export const missingEnrolment: Detector = {
  name: 'missingEnrolment',
  version: 2,
  group: 'leakage',
  needs: ['agreements', 'partners', 'lines'],
  parameters: [parameter('leastMinor', 0, 10_000, 100_000_000), parameter('namedPercent', 50, 80, 100)],
  begin: (history, parameters) => {
    const sums = new Map<string, Missing>();
    let partner: string | undefined;
    let [near, own]: [readonly AgreementScope[], readonly AgreementScope[]] = [[], []];
    const segments = leftOutOf(history);
    const see = (line: HistoryLine) => {
      segments.see(line);
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
    const end = () => {
      const isMuch = ({ minor }: Missing) => minor >= (parameters.leastMinor as number);
      const codes = [...sums.values()]
        .filter(isMuch)
        .map((one) => missing(history, one, ofFamily(history, one)));
      const left = segments.leftOut(parameters.namedPercent as number).filter(isMuch);
      return [...codes, ...left.map((one) => missing(history, one, one.facts))];
    };
    return { see, end };
  },
};

type LeftOut = Missing & { readonly facts: Readonly<Record<string, string>> };

/** Of each agreement for a segment: how many that it names buy what it covers, and who else of the segment does. */
function leftOutOf(history: History) {
  const { partners } = tablesOf(history);
  const agreements = segmentAgreements(history);
  const taking = new Map<AgreementScope, Set<string>>();
  const sums = new Map<string, Missing>();
  const see = (line: HistoryLine) => {
    const segment = partners.get(line.partner)?.segment;
    if (segment === undefined || line.side !== 'sale' || line.kind !== 'goods') return;
    for (const scope of agreements.get(segment) ?? []) {
      const { agreement } = scope;
      if (agreement.currency !== line.currency || !isInForce(agreement, line.day)) continue;
      if (!coversProduct(scope, line.product)) continue;
      if (!agreement.partners.includes(line.partner)) addMissing(sums, scope, line);
      else if (!taking.get(scope)?.has(line.partner))
        taking.set(scope, (taking.get(scope) ?? new Set()).add(line.partner));
    }
  };
  const leftOut = (percent: number) =>
    [...byKey([...sums.values()], ({ scope }) => scope.agreement.agreement).values()].flatMap(
      (left): LeftOut[] => {
        const scope = (left[0] as Missing).scope;
        const named = taking.get(scope)?.size ?? 0;
        const all = named + left.length;
        const segment = partners.get((left[0] as Missing).partner)?.segment ?? '';
        const facts = { segment, named: String(named), all: String(all) };
        return named * 100 < all * percent ? [] : left.map((one) => ({ ...one, facts }));
      },
    );
  return { see, leftOut };
}

function ofFamily(history: History, { scope, partner }: Missing): LeftOut['facts'] {
  const members = scope.agreement.partners.filter((code) => areRelated(history, code, partner));
  return { members: members.join(', ') };
}

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

function missing(
  history: History,
  { scope, partner, minor, lines, first }: Missing,
  why: LeftOut['facts'],
): Finding {
  const { agreement } = scope;
  const line = first[0] as HistoryLine;
  const lost = Math.round(minor * effectiveShare(history, agreement.agreement));
  const { name = '', since } = tablesOf(history).partners.get(partner) ?? {};
  // Whoever came later was not there to be named.
  const isNewcomer = since !== undefined && since > agreement.from;
  const facts = {
    agreement: agreement.agreement,
    name,
    ...why,
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
    score: scoreOf(600 + Math.min(200, lines * 10) - (isNewcomer ? 250 : 0)),
    minor: lost,
    currency: agreement.currency,
    evidence: [withFacts({ object: 'partner', id: partner, facts: {} }, facts), ...first.map(lineEvidence)],
  });
}
