import { minorDigits } from '../../money/currency.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import { joinKey } from '../../text/key.ts';
import { approvalEvidence } from '../approvalEvidence.ts';
import { byKey } from '../byKey.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { amountFact } from '../factTexts.ts';
import type { Finding } from '../finding.ts';
import { found } from '../found.ts';
import type { History, HistoryApproval } from '../history.ts';
import { scoreOf } from '../scoreOf.ts';
import { chanceOfMany } from '../statistics.ts';

/**
 * Amounts that stay just under what somebody may approve: so many of one who proposes, or of one who decides, that it is no chance; whole
 * amounts just there, where those further below are seldom whole, for what is worked out has cents and what is thought up to stay under
 * has none; or one matter (an agreement in a window) cut in parts that each stay under. A single amount near the limit is none, nor are
 * the amounts of several agreements that fall due on one day.
 */
export const justUnderLimit: Detector = {
  name: 'justUnderLimit',
  version: 3,
  group: 'fraud',
  needs: ['approvals'],
  parameters: [
    parameter('nearPercent', 1, 5, 20),
    parameter('leastNear', 2, 4, 100),
    parameter('partDays', 0, 2, 30),
    parameter('chancePerMillion', 1, 100, 100_000),
  ],
  begin: (history, parameters) => ({
    end: () => {
      const usable = history.approvals.filter(isLimited);
      const near = (['proposedBy', 'decidedBy'] as const).flatMap((who) =>
        [...byKey(usable, (one) => joinKey(one[who], one.currency, String(one.limit))).values()].flatMap(
          (group) => {
            const whole = wholeUnder(group, parameters);
            const rest = group.filter((one) => !whole.includes(one));
            return [...wholeFindings(whole, group.length, who), ...clustered(rest, who, parameters)];
          },
        ),
      );
      const matterOf = matters(history);
      const parts = [...byKey(usable, (one) => partKey(one, matterOf(one).key)).values()].flatMap((group) =>
        cutUp(group, matterOf(group[0] as Limited).isOne ? ONE_MATTER : SEVERAL, parameters),
      );
      return strongestOfEach([...near, ...parts]);
    },
  }),
};

function partKey(one: Limited, matter: string): string | undefined {
  const { partner, proposedBy, of, currency, limit } = one;
  return partner === undefined
    ? undefined
    : joinKey(proposedBy, partner, of, currency, String(limit), matter);
}

/** What an approval is about in the end: the agreement and window of its settlement, the agreement of its claim. */
type Matter = { readonly key: string; readonly isOne: boolean };
const UNKNOWN: Matter = { key: '', isOne: false };

/** `isOne`: it falls due once, and two approvals of it are parts; an agreement has many claims. */
function matters(history: History): (one: HistoryApproval) => Matter {
  const settlements = new Map(history.settlements.map((one) => [one.settlement, one]));
  const claims = new Map(history.claims.map((one) => [one.claim, one.agreement ?? '']));
  const payments = new Map(history.payments.map((one) => [one.payment, one.settlement ?? '']));
  const adjustments = new Map(history.adjustments.map((one) => [one.adjustment, one.agreement ?? '']));
  const settled = (id: string) => {
    const one = settlements.get(id);
    if (one === undefined) return UNKNOWN;
    const isOne = one.agreement !== undefined && one.from !== undefined;
    return { key: joinKey(one.agreement ?? '', String(one.from ?? '')), isOne };
  };
  return ({ of, object }) => {
    if (of === 'settlement') return settled(object);
    if (of === 'payment') return settled(payments.get(object) ?? '');
    const key = of === 'claim' ? claims.get(object) : adjustments.get(object);
    return key === undefined ? UNKNOWN : { key, isOne: false };
  };
}

function strongestOfEach(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const one of findings) if (one.score > (best.get(one.id)?.score ?? 0)) best.set(one.id, one);
  return [...best.values()];
}

type Limited = HistoryApproval & {
  readonly minor: number;
  readonly limit: number;
  readonly currency: string;
};

function isLimited(one: HistoryApproval): one is Limited {
  return (
    one.minor !== undefined &&
    one.limit !== undefined &&
    one.currency !== undefined &&
    one.minor > 0 &&
    one.minor <= one.limit
  );
}

/** How many bands under the limit are looked at together: who hides it goes a little lower. */
const WIDTHS = [1, 2];

/**
 * The whole amounts in the band under the limit, where chance would not put so many of them there. How many are whole is known by
 * the amounts below the band; an amount that comes again, such as a fixed fee, counts once.
 */
function wholeUnder(group: readonly Limited[], parameters: Parameters): readonly Limited[] {
  for (const width of WIDTHS) {
    const band = width * (parameters.nearPercent as number);
    const isNear = ({ minor, limit }: Limited) => minor * 100 > limit * (100 - band);
    const near = group.filter(isNear);
    const [seen, below] = [countOf(near), countOf(group.filter((one) => !isNear(one)))];
    // Nobody is known to have none: one more of each kind than was seen.
    const usual = (below.whole + 1) / (below.all + 2);
    const isChance =
      chanceOfMany(seen.whole, seen.all, usual) * 1_000_000 > (parameters.chancePerMillion as number);
    if (seen.whole >= (parameters.leastNear as number) && !isChance) return near.filter(isWhole);
  }
  return [];
}

/** Different amounts, and those of them without cents. */
function countOf(group: readonly Limited[]): { readonly all: number; readonly whole: number } {
  const different = [...new Map(group.map((one) => [one.minor, one])).values()];
  return { all: different.length, whole: different.filter(isWhole).length };
}

function isWhole({ minor, currency }: Limited): boolean {
  return minor % 10 ** (minorDigits(currency) ?? 2) === 0;
}

/** One for each, since each is somebody's payment that may be held; the others are its evidence. */
function wholeFindings(whole: readonly Limited[], all: number, who: Who): Finding[] {
  const points = 520 + Math.min(300, whole.length * 30);
  return whole.map((one) => limitFinding(one, whole, { why: 'whole', points, all, who }));
}

/** In the band under the limit far more than in the four bands of the same width below it, each. */
function clustered(group: readonly Limited[], who: Who, parameters: Parameters): Finding[] {
  const band = parameters.nearPercent as number;
  const under = (low: number, high: number) =>
    group.filter(
      ({ minor, limit }) => minor * 100 > limit * (100 - high) && minor * 100 <= limit * (100 - low),
    );
  const near = under(0, band);
  const below = under(band, 5 * band).length / 4;
  // Four deviations of a count above what the bands below let one expect.
  const isMuch = near.length >= below + 4 * Math.sqrt(below) && near.length > 2 * below;
  if (near.length < (parameters.leastNear as number) || !isMuch) return [];
  // Amounts that are all the same are a fixed amount, and chance did not put them there.
  if (new Set(near.map(({ minor }) => minor)).size === 1) return [];
  const points = 520 + Math.min(300, near.length * 30);
  return [limitFinding(lastOf(near), near, { why: 'near', points, all: group.length, who })];
}

/** What a part is at least, in percent of the limit; what may be several matters has to be nearer to it, and says less. */
const ONE_MATTER = { least: 50, points: 520 };
const SEVERAL = { least: 85, points: 400 };

function cutUp(
  group: readonly Limited[],
  { least, points: base }: typeof ONE_MATTER,
  parameters: Parameters,
): Finding[] {
  const rising = inOrder(group);
  const findings: Finding[] = [];
  for (let index = 0; index < rising.length; ) {
    const first = rising[index] as Limited;
    const parts = rising
      .slice(index)
      .filter(
        ({ day, minor, limit }) =>
          day <= first.day + (parameters.partDays as number) && minor * 100 >= limit * least,
      );
    const sum = parts.reduce((total, { minor }) => total + minor, 0);
    const isCut = parts.length >= 2 && parts[0] === first && sum > first.limit;
    const points = base + Math.min(300, parts.length * 60);
    const why = { why: 'parts', points, all: group.length, who: 'proposedBy' } as const;
    if (isCut) findings.push(limitFinding(lastOf(parts), parts, why));
    index += isCut ? parts.length : 1;
  }
  return findings;
}

type Who = 'proposedBy' | 'decidedBy';
type Why = {
  readonly why: 'near' | 'whole' | 'parts';
  readonly points: number;
  /** Among so many. */
  readonly all: number;
  readonly who: Who;
};

function inOrder(these: readonly Limited[]): Limited[] {
  return [...these].sort((a, b) => a.day - b.day || compareTexts(a.approval, b.approval));
}

function lastOf(these: readonly Limited[]): Limited {
  return inOrder(these).at(-1) as Limited;
}

function limitFinding(about: Limited, these: readonly Limited[], { why, points, all, who }: Why): Finding {
  const facts = {
    why,
    count: String(these.length),
    all: String(all),
    limit: amountFact(about.limit, about.currency),
    sum: amountFact(
      these.reduce((sum, { minor }) => sum + minor, 0),
      about.currency,
    ),
    by: about[who],
  };
  const others = inOrder(these).filter((one) => one !== about);
  return found(justUnderLimit, {
    object: 'approval',
    id: about.approval,
    ...(about.partner !== undefined && { partner: about.partner }),
    day: about.day,
    score: scoreOf(points),
    minor: why === 'whole' ? about.minor : these.reduce((sum, { minor }) => sum + minor, 0),
    currency: about.currency,
    evidence: [{ ...approvalEvidence(about), facts }, ...others.slice(-6).map(approvalEvidence)],
  });
}
