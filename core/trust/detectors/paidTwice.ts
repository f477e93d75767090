import { type AgreementScope, scopesOf } from '../agreementScopes.ts';
import { byKey } from '../byKey.ts';
import { type Detector, parameter } from '../detector.ts';
import { aboutEarning, earningEvidence } from '../earningEvidence.ts';
import { amountFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import type { HistoryEarning } from '../history.ts';
import { scoreBetween } from '../scoreOf.ts';

/**
 * Two customer agreements pay the same partner for the same products in the same days, and neither says that it may pay beside the
 * other. Agreements of other products, or that name each other, are none.
 */
export const paidTwice: Detector = {
  name: 'paidTwice',
  version: 1,
  group: 'leakage',
  needs: ['agreements', 'earnings'],
  parameters: [parameter('leastMinor', 0, 1000, 100_000_000)],
  begin: (history, parameters) => ({
    end: () => {
      const scopes = new Map(scopesOf(history).map((scope) => [scope.agreement.agreement, scope]));
      const partners = byKey(
        history.earnings.filter(({ earned }) => earned > 0),
        ({ partner }) => partner,
      );
      return [...partners.values()].flatMap((earnings) => {
        const usable = earnings.filter(
          ({ agreement }) => scopes.get(agreement)?.agreement.side === 'customer',
        );
        return doublesAmong(usable, scopes).filter(
          ({ minor }) => (minor ?? 0) >= (parameters.leastMinor as number),
        );
      });
    },
  }),
};

/** Each earning at most once, with the one it overlaps most. */
function doublesAmong(
  earnings: readonly HistoryEarning[],
  scopes: ReadonlyMap<string, AgreementScope>,
): Finding[] {
  return earnings.flatMap((one): Finding[] => {
    const others = earnings.flatMap((other) => {
      const [a, b] = [scopes.get(one.agreement), scopes.get(other.agreement)];
      if (a === undefined || b === undefined || !isSecond(one, other)) return [];
      const minor = overlapOf(one, a, other, b);
      return minor > 0 ? [{ other, minor }] : [];
    });
    const worst = others.reduce<(typeof others)[number] | undefined>(
      (most, entry) => (entry.minor > (most?.minor ?? 0) ? entry : most),
      undefined,
    );
    return worst === undefined ? [] : [double(one, worst.other, worst.minor)];
  });
}

/** Of two, the smaller is told, so that each pair is told once. */
function isSecond(one: HistoryEarning, other: HistoryEarning): boolean {
  if (one.agreement === other.agreement || one.currency !== other.currency) return false;
  return one.earned < other.earned || (one.earned === other.earned && one.agreement > other.agreement);
}

/** What the smaller pays in the days in which both do. */
function overlapOf(one: HistoryEarning, a: AgreementScope, other: HistoryEarning, b: AgreementScope): number {
  const days = Math.min(one.until, other.until) - Math.max(one.from, other.from);
  if (days <= 0 || mayPayTogether(a, b) || !shareProducts(a, b)) return 0;
  return Math.round((one.earned * days) / (one.until - one.from));
}

function mayPayTogether(a: AgreementScope, b: AgreementScope): boolean {
  return (
    (a.agreement.together ?? []).includes(b.agreement.agreement) ||
    (b.agreement.together ?? []).includes(a.agreement.agreement)
  );
}

function shareProducts(a: AgreementScope, b: AgreementScope): boolean {
  const fixed = [a.agreement.endCustomer, b.agreement.endCustomer];
  if (fixed[0] !== undefined && fixed[1] !== undefined && fixed[0] !== fixed[1]) return false;
  if (a.products === undefined || b.products === undefined) return true;
  const [few, many] = a.products.size < b.products.size ? [a.products, b.products] : [b.products, a.products];
  return [...few].some((product) => many.has(product));
}

function double(one: HistoryEarning, other: HistoryEarning, minor: number): Finding {
  const facts = { other: other.agreement, twice: amountFact(minor, one.currency) };
  const evidence = [withFacts(earningEvidence(one), facts), earningEvidence(other)];
  const score = scoreBetween(minor / one.earned, 0, 1, 560, 800);
  return found(paidTwice, { ...aboutEarning(one), score, minor, evidence });
}
