import type { Master, MasterRecord } from '../../core/master/master.ts';
import { treeFaults } from '../../core/master/treeFaults.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import type { MasterKind, MasterRow } from '../ports.ts';
import { invalidAttributes } from './invalidAttributes.ts';

/** Kinds whose well-known attributes are looked at. */
export const WITH_ATTRIBUTES: readonly MasterKind[] = ['partner', 'product', 'price'];

/** The trees that `parent` makes. */
const TREES = { partner: 'partners', category: 'categories' } as const;

/**
 * What is wrong with each row of master data beside what is known: attributes that do not hold what
 * their name says, trees that go round.
 * Refuses: master-invalid (field, value, reason).
 */
export function checkMaster(rows: readonly MasterRow[], known: Master): Refusal[][] {
  const rounds = new Map<string, Refusal>();
  for (const kind of ['partner', 'category'] as const) {
    const own = rows.filter((row) => row.kind === kind);
    const tree = withRows(known[TREES[kind]], own);
    for (const { code, parent } of treeFaults(tree, new Set(own.map((row) => row.code)))) {
      const facts = { field: 'parent', value: parent, reason: 'parent-cycle' };
      rounds.set(`${kind} ${code}`, refuse('master-invalid', `${kind} ${code}`, facts));
    }
  }
  return rows.map((row) => {
    const round = rounds.get(`${row.kind} ${row.code}`);
    return [...wrongAttributes(row), ...(round === undefined ? [] : [round])];
  });
}

/**
 * The refusals of rows, with those that checkMaster has against them. Without a row that is refused
 * another one may close a round, so the trees are looked at until all that is left is fit.
 */
export function refuseUnfit(
  rows: readonly MasterRow[],
  alone: readonly (readonly Refusal[])[],
  known: Master,
): readonly (readonly Refusal[])[] {
  const refusals = [...alone];
  for (;;) {
    const fit = [...rows.keys()].filter((index) => refusals[index]?.length === 0);
    const found = checkMaster(
      fit.map((index) => rows[index] as MasterRow),
      known,
    );
    if (found.every((own) => own.length === 0)) return refusals;
    for (const [place, index] of fit.entries()) refusals[index] = found[place] ?? [];
  }
}

function wrongAttributes({ kind, code, attributes }: MasterRow): Refusal[] {
  if (!WITH_ATTRIBUTES.includes(kind)) return [];
  return invalidAttributes(attributes).map(({ name, value, reason }) =>
    refuse('master-invalid', `${kind} ${code}`, { field: name, value, reason }),
  );
}

/** A version of the same day takes the place of the one before. */
function withRows(
  known: ReadonlyMap<string, MasterRecord>,
  rows: readonly MasterRow[],
): ReadonlyMap<string, MasterRecord> {
  const records = new Map(known);
  for (const { code, name, validFrom, attributes } of rows) {
    const others = (records.get(code)?.versions ?? []).filter((version) => version.validFrom !== validFrom);
    const version = { name, attributes, ...(validFrom !== undefined && { validFrom }) };
    records.set(code, { code, versions: [...others, version] });
  }
  return records;
}
