import { formatDate } from '../../core/calendar/localDate.ts';
import type { Progress } from '../../core/earning/progress.ts';
import { parseExact } from '../../core/explanation/operands.ts';
import { joinKey } from '../../core/text/key.ts';
import type { HistoryEarning } from '../../core/trust/history.ts';
import type { EarningRow } from '../ports.ts';
import { millionths, minorNumber, whole } from './historyNumbers.ts';
import { allPages, PAGE, type Reading } from './reading.ts';

/** What every partner, or one, has earned by agreement and window, with what was claimed and settled of it. */
export async function historyEarnings(read: Reading, partner: string | undefined): Promise<HistoryEarning[]> {
  const settled = new Map<string, bigint>();
  const rows = await allPages<EarningRow>(read, async (tx, last) => {
    const after = last && { after: { ...last, ...last.account } };
    const page = await tx.earnings.list({ limit: PAGE, ...(partner !== undefined && { partner }), ...after });
    const money = await tx.earnings.moneyOf(page.rows.map(({ id }) => id));
    for (const [id, { settledMinor }] of money) settled.set(id, settledMinor);
    return page.rows;
  });
  const claimed = await claimedOf(read, new Set(rows.map(({ account }) => account.agreement)), partner);
  const groups = Map.groupBy(rows, ({ account }) => keyOf(account));
  return [...groups].map(([key, terms]) => {
    const [{ account }] = terms as [EarningRow];
    const earned = terms.reduce((sum, one) => sum + one.earnedMinor, 0n);
    const onDocuments = terms.reduce((sum, { id }) => sum + (settled.get(id) ?? 0n), 0n);
    return {
      ...{ agreement: account.agreement, partner: account.partner, currency: account.currency },
      ...{ from: account.window.from, until: account.window.until, base: baseOf(terms) },
      ...{ earned: whole(earned), settled: whole(onDocuments), claimed: whole(claimed.get(key) ?? 0n) },
    };
  });
}

type Place = Pick<EarningRow['account'], 'agreement' | 'partner' | 'window'>;

function keyOf({ agreement, partner, window }: Place): string {
  return joinKey(agreement, partner, formatDate(window.from));
}

/** Without what was refused. */
async function claimedOf(
  read: Reading,
  agreements: ReadonlySet<string>,
  partner: string | undefined,
): Promise<Map<string, bigint>> {
  const claimed = new Map<string, bigint>();
  for (const agreement of agreements) {
    for (const { participant, window, minor, refused } of await read((tx) =>
      tx.claims.claimedOn(agreement, partner),
    )) {
      const key = keyOf({ agreement, partner: participant, window });
      claimed.set(key, (claimed.get(key) ?? 0n) + minor - refused);
    }
  }
  return claimed;
}

/** What counted, where one measure did; 0 otherwise, and nothing is compared with it. */
function baseOf(terms: readonly EarningRow[]): number {
  const [row, ...others] = terms;
  if (row === undefined || others.length > 0) return 0;
  const [payout, ...more] = (row.progress as unknown as Progress).payouts;
  const value = payout && parseExact(payout.value);
  if (value === undefined || more.length > 0) return 0;
  return payout?.scale.of === 'money' ? minorNumber(value, row.account.currency) : millionths(value);
}
