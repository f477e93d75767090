import { actorText } from '../../app/actor.ts';
import type { Gathered } from '../../app/ports/bulkStore.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import type { Session } from './session.ts';

/**
 * Rows of one table in one statement: columns by name and type. A type after two colons is what the
 * text of a value becomes, to the byte.
 */
async function insert(
  session: Session,
  into: string,
  columns: string,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const parts = columns.split(/,\s*/).map((column) => column.split(/ |::/));
  const names = parts.map(([name]) => name).join(', ');
  const read = parts.map(([name, type]) => `${name} ${type}`).join(', ');
  const values = parts.map(([name, , become]) => (become ? `${name}::${become}` : name)).join(', ');
  await session.query(
    `INSERT INTO ${into} (tenant_id, ${names}) SELECT $1, ${values} FROM json_to_recordset($2::json) AS r (${read})`,
    [session.tenant, JSON.stringify(rows)],
  );
}

async function update(
  session: Session,
  table: string,
  { columns, set, where }: { readonly columns: string; readonly set: string; readonly where: string },
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const changed = await session.query(
    `UPDATE ${table} t SET ${set} FROM json_to_recordset($2::json) AS r (${columns})
     WHERE t.tenant_id = $1 AND ${where} RETURNING 1`,
    [session.tenant, JSON.stringify(rows)],
  );
  if (changed.length !== rows.length)
    throw new Error(`Fault: ${rows.length} rows of ${table}, ${changed.length} changed`);
}

/** Writes what was gathered, a statement for each table, in the order in which they refer to each other. */
export async function writeGathered(session: Session, gathered: Gathered): Promise<void> {
  await writeProposals(session, gathered);
  await writeVersions(session, gathered);
  await update(
    session,
    'proposal',
    {
      columns: 'id uuid, state text, version int',
      set: 'state = r.state, version = r.version',
      where: 't.id = r.id',
    },
    gathered.moves.map(({ proposal: id, state, version }) => ({ id, state, version })),
  );
  await writeDeeds(session, gathered.deeds);
  await insert(
    session,
    'audit',
    'id uuid, recorded_at timestamptz, actor text, action text, object text, batch bigint, body text::json',
    gathered.audits.map(({ at, actor, body, ...entry }) => ({
      ...entry,
      recorded_at: at,
      actor: actorText(actor),
      body: canonicalJson(body),
    })),
  );
  const waiting = gathered.audits.map(({ id }) => ({ audit_id: id }));
  await insert(session, 'audit_unlinked', 'audit_id uuid', waiting);
}

async function writeProposals(
  session: Session,
  { proposals, revisions, submissions, parts }: Gathered,
): Promise<void> {
  await insert(
    session,
    'proposal',
    'id uuid, code text, number int, kind text, base_version int, made_from text, made_from_version int, state text, revision int',
    proposals.map(({ baseVersion, madeFrom, ...proposal }) => ({
      ...proposal,
      base_version: baseVersion,
      made_from: madeFrom?.code,
      made_from_version: madeFrom?.version,
    })),
  );
  await insert(
    session,
    'proposal_revision',
    'proposal_id uuid, revision int, author_kind text, author_id text, saved_at timestamptz, sha256 text, text text',
    revisions.map(({ proposal: proposal_id, author, at, revision, sha256, text }) => {
      return {
        proposal_id,
        revision,
        author_kind: author.kind,
        author_id: author.id,
        saved_at: at,
        sha256,
        text,
      };
    }),
  );
  await insert(
    session,
    'proposal_submission',
    'proposal_id uuid, submission int, revision int, rules_version int, value_of text, value numeric, currency text, levels json, submitted_at timestamptz',
    submissions.map(({ proposal: proposal_id, submission, revision, rulesVersion, value, levels, at }) => ({
      proposal_id,
      submission,
      revision,
      rules_version: rulesVersion,
      value_of: value.of,
      value: formatDecimal(value.amount),
      currency: value.currency,
      levels,
      submitted_at: at,
    })),
  );
  await update(
    session,
    'proposal',
    {
      columns: 'id uuid, submission int',
      set: `state = 'inReview', submission = r.submission`,
      where: 't.id = r.id',
    },
    submissions.map(({ proposal: id, submission }) => ({ id, submission })),
  );
  await insert(
    session,
    'proposal_part',
    'proposal_id uuid, submission int, person text, level text, taken_at timestamptz',
    parts.map(({ proposal: proposal_id, at, ...part }) => ({ ...part, proposal_id, taken_at: at })),
  );
}

/** First versions of agreements, each with the agreement and its run state. */
async function writeVersions(session: Session, { versions }: Gathered): Promise<void> {
  await insert(session, 'agreement', 'id uuid, code text, batch bigint', versions);
  const rows = versions.map(({ id, batch, sha256, text }) => {
    return { agreement_id: id, version: 1, batch, sha256, text };
  });
  await insert(session, 'run_state', 'agreement_id uuid', rows);
  await insert(
    session,
    'agreement_version',
    'agreement_id uuid, version int, batch bigint, sha256 text, text text',
    rows,
  );
}

async function writeDeeds(session: Session, deeds: Gathered['deeds']): Promise<void> {
  const last = new Map(deeds.map(({ code, number }) => [code, number]));
  await update(
    session,
    'dossier',
    { columns: 'code text COLLATE "C", number int', set: 'last_deed = r.number', where: 't.code = r.code' },
    [...last].map(([code, number]) => ({ code, number })),
  );
  await insert(
    session,
    'agreement_deed',
    `code text, number int, deed text, actor_kind text, actor_id text, done_at timestamptz, batch bigint,
     proposal_id uuid, revision int, submission int, level text, version int, path text, reason text`,
    deeds.map(({ actor, at, proposal: proposal_id, ...deed }) => {
      return { ...deed, actor_kind: actor.kind, actor_id: actor.id, done_at: at, proposal_id };
    }),
  );
}
