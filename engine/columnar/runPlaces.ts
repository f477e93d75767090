import type { Window } from '../../core/calendar/window.ts';
import { firstAtLeast } from './firstAtLeast.ts';
import type { Segment } from './placedRows.ts';

/** So many lists of windows are remembered: calendars are few, days of agreements of their own many. */
const REMEMBERED = 64;

/**
 * Where the rows of each segment lie in some windows. Many terms have the same windows, and looking
 * for their ends again costs more than the rows between them.
 */
export class RunPlaces {
  /** Shape: by partner. */
  readonly segments: readonly Segment[];
  /** Of each code of a partner its first segment; one more at the end. */
  readonly firstOf: Uint32Array;
  /** Of each segment. */
  readonly groupOf: Uint32Array;
  private readonly days: Int32Array;
  private readonly known = new Map<string, Uint32Array>();

  constructor(segments: readonly Segment[], days: Int32Array, partners: number) {
    this.segments = segments.toSorted((a, b) => a.partner - b.partner);
    this.groupOf = new Uint32Array(this.segments.map(({ group }) => group));
    this.days = days;
    this.firstOf = new Uint32Array(partners + 1).fill(this.segments.length);
    for (let at = this.segments.length - 1; at >= 0; at -= 1) {
      this.firstOf[(this.segments[at] as Segment).partner] = at;
    }
    for (let partner = partners - 1; partner >= 0; partner -= 1) {
      this.firstOf[partner] = Math.min(this.firstOf[partner] as number, this.firstOf[partner + 1] as number);
    }
  }

  /** The first row of each segment in each window and the row after the last: two numbers a window, a row of them a segment. */
  of(windows: readonly Window[]): Uint32Array {
    const key = windows.map(({ from, until }) => `${from} ${until}`).join();
    const found = this.known.get(key) ?? this.find(windows);
    this.known.delete(key);
    this.known.set(key, found);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return found;
  }

  private find(windows: readonly Window[]): Uint32Array {
    const places = new Uint32Array(2 * windows.length * this.segments.length);
    let at = 0;
    for (const { from, until } of this.segments) {
      let first = from;
      for (const window of windows) {
        first = firstAtLeast(this.days, window.from, first, until);
        places[at] = first;
        first = firstAtLeast(this.days, window.until, first, until);
        places[at + 1] = first;
        at += 2;
      }
    }
    return places;
  }
}
