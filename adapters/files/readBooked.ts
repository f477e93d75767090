import { date, decimal, key, list, object } from '../../core/agreement/decoder.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { joinKey } from '../../core/text/key.ts';
import { readJson } from './readJson.ts';

/** What somebody has booked already, by account. `booked` is in major units of the agreement's currency. */
export type BookedEntry = {
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  readonly booked: Decimal;
};

const bookedFormat = list(
  object({ term: key, partner: key, window: object({ firstDay: date, lastDay: date }), booked: decimal }),
  0,
);

/**
 * A file for `--booked`: [{"term", "partner", "window": {"firstDay", "lastDay"}, "booked": "248.27"}].
 * Refuses: those of readJson, booked-invalid (shape, empty window, an account named twice).
 */
export async function readBooked(path: string): Promise<Result<readonly BookedEntry[]>> {
  const json = await readJson(path);
  return json.ok ? decodeBooked(json.value) : json;
}

export function decodeBooked(json: unknown): Result<readonly BookedEntry[]> {
  const problems: Refusal[] = [];
  const file = bookedFormat.decode(json, '', problems);
  if (file === undefined) return refused(...problems.map(invalid));
  const seen = new Set<string>();
  for (const [index, entry] of file.entries()) {
    const { firstDay, lastDay } = entry.window;
    const key = joinKey(entry.term, entry.partner, String(firstDay), String(lastDay));
    if (lastDay < firstDay)
      problems.push(refuse('booked-invalid', `[${index}].window`, { reason: 'window-empty' }));
    if (seen.has(key)) problems.push(refuse('booked-invalid', `[${index}]`, { reason: 'account-repeated' }));
    seen.add(key);
  }
  if (problems.length > 0) return refused(...problems);
  return accept(file.map((entry) => ({ ...entry, window: halfOpen(entry.window) })));
}

function invalid(problem: Refusal): Refusal {
  return refuse('booked-invalid', problem.at, { ...problem.facts, reason: problem.code });
}

function halfOpen(window: { firstDay: number; lastDay: number }): Window {
  return { from: window.firstDay, until: window.lastDay + 1 };
}
