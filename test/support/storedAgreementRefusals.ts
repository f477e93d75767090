/** These speak of agreements in the database, their lives and their files; not of what a text says. */
export const STORED_AGREEMENT_REFUSALS: readonly string[] = [
  'agreement-id-taken',
  'agreement-not-approved',
  'agreement-not-found',
  'agreement-over',
  'agreement-path-unknown',
  'agreement-term-adjusted',
  'agreement-term-unknown',
  'agreement-text-changed',
  'agreement-version-not-found',
];
