import type { ClaimDuty, ClaimRule } from '../../app/ports/claimStore.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { decimalOf } from './decimalOf.ts';
import type { Session } from './session.ts';

type RuleRow = {
  readonly version: number;
  readonly tolerance_minor: string;
  readonly tolerance_percent: string;
  readonly write_off_minor: string;
  readonly remind_after_days: readonly number[];
  readonly by_itself: readonly ClaimDuty[];
  readonly answer_days: number | null;
  readonly set_by: string;
  readonly recorded_at: Date;
};

/** The rule of a company that counts in a currency: its last version. */
export async function claimRule(
  session: Session,
  company: string,
  currency: string,
): Promise<ClaimRule | undefined> {
  const [row] = await session.query<RuleRow>(
    `SELECT version, tolerance_minor, tolerance_percent, write_off_minor, remind_after_days, answer_days,
       by_itself, set_by, recorded_at
     FROM claim_rule WHERE tenant_id = $1 AND company = $2 AND currency = $3 ORDER BY version DESC LIMIT 1`,
    [session.tenant, company, currency],
  );
  if (row === undefined) return undefined;
  return {
    company,
    currency,
    version: row.version,
    toleranceMinor: BigInt(row.tolerance_minor),
    tolerancePercent: decimalOf(row.tolerance_percent),
    writeOffMinor: BigInt(row.write_off_minor),
    remindAfterDays: row.remind_after_days,
    byItself: row.by_itself,
    ...(row.answer_days !== null && { answerDays: row.answer_days }),
    setBy: row.set_by,
    at: row.recorded_at,
  };
}

/** Writes the next version; gives its number. Two at once: the second one is repeated. */
export async function setClaimRule(session: Session, rule: Omit<ClaimRule, 'version'>): Promise<number> {
  const [row] = await session.query<{ version: number }>(
    `INSERT INTO claim_rule (tenant_id, company, currency, version, tolerance_minor, tolerance_percent,
       write_off_minor, remind_after_days, answer_days, by_itself, set_by, recorded_at)
     SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11
     FROM claim_rule WHERE tenant_id = $1 AND company = $2 AND currency = $3
     RETURNING version`,
    [
      session.tenant,
      rule.company,
      rule.currency,
      rule.toleranceMinor,
      formatDecimal(rule.tolerancePercent),
      rule.writeOffMinor,
      rule.remindAfterDays,
      rule.answerDays ?? null,
      rule.byItself,
      rule.setBy,
      rule.at,
    ],
  );
  return row?.version ?? 0;
}
