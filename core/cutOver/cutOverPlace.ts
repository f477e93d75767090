import type { Agreement } from '../agreement/agreement.ts';
import { parseDate } from '../calendar/localDate.ts';
import { type Window, windowText } from '../calendar/window.ts';
import { minorDigits } from '../money/currency.ts';
import { parseDecimal } from '../number/decimal.ts';
import { payoutWindows } from '../plan/payoutWindows.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import { dayKey, joinKey } from '../text/key.ts';
import { type CutOverRow, PLACE_FIELDS } from './cutOverFields.ts';

/** The account that a row of a cut-over file speaks of. */
export type CutOverPlace = {
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly currency: string;
};

/** What a row is held against: the agreements of the cut-over by code, and the partners that there are. */
export type CutOverGround = {
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly isPartner: (code: string) => boolean;
};

/** Reads one row and collects what is wrong with it, each with the row, the column and what would do. */
export class CutOverReader {
  readonly refusals: Refusal[] = [];
  private readonly row: CutOverRow;

  constructor(row: CutOverRow) {
    this.row = row;
  }

  text(field: string): string {
    return (this.row.texts[field] ?? '').normalize('NFC');
  }

  required(field: string): string {
    const text = this.text(field);
    if (text === '') this.refuse('cut-over-field-missing', field, { field });
    return text;
  }

  /** An amount in minor units of a currency; one with too many places is no amount of it. */
  minor(field: string, currency: string): bigint {
    const text = this.required(field);
    const value = parseDecimal(text);
    const digits = minorDigits(currency) ?? 0;
    if (text !== '' && (value === undefined || value.scale > digits)) this.invalid(field, text);
    return value === undefined || value.scale > digits
      ? 0n
      : value.digits * 10n ** BigInt(digits - value.scale);
  }

  /** Refuses: cut-over-field-missing, cut-over-field-invalid, and those of the ground. */
  place(ground: CutOverGround): CutOverPlace {
    const [agreement, term, partner, , , currency] = PLACE_FIELDS.map((field) => this.required(field)) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const [firstDay, lastDay] = [this.day('firstDay'), this.day('lastDay')];
    const window = { from: firstDay ?? 0, until: (lastDay ?? 0) + 1 };
    const place = { agreement, term, partner, window, currency };
    if (this.refusals.length === 0) this.held(place, ground);
    return place;
  }

  refuse(code: Parameters<typeof refuse>[0], field: string, facts: Record<string, string>): void {
    const row = String(this.row.row);
    this.refusals.push(refuse(code, `row ${row}, ${field}`, { ...facts, row }));
  }

  private day(field: string): number | undefined {
    const text = this.text(field);
    const day = parseDate(text);
    if (text !== '' && day === undefined) this.invalid(field, text);
    return day;
  }

  private invalid(field: string, value: string): void {
    this.refuse('cut-over-field-invalid', field, { field, value });
  }

  private held(
    { agreement: code, term: id, partner, window, currency }: CutOverPlace,
    ground: CutOverGround,
  ): void {
    const agreement = ground.agreements.get(code);
    if (agreement === undefined) {
      this.refuse('cut-over-agreement-unknown', 'agreement', { id: code });
      return;
    }
    if (!ground.isPartner(partner)) this.refuse('cut-over-partner-unknown', 'partner', { partner });
    if (currency !== agreement.currency) {
      this.refuse('cut-over-currency-differs', 'currency', { value: currency, expected: agreement.currency });
    }
    const term = agreement.terms.find((entry) => entry.id === id);
    if (term === undefined) {
      const allowed = agreement.terms.map((entry) => entry.id).join(', ');
      this.refuse('cut-over-term-unknown', 'term', { term: id, allowed });
      return;
    }
    const windows = payoutWindows(agreement, term).map((entry) => entry.window);
    if (windows.some((entry) => entry.from === window.from && entry.until === window.until)) return;
    const near = windows.filter((entry) => entry.from < window.until && window.from < entry.until);
    const shown = (near.length > 0 ? near : windows).slice(0, 4).map(windowText).join(', ');
    this.refuse('cut-over-window-unknown', 'firstDay', { window: windowText(window), allowed: shown });
  }
}

/** The place as one sortable text: in one file each has one row. */
export function cutOverPlaceKey({ agreement, term, partner, window, currency }: CutOverPlace): string {
  return joinKey(agreement, term, partner, dayKey(window.from), dayKey(window.until), currency);
}
