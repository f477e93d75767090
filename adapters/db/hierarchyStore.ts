import type { HierarchyNode, HierarchyOn, HierarchyStore } from '../../app/ports/hierarchyStore.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { Session } from './session.ts';

// $1 is the tenant, $2 the batch, $3 the day, $4 which kinds stand in the tree, $5 the one of them that others stand below.

/** Of each thing the version in force, by the same rule as in calculations; and those that are named above without a record. */
const NODES = `
  said AS MATERIALIZED (
    SELECT DISTINCT ON (kind, code) kind, code, name,
      nullif(attributes ->> CASE kind WHEN 'product' THEN 'category' ELSE 'parent' END, '') COLLATE "C" AS above
    FROM (
      SELECT DISTINCT ON (kind, code, valid_from) kind, code, valid_from, name, attributes, withdrawn
      FROM master_version
      WHERE tenant_id = $1 AND batch <= $2 AND kind = ANY ($4::text[])
      ORDER BY kind, code, valid_from, batch DESC
    ) v
    WHERE NOT withdrawn
    ORDER BY kind, code, valid_from <= $3 DESC, CASE WHEN valid_from <= $3 THEN valid_from END DESC, valid_from
  ), node AS MATERIALIZED (
    SELECT kind, code, name, above, true AS is_known FROM said
    UNION ALL
    SELECT DISTINCT $5::text COLLATE "C", s.above, s.above COLLATE "default", NULL::text COLLATE "C", false FROM said s
    WHERE s.above IS NOT NULL AND NOT EXISTS (SELECT FROM said k WHERE k.kind = $5 AND k.code = s.above)
  )`;

/** Everything at or below some nodes; a round, which files could only make together, ends where it began. */
const BELOW = `
  below AS (
    SELECT p.kind AS top_kind, p.code AS top, p.kind, p.code FROM chosen p
    UNION
    SELECT b.top_kind, b.top, n.kind, n.code FROM below b JOIN node n ON b.kind = $5 AND n.above = b.code
  )`;

const STANDING = (column: string) => `
  SELECT l.${column} AS code, count(*) AS lines FROM line l
  WHERE l.tenant_id = $1 AND l.withdrawn IS NULL AND NOT EXISTS (
    SELECT FROM line n
    WHERE n.tenant_id = $1 AND n.source = l.source AND n.document = l.document AND n.line = l.line
      AND n.revision > l.revision AND n.revision > 1)
  GROUP BY 1`;

const page = (column: string) => `
  WITH RECURSIVE ${NODES}, chosen AS MATERIALIZED (
    SELECT * FROM node
    WHERE CASE
        WHEN $7::text IS NOT NULL THEN position(lower($7) IN lower(code)) > 0 OR position(lower($7) IN lower(name)) > 0
        ELSE above IS NOT DISTINCT FROM $6::text
      END
      AND ($8::text IS NULL OR (kind, code) > ($8, $9::text))
    ORDER BY kind, code LIMIT $10
  ), ${BELOW}, right_below AS (
    SELECT n.above AS code, count(*)::int AS below FROM node n JOIN chosen c ON c.kind = $5 AND c.code = n.above GROUP BY 1
  ), caught AS (
    SELECT b.top_kind, b.top, count(*)::int AS members, coalesce(sum(l.lines), 0)::int AS lines
    FROM below b LEFT JOIN (${STANDING(column)}) l ON l.code = b.code
    WHERE b.kind <> 'category' GROUP BY 1, 2
  )
  SELECT c.kind, c.code, c.name, c.above, c.is_known, coalesce(r.below, 0) AS below, coalesce(g.members, 0) AS members,
    coalesce(g.lines, 0) AS lines
  FROM chosen c
  LEFT JOIN right_below r ON c.kind = $5 AND r.code = c.code
  LEFT JOIN caught g ON g.top_kind = c.kind AND g.top = c.code
  ORDER BY c.kind, c.code`;

const PAGES = { partners: page('partner_id'), products: page('product') } as const;

const MEMBERS = `
  WITH RECURSIVE ${NODES}, chosen AS (
    SELECT $6::text COLLATE "C" AS kind, $7::text COLLATE "C" AS code
  ), ${BELOW}
  SELECT DISTINCT code FROM below WHERE kind <> 'category' ORDER BY code`;

const KINDS = { partners: ['partner'], products: ['category', 'product'] } as const;
const GROUPS = { partners: 'partner', products: 'category' } as const;

type NodeRow = Omit<HierarchyNode, 'above' | 'isKnown'> & {
  readonly above: string | null;
  readonly is_known: boolean;
};

export function hierarchyStore(session: Session): HierarchyStore {
  const onDay = ({ tree, effective, batch }: HierarchyOn) => [
    ...[session.tenant, batch, formatDate(effective), KINDS[tree], GROUPS[tree]],
  ];
  return {
    page: async ({ below, text, after, limit, ...on }) => {
      const place = [below ?? null, text ?? null, after?.kind ?? null, after?.code ?? null, limit];
      const rows = await session.query<NodeRow>(PAGES[on.tree], [...onDay(on), ...place]);
      return rows.map(({ above, is_known: isKnown, ...row }) => ({
        ...{ ...row, isKnown, ...(above !== null && { above }) },
      }));
    },
    members: async (on, { kind, code }) => {
      const rows = await session.query<{ code: string }>(MEMBERS, [...onDay(on), kind, code]);
      return rows.map((row) => row.code);
    },
  };
}
