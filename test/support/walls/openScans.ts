/** What EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) says of a step of a plan, as far as it is looked at. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly Alias?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
};

type Scan = { readonly alias: string; readonly conditions: readonly string[] };

/**
 * Where a plan reads rows of any tenant: tables, as the statement calls them, whose rows are held neither to the
 * tenant that $1 names nor to a row that is. PostgreSQL draws the conclusions: who is equal to whom, and where
 * that holds.
 */
export function openScans(plan: PlanNode, tables: ReadonlySet<string>): string[] {
  const scans = scansIn(plan, tables);
  const bound = new Set<string>();
  let before = -1;
  while (bound.size > before) {
    before = bound.size;
    for (const { alias, conditions } of scans)
      if (conditions.some((one) => isBinding(one, alias, bound))) bound.add(alias);
  }
  return scans.map(({ alias }) => alias).filter((alias) => !bound.has(alias));
}

function isBinding(condition: string, alias: string, bound: ReadonlySet<string>): boolean {
  const [, one, other] = /^(\w+)\.tenant_id = (?:(\w+)\.tenant_id|\$1)$/.exec(condition) ?? [];
  if (one === undefined) return false;
  if (other === undefined) return one === alias;
  return (one === alias && bound.has(other)) || (other === alias && bound.has(one));
}

function scansIn(node: PlanNode, tables: ReadonlySet<string>): Scan[] {
  const isTenants = node.Schema === 'public' && tables.has(node['Relation Name'] ?? '');
  const isRead = isTenants && node['Node Type'] !== 'ModifyTable';
  const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter].flatMap(conjuncts);
  const here = isRead ? [{ alias: node.Alias ?? '', conditions }] : [];
  return [...here, ...(node.Plans ?? []).flatMap((inner) => scansIn(inner, tables))];
}

/** What holds in any case: the parts of a condition between its ANDs, each without its brackets. */
function conjuncts(condition: string | undefined): string[] {
  if (condition === undefined) return [];
  const depths = depthsOf(condition);
  if (condition.startsWith('(') && depths.indexOf(0) === condition.length - 1)
    return conjuncts(condition.slice(1, -1));
  const at = depths.findIndex((depth, place) => depth === 0 && condition.startsWith(' AND ', place));
  return at < 0 ? [condition] : [condition.slice(0, at), condition.slice(at + 5)].flatMap(conjuncts);
}

/** How many brackets are open after each sign; a text in quotes is one more. */
function depthsOf(condition: string): number[] {
  let depth = 0;
  let quoted = 0;
  return [...condition].map((sign) => {
    if (sign === "'") quoted = 1 - quoted;
    else if (quoted === 0) depth += { '(': 1, ')': -1 }[sign] ?? 0;
    return depth + quoted;
  });
}
