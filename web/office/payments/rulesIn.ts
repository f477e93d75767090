import { typedFigure } from '../../text/figures.ts';
/** Rules of payment as their text says them. */
export type RulesText = {
  readonly coolingOffDays: number;
  readonly unknownAfterDays: number;
  readonly limits: readonly {
    readonly currency: string;
    readonly levels: readonly { readonly upTo: string; readonly approvals: number }[];
  }[];
};

/** One level of a currency, as it stands in a form. */
export type LevelRow = {
  readonly id: number;
  readonly currency: string;
  readonly upTo: string;
  readonly approvals: string;
};

/** The rules in an answer; the server has checked them. */
export function rulesIn(rules: Readonly<Record<string, unknown>> | null): RulesText | undefined {
  return rules === null ? undefined : (rules as unknown as RulesText);
}

export function levelRows(rules: RulesText | undefined): readonly LevelRow[] {
  const rows = (rules?.limits ?? []).flatMap(({ currency, levels }) =>
    levels.map(({ upTo, approvals }) => ({ currency, upTo, approvals: String(approvals) })),
  );
  const all = rows.length === 0 ? [{ currency: 'EUR', upTo: '', approvals: '1' }] : rows;
  return all.map((row, id) => ({ ...row, id }));
}

/** The text of rules of what stands in a form: the levels of each currency in their order; empty rows are none. */
export function rulesOf(
  days: { readonly coolingOffDays: string; readonly unknownAfterDays: string },
  rows: readonly LevelRow[],
): Record<string, unknown> {
  const whole = rows.filter(({ upTo }) => upTo.trim() !== '');
  const byCurrency = Map.groupBy(whole, ({ currency }) => currency.trim().toUpperCase());
  return {
    format: 'openrebate/payment/v1',
    coolingOffDays: Number(days.coolingOffDays),
    unknownAfterDays: Number(days.unknownAfterDays),
    limits: [...byCurrency].map(([currency, levels]) => ({
      currency,
      levels: levels.map(({ upTo, approvals }) => ({
        upTo: typedFigure(upTo),
        approvals: Number(approvals),
      })),
    })),
  };
}
