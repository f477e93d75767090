/**
 * Whether days of a company can begin and end by this name: one of the IANA zones that the clock knows. A distance from UTC is none:
 * it has no summer, and PostgreSQL reads its sign the other way round.
 */
export function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
