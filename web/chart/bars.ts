/** `exact` is a decimal text; a drawing is no calculation, so it may become a float here. */
export type Bar = {
  readonly key: string;
  readonly name: string;
  readonly exact: string;
  readonly said: string;
};

export type DrawnBar = Omit<Bar, 'exact'> & {
  /** In percent of the room. */
  readonly from: number;
  readonly width: number;
  readonly isNegative: boolean;
};

/** Bars on one scale that holds zero: those below it end where the others begin. */
export function barsOf(bars: readonly Bar[]): readonly DrawnBar[] {
  const values = bars.map(({ exact }) => Number(exact));
  const least = Math.min(0, ...values);
  const room = Math.max(0, ...values) - least;
  const at = (value: number) => (room === 0 ? 0 : ((value - least) / room) * 100);
  return bars.map(({ key, name, said }, index) => {
    const value = values[index] ?? 0;
    const [from, until] = value < 0 ? [at(value), at(0)] : [at(0), at(value)];
    return { key, name, said, from, width: until - from, isNegative: value < 0 };
  });
}
