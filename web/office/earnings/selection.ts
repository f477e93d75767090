/** What the list shows: exact codes; where its page begins, and how many rows lie before it; whose sheet is open. */
export type Selection = {
  readonly agreement?: string;
  readonly partner?: string;
  readonly cursor?: string;
  readonly passed?: number;
  readonly earning?: string;
  /** The line that is explained by itself. */
  readonly line?: LineName;
  /** The sheet of who qualifies under the agreement is open. */
  readonly who?: boolean;
};

/** Source, document and line. */
export type LineName = readonly [string, string, string];

const PASSED_MAX = 999_999_999;

/** The selection in the address; nonsense counts as the beginning. */
export function selectionIn({
  agreement,
  partner,
  cursor,
  passed,
  earning,
  line,
  who,
}: Record<string, unknown>): Selection {
  const isPage =
    typeof cursor === 'string' &&
    /^[\w-]+$/.test(cursor) &&
    Number.isInteger(passed) &&
    Number(passed) > 0 &&
    Number(passed) <= PASSED_MAX;
  return {
    ...(isText(agreement) && { agreement: String(agreement) }),
    ...(isText(partner) && { partner: String(partner) }),
    ...(isPage && { cursor, passed: Number(passed) }),
    ...(isText(earning) && { earning: String(earning) }),
    ...(isLineName(line) && { line: line.map(String) as unknown as LineName }),
    ...(who === true && isText(agreement) && { who }),
  };
}

/** The router reads a code of digits as a number. */
function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

function isLineName(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length === 3 && value.every(isText);
}
