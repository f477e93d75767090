import type { ApprovalRulesStore, StoredRules } from '../../app/ports/approvalRulesStore.ts';
import { decodeApprovalRules } from '../../core/lifecycle/approvalRules.ts';
import type { Session } from './session.ts';

type RulesRow = {
  readonly version: number;
  readonly text: string;
  readonly author: string;
  readonly proposed_at: Date;
  readonly batch: bigint | null;
  readonly approver: string | null;
};

const RULES = `
  SELECT r.version, r.text, r.author, r.proposed_at, c.batch, c.approver
  FROM approval_rules r
  LEFT JOIN approval_rules_confirmed c ON c.tenant_id = r.tenant_id AND c.version = r.version
  WHERE r.tenant_id = $1`;

export function approvalRulesStore(session: Session): ApprovalRulesStore {
  return {
    all: async () => {
      const rows = await session.query<RulesRow>(`${RULES} ORDER BY r.version`, [session.tenant]);
      return rows.map(toStored);
    },
    knownAt: async (batch) => {
      const [row] = await session.query<RulesRow>(
        `${RULES} AND c.batch <= $2 ORDER BY c.batch DESC LIMIT 1`,
        [session.tenant, batch],
      );
      return row && toStored(row);
    },
    propose: async ({ version, text, author, at }) => {
      await session.query(
        `INSERT INTO approval_rules (tenant_id, version, text, author, proposed_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [session.tenant, version, text, author, at],
      );
    },
    confirm: async (version, author, approver, batch) => {
      await session.query(
        `INSERT INTO approval_rules_confirmed (tenant_id, version, batch, author, approver)
         VALUES ($1, $2, $3, $4, $5)`,
        [session.tenant, version, batch, author, approver],
      );
    },
  };
}

/** Only texts that were accepted are recorded, so one that does not decode is a fault. */
function toStored({ version, text, author, proposed_at: at, batch, approver }: RulesRow): StoredRules {
  const rules = decodeApprovalRules(JSON.parse(text));
  if (!rules.ok) throw new Error(`Fault: the approval rules ${version} are refused`);
  return {
    version,
    rules: rules.value,
    text,
    author,
    at,
    ...(batch !== null && approver !== null && { confirmed: { batch: Number(batch), approver } }),
  };
}
