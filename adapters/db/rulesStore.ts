import type { RulesStore, StoredRules } from '../../app/ports/rulesStore.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import type { Session } from './session.ts';

type RulesRow = {
  readonly version: number;
  readonly text: string;
  readonly author: string;
  readonly proposed_at: Date;
  readonly batch: bigint | null;
  readonly approver: string | null;
};

/** Rules of a kind that another person confirms; each kind has two tables of one shape. */
export function rulesStore<R>(
  session: Session,
  table: 'approval_rules' | 'payment_rules',
  decode: (parsed: unknown) => Result<R>,
): RulesStore<R> {
  const rulesOf = `
    SELECT r.version, r.text, r.author, r.proposed_at, c.batch, c.approver
    FROM ${table} r
    LEFT JOIN ${table}_confirmed c ON c.tenant_id = r.tenant_id AND c.version = r.version
    WHERE r.tenant_id = $1`;
  const { tenant } = session;
  return {
    all: async () => {
      const rows = await session.query<RulesRow>(`${rulesOf} ORDER BY r.version`, [tenant]);
      return rows.map((row) => toStored(row, decode));
    },
    knownAt: async (batch) => {
      const latest = `${rulesOf} AND c.batch <= $2 ORDER BY c.batch DESC LIMIT 1`;
      const [row] = await session.query<RulesRow>(latest, [tenant, batch]);
      return row && toStored(row, decode);
    },
    propose: async ({ version, text, author, at }) => {
      await session.query(
        `INSERT INTO ${table} (tenant_id, version, text, author, proposed_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, version, text, author, at],
      );
    },
    confirm: async (version, author, approver, batch) => {
      await session.query(
        `INSERT INTO ${table}_confirmed (tenant_id, version, batch, author, approver)
         VALUES ($1, $2, $3, $4, $5)`,
        [tenant, version, batch, author, approver],
      );
    },
  };
}

/** Only texts that were accepted are recorded, so one that does not decode is a fault. */
function toStored<R>(row: RulesRow, decode: (parsed: unknown) => Result<R>): StoredRules<R> {
  const { version, text, author, proposed_at: at, batch, approver } = row;
  const rules = decode(JSON.parse(text));
  if (!rules.ok) throw new Error(`Fault: the rules ${version} are refused`);
  return {
    version,
    rules: rules.value,
    text,
    author,
    at,
    ...(batch !== null && approver !== null && { confirmed: { batch: Number(batch), approver } }),
  };
}
