/** What a cut-over takes over: balances, volume of the time before, and figures of the old system to compare with. */
export const LOAD_KINDS = ['openings', 'history', 'figures'] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

/** Where an amount belongs: one account of one term. */
export const PLACE_FIELDS = ['agreement', 'term', 'partner', 'firstDay', 'lastDay', 'currency'] as const;

/**
 * The balances of rulings R1 as the old books have them, and what is claimed and still open. They are
 * five different things and never add up.
 */
export const BALANCES = ['earned', 'recognised', 'settled', 'paid', 'openClaims'] as const;
export type Balance = (typeof BALANCES)[number];

/** An amount of the old system, and what it says of how it came about; all but the amount may be empty. */
export const FIGURE_FIELDS = ['amount', 'volume', 'rate', 'lines'] as const;

/** The columns of a file of balances, and of one of figures. */
export const OPENING_FIELDS = [...PLACE_FIELDS, ...BALANCES] as const;
export const OLD_FIGURE_FIELDS = [...PLACE_FIELDS, ...FIGURE_FIELDS] as const;

/** One row as it stands in a file: a text for each column, and where it stands. */
export type CutOverRow = { readonly row: number; readonly texts: Readonly<Record<string, string>> };
