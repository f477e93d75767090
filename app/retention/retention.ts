/** What goes by itself, and nothing else does: no book, fact, agreement, document or audit entry is such a kind. */
export const RETENTION_KINDS = ['answers', 'jobs', 'events', 'notices', 'invitations'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** Units: days. */
type RetentionBounds = { readonly default: number; readonly least: number; readonly most: number };

const TEN_YEARS = 3660;

export const RETENTION: Readonly<Record<RetentionKind, RetentionBounds>> = {
  // A sender that was away comes back within the month; never shorter than the configuration says.
  answers: { default: 30, least: 30, most: TEN_YEARS },
  jobs: { default: 30, least: 1, most: TEN_YEARS },
  // An address is tried for three days, and what was told is sent again for whoever was away.
  events: { default: 90, least: 7, most: TEN_YEARS },
  notices: { default: 365, least: 30, most: TEN_YEARS },
  invitations: { default: 90, least: 7, most: TEN_YEARS },
};

/** What a tenant has said; the version counts its changes, from 0. Units: days. */
export type RetentionRules = {
  readonly version: number;
  readonly days: Readonly<Partial<Record<RetentionKind, number>>>;
  readonly setAt?: Date;
};

/** How long each kind is kept; answers at least as long as the configuration says. Units: days. */
export function keptDays(
  { days }: Pick<RetentionRules, 'days'>,
  answersAtLeast = 0,
): Readonly<Record<RetentionKind, number>> {
  const of = (kind: RetentionKind) => days[kind] ?? RETENTION[kind].default;
  return {
    answers: Math.max(of('answers'), answersAtLeast),
    jobs: of('jobs'),
    events: of('events'),
    notices: of('notices'),
    invitations: of('invitations'),
  };
}
