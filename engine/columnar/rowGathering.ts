import type { Measure } from '../../core/agreement/agreement.ts';
import { contains } from '../../core/calendar/window.ts';
import type { MatchContext } from '../../core/plan/matchLine.ts';
import type { PlanTerm, Slot } from '../../core/plan/plan.ts';
import { type BucketKeys, hasKeys } from './bucketKeys.ts';
import { valueAt } from './codeColumn.ts';
import type { GatheredCells, GatheredGroup } from './gatheredCells.ts';
import { GatheredLog } from './gatheredLog.ts';
import type { LinePart } from './linePart.ts';
import { fieldOf, type MeasureColumn } from './measureColumn.ts';
import { PartnerPools } from './partnerPools.ts';
import type { Stretch } from './stretches.ts';
import { ASKED_FACTOR, NO_FACTOR, type UnitFactors } from './unitFactors.ts';

/** Groups of cells have numbers of sixteen bits. */
const GROUPS_MAX = 2 ** 16;

/** Cells of slots that the same rows go into, converted into one unit (undefined: into none). */
type Group = Omit<GatheredGroup, 'slots'> & {
  readonly number: number;
  readonly slots: string[];
  readonly column: MeasureColumn;
  readonly unit: string | undefined;
  readonly keys: BucketKeys;
  readonly side: 'payout' | 'qualifier';
};

/**
 * Whether the sums of a term are of fields, gathered by what columns say: by delivery, document or product, by the group of the partner, in
 * units as received or converted.
 */
export function gathersFields({ term, slots, lines, currency }: PlanTerm, part: LinePart): boolean {
  if (lines.include.length > 0 || lines.exclude.length > 0) return false;
  if (term.group !== 'none' && !term.group.by.startsWith('partner.')) return false;
  if (slots.reduce((sum, { windows }) => sum + windows.length, 0) > GROUPS_MAX) return false;
  return slots.every(({ measure, buckets, where, ignoresReturns }) => {
    const isField = fieldOf(measure, currency) !== undefined && where.length === 0 && !ignoresReturns;
    if (!isField || !hasKeys(part.facts, buckets)) return false;
    return part.keysFor(buckets).space * GROUPS_MAX <= Number.MAX_SAFE_INTEGER;
  });
}

/** Gathers the rows of a term that count; those of which only core can tell it does not take. */
export class RowGathering {
  private readonly part: LinePart;
  private readonly planned: PlanTerm;
  private readonly factors: UnitFactors;
  private readonly pools: PartnerPools;
  private readonly log = new GatheredLog();
  private readonly groups = new Map<string, Group>();
  /** The factors of a row, by group. */
  private readonly found: number[] = [];
  private readonly onStretch = new Map<Stretch, readonly Group[]>();

  constructor(part: LinePart, planned: PlanTerm, context: MatchContext) {
    this.part = part;
    this.planned = planned;
    this.factors = part.factorsOf(context.master);
    this.pools = new PartnerPools(planned, context);
  }

  /** False, and nothing, where only core can tell. */
  take(row: number, stretch: Stretch): boolean {
    const { codes, days, rare } = this.part.facts;
    const on = valueAt(days[this.planned.term.date], row);
    if (on === undefined || rare.original.has(row) || rare.returnOf.has(row)) return false;
    const groups = this.on(stretch);
    if (!this.pools.hasRoom || !this.isTold(row, groups)) return false;
    const partner = valueAt(codes.partner, row);
    for (let at = 0; at < groups.length; at += 1) {
      const { number, keys, column, side, window } = groups[at] as Group;
      const factor = this.found[at] as number;
      const pool = this.pools.at(partner, side, on, window);
      this.log.add(
        keys.of(row) * GROUPS_MAX + number,
        number,
        row,
        factor,
        pool,
        column.values[row] as number,
      );
    }
    return true;
  }

  /** Finds the factors of all groups, where there are some. */
  private isTold(row: number, groups: readonly Group[]): boolean {
    for (let at = 0; at < groups.length; at += 1) {
      const { column, unit } = groups[at] as Group;
      const factor = this.factorAt(row, unit);
      if (factor === ASKED_FACTOR || Number.isNaN(column.values[row])) return false;
      this.found[at] = factor;
    }
    return true;
  }

  /** Whoever converts as of another day than now asks core. */
  private factorAt(row: number, unit: string | undefined): number {
    if (unit === undefined) return NO_FACTOR;
    const factor = this.factors.at(row, unit);
    if (factor === NO_FACTOR && valueAt(this.part.facts.codes.unit, row) === unit) return factor;
    const { units } = this.planned.term.conversion;
    return units !== 'none' && units.factorsAsOf === 'current' ? factor : ASKED_FACTOR;
  }

  /** What comes next is of another partner. */
  endPartner(): void {
    this.log.forget();
  }

  cells(): GatheredCells {
    const groups = [...this.groups.values()].map(({ slots, window, buckets, scale, toCell }) => {
      return { slots, window, buckets, scale, toCell };
    });
    const [factors, pools] = [[...this.factors.values], this.pools.values];
    return { term: this.planned.id, groups, factors, pools, ...this.log.taken() };
  }

  private on(stretch: Stretch): readonly Group[] {
    const known = this.onStretch.get(stretch) ?? this.groupsOn(stretch);
    this.onStretch.set(stretch, known);
    return known;
  }

  private groupsOn(stretch: Stretch): Group[] {
    const found = new Set<Group>();
    for (const slot of this.planned.slots) {
      for (const window of stretch.pays) {
        const lines = slot.windows.find(({ pays }) => pays.from === window.from)?.lines;
        if (lines !== undefined && contains(lines, stretch.from)) found.add(this.group(slot, window));
      }
    }
    return [...found];
  }

  /** Slots of the same measure over the same days go together. */
  private group(slot: Slot, window: GatheredGroup['window']): Group {
    const { column, unit } = this.measured(slot.measure);
    const side: Group['side'] = slot.role === 'payout' ? 'payout' : 'qualifier';
    const days = slot.windows.map(({ lines, pays }) => [lines.from, lines.until, pays.from].join(' '));
    const { term } = this.planned;
    const joiners = term.group === 'none' ? '' : term.group.joiners[side];
    const field = JSON.stringify(fieldOf(slot.measure, this.planned.currency));
    const id = [field, slot.buckets.join(), joiners, days.join(), window.from].join('/');
    const known = this.groups.get(id);
    if (known !== undefined) {
      if (!known.slots.includes(slot.id)) known.slots.push(slot.id);
      return known;
    }
    const group: Group = {
      ...{ number: this.groups.size, slots: [slot.id], window, buckets: slot.buckets, side, column, unit },
      ...{ scale: column.cellScale, toCell: column.toCell, keys: this.part.keysFor(slot.buckets) },
    };
    this.groups.set(id, group);
    return group;
  }

  private measured(measure: Measure): Pick<Group, 'column' | 'unit'> {
    const field = fieldOf(measure, this.planned.currency);
    if (field === undefined) throw new Error('Fault: no field is gathered');
    const isQuantity = 'unit' in measure;
    const column = this.part.measure(isQuantity ? { ...field, of: undefined } : field);
    return { column, unit: isQuantity ? field.of : undefined };
  }
}
