/** One mark with three digits behind it: elsewhere in the world that groups thousands. */
const THREE_PLACES = /^([1-9]\d{0,2})\.(\d{3})$/;

/** The whole number that somebody may have meant who typed `20.000`; undefined where nobody could. */
export function thousandsMeant(decimal: string): string | undefined {
  const [, whole, fraction] = THREE_PLACES.exec(decimal) ?? [];
  return whole === undefined || fraction === undefined ? undefined : `${whole}${fraction}`;
}
