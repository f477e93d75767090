import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import type { Subject } from '../../core/ledger/transfer.ts';
import { currentVersion } from '../../core/master/master.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { StatedLine } from '../../core/statement/lineRows.ts';
import { type PartnerStatement, partnerStatements } from '../../core/statement/partnerStatement.ts';
import { type ExplainedLine, explainEarnings } from '../earnings/explainEarnings.ts';
import { toPartner } from '../portal/explainOwnEarning.ts';
import type { PostedTransfer } from '../ports/ledgerStore.ts';
import type { EarningRow, Ports, Run, TenantId, Tx } from '../ports.ts';
import { originKey, referencesOf } from './referencesOf.ts';

export type StatementQuestion = {
  readonly company: string;
  readonly partner: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
};

/** What an account has earned by now, and how: what stands behind the amounts on documents. */
export type StatedEarning = {
  /** Its explanation is asked for by this. */
  readonly id: string;
  readonly run: Run;
  readonly subject: Subject;
  readonly agreementName: EarningRow['agreementName'];
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly explanation: Step;
  /** Of the partner's own. */
  readonly lines: readonly StatedLine[];
};

export type ShownStatement = StatementQuestion & {
  readonly companyName: string;
  readonly partnerName: string;
  /** The last batch that is known. */
  readonly batch: number;
  readonly statements: readonly PartnerStatement[];
  readonly earnings: readonly StatedEarning[];
  /** Accounts of entries that no calculation of this partner's own stands behind, such as of a participant it gets money for. */
  readonly unexplained: number;
};

/** Rows of the books that are read at once. */
const PAGE = 1000;
/** Accounts of one partner that are explained; one that has more is asked account by account. */
const EARNINGS_MAX = 500;

/**
 * What is open between a company of ours and a partner, what changed it in a time, and how the amounts
 * behind it were earned.
 * Refuses: company-not-found, partner-not-found, statement-days-turned.
 */
export function partnerStatement(
  ports: Ports,
  tenant: TenantId,
  question: StatementQuestion,
): Promise<Result<ShownStatement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { company, partner, firstDay, lastDay } = question;
    if (lastDay < firstDay) return refused(refuse('statement-days-turned', 'until'));
    const ours = (await tx.company.all()).find(({ code }) => code === company);
    if (ours === undefined) return refused(refuse('company-not-found', 'company', { company }));
    const batch = await tx.batches.last();
    const record = (await tx.master.knownAt(batch)).partners.get(partner);
    if (record === undefined) return refused(refuse('partner-not-found', 'partner', { partner }));
    const transfers = await allTransfers(tx, question);
    const statements = await referred(tx, partnerStatements(transfers, question));
    return accept({
      ...question,
      companyName: ours.name,
      partnerName: currentVersion(record).name,
      batch,
      statements,
      ...(await earningsBehind(ports, tx, { tenant, partner, statements })),
    });
  });
}

/** The same with what the partner knows each deed by. */
async function referred(
  tx: Tx,
  statements: readonly PartnerStatement[],
): Promise<readonly PartnerStatement[]> {
  const origins = statements.flatMap(({ entries }) => entries.map(({ origin }) => origin));
  const references = await referencesOf(tx, origins);
  return statements.map((statement) => ({
    ...statement,
    entries: statement.entries.map((entry) => {
      const reference = references.get(originKey(entry.origin));
      return reference === undefined ? entry : { ...entry, reference };
    }),
  }));
}

async function allTransfers(
  tx: Tx,
  { company, partner, lastDay }: StatementQuestion,
): Promise<readonly PostedTransfer[]> {
  const all: PostedTransfer[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await tx.ledger.transfers(
      { company, partner, until: lastDay + 1 },
      { limit: PAGE, ...(last && { after: { company, number: last.number } }) },
    );
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

/** The earnings of the accounts that the entries are about, in the order in which they come. */
async function earningsBehind(
  ports: Ports,
  tx: Tx,
  {
    tenant,
    partner,
    statements,
  }: {
    readonly tenant: TenantId;
    readonly partner: string;
    readonly statements: readonly PartnerStatement[];
  },
): Promise<Pick<ShownStatement, 'earnings' | 'unexplained'>> {
  const wanted = new Map<string, Subject>();
  for (const { entries } of statements) {
    for (const { subject } of entries) if (subject) wanted.set(keyOf(subject), subject);
  }
  if (wanted.size === 0) return { earnings: [], unexplained: 0 };
  const { rows } = await tx.earnings.list({ partner, limit: EARNINGS_MAX });
  const byKey = Map.groupBy(rows, ({ account }) => keyOf(account));
  const found = [...wanted].flatMap(([key, subject]) =>
    (byKey.get(key) ?? []).map((row) => ({ row, subject })),
  );
  const explained = await explainEarnings(
    tx,
    found.map(({ row }) => row),
  );
  const subjects = new Map(found.map(({ row, subject }) => [row.id, subject]));
  const shown = await toPartner(ports, tx, tenant, [...explained.values()]);
  const behind = shown.map(({ row, explanation, lines: shares }): StatedEarning => {
    const { id, run, agreementName, earnedMinor, account } = row;
    const subject = subjects.get(id) as Subject;
    const lines = shares.flatMap((share) => statedLine(share, partner));
    const { currency } = account;
    return { id, run, subject, agreementName, currency, earnedMinor, explanation, lines };
  });
  const explainedKeys = new Set(behind.map(({ subject }) => keyOf(subject)));
  return { earnings: behind, unexplained: wanted.size - explainedKeys.size };
}

/** In whatever currency it was earned: what is open may be in another one. */
function keyOf({ agreement, term, window }: Subject): string {
  return JSON.stringify([agreement, term, window.from, window.until]);
}

/** A line as its partner sees it; lines of others are not for it. */
function statedLine(
  { line: own, shareMinor, productName }: ExplainedLine,
  partner: string,
): readonly StatedLine[] {
  if (own.partner !== partner || shareMinor === undefined || shareMinor === 0n) return [];
  const { source, document, line, product, dates, netValue } = own;
  const day = dates.invoice === undefined ? '' : formatDate(dates.invoice);
  const value = netValue === undefined ? '' : formatDecimal(netValue);
  return [{ source, document, line, day, product, productName, netValue: value, shareMinor }];
}
