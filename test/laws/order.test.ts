import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Term } from '../../core/agreement/agreement.ts';
import { type Cell, type Cells, cellKey, type StateTally } from '../../core/cell/cell.ts';
import { earn } from '../../core/earning/earn.ts';
import type { Earning } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import type { MasterRecord } from '../../core/master/master.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { execute } from '../../engine/simple/execute.ts';
import { type CaseInputs, computed, inputsOf } from '../support/caseInputs.ts';
import { EVERY_CASE, TIME } from '../support/everyCase.ts';

function cellsOf({ agreement, context }: CaseInputs, lines: readonly Line[]): Cells {
  return execute(compilePlan(agreement, context.master), lines, context);
}

/** Everything that is said, to the letter. */
function bytes(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}n` : part));
}

function earned({ agreement, context }: CaseInputs, cells: Cells): Earning[] {
  return earn(compilePlan(agreement, context.master), cells, context);
}

/** The lines of several executions in business order. */
function mergedStreams(parts: readonly Cells[]): Cells['streams'] {
  const ids = new Set(parts.flatMap(({ streams }) => [...streams.keys()]));
  return new Map(
    [...ids].map((id) => [
      id,
      parts
        .flatMap(({ streams }) => streams.get(id) ?? [])
        .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)),
    ]),
  );
}

/** Cells of several executions as one: equal keys add up. */
function merged(parts: readonly Cells[]): Cells {
  const cells = new Map<string, Cell>();
  const tallies = new Map<string, StateTally>();
  for (const part of parts) {
    for (const cell of part.cells) {
      const known = cells.get(cellKey(cell));
      cells.set(
        cellKey(cell),
        known === undefined ? cell : { ...cell, sum: known.sum + cell.sum, lines: known.lines + cell.lines },
      );
    }
    for (const tally of part.tallies) {
      const key = bytes([tally.term, tally.state, tally.reason]);
      const known = tallies.get(key);
      const netValue = (known?.netValue ?? 0n) + tally.netValue;
      tallies.set(key, { ...tally, lines: (known?.lines ?? 0) + tally.lines, netValue });
    }
  }
  const sorted = (text: (cell: Cell) => string) =>
    [...cells.values()].sort((a, b) => (text(a) < text(b) ? -1 : 1));
  const tallyText = ({ term, state, reason }: StateTally) => [term, state, reason].join('\u001f');
  return {
    cells: sorted(cellKey),
    tallies: [...tallies.values()].sort((a, b) => (tallyText(a) < tallyText(b) ? -1 : 1)),
    streams: mergedStreams(parts),
  };
}

function turned(records: ReadonlyMap<string, MasterRecord>): Map<string, MasterRecord> {
  const entries = [...records].map(
    ([code, record]) => [code, { ...record, versions: record.versions.toReversed() }] as const,
  );
  return new Map(entries.toReversed());
}

/** Terms in the order of their ids: an agreement may list them in any. */
function byTerm(earnings: readonly Earning[]): Earning[] {
  return earnings.toSorted((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
}

/** Where terms fill a cap one after the other, their order is what the agreement says. */
function isOrderOfTermsSaid({ sharedCaps }: Agreement): boolean {
  return sharedCaps !== 'none' && sharedCaps.some(({ spread }) => spread === 'termOrder');
}

describe('the order of lines', () => {
  it.each(EVERY_CASE)('does not matter, to the byte: %s', TIME, (_, cases, runs) => {
    const random = cases.chain((trade) => {
      const inputs = inputsOf(trade);
      const all = { minLength: inputs.lines.length, maxLength: inputs.lines.length };
      return fc.tuple(fc.constant(inputs), fc.shuffledSubarray([...inputs.lines], all));
    });
    let moved = 0;
    fc.assert(
      fc.property(random, ([inputs, shuffled]) => {
        if (shuffled.some((line, index) => line !== inputs.lines[index])) moved += 1;
        const cells = cellsOf(inputs, inputs.lines);
        expect(bytes(cellsOf(inputs, shuffled))).toBe(bytes(cells));
        expect(bytes(earned(inputs, { ...cells, cells: cells.cells.toReversed() }))).toBe(
          bytes(computed(inputs)),
        );
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(runs.numRuns / 2);
  });

  it.each(EVERY_CASE)(
    'of files, master data and terms does not matter either: %s',
    TIME,
    (_, cases, runs) => {
      fc.assert(
        fc.property(cases, (trade) => {
          const inputs = inputsOf(trade);
          const { partners, products, categories, rates, prices, ownDocuments } = inputs.context.master;
          const master = {
            partners: turned(partners),
            products: turned(products),
            categories: turned(categories),
            rates: turned(rates),
            prices: turned(prices),
            ownDocuments: turned(ownDocuments),
          };
          const { agreement, lines, context } = inputs;
          const terms = isOrderOfTermsSaid(agreement) ? agreement.terms : agreement.terms.toReversed();
          const other = {
            agreement: { ...agreement, terms },
            lines: lines.toReversed(),
            context: { ...context, master },
          };
          expect(bytes(byTerm(computed(other)))).toBe(bytes(byTerm(computed(inputs))));
        }),
        runs,
      );
    },
  );
});

describe('executing in parts', () => {
  it.each(EVERY_CASE)('and merging is executing once: %s', TIME, (_, cases, runs) => {
    const random = fc.tuple(cases, fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(random, ([trade, count]) => {
        const inputs = inputsOf(trade);
        if (inputs.agreement.terms.some(isPlacedByOtherLines)) return;
        const parts = Array.from({ length: count }, (_part, part) =>
          cellsOf(
            inputs,
            inputs.lines.filter((__, index) => index % count === part),
          ),
        );
        expect(merged(parts)).toEqual(cellsOf(inputs, inputs.lines));
        const brought = { ...merged(parts), cells: parts.flatMap(({ cells }) => cells) };
        expect(bytes(earned(inputs, brought))).toBe(bytes(computed(inputs)));
      }),
      runs,
    );
  });

  it.each(EVERY_CASE)(
    'leaves no line out, each ends in one state of each term: %s',
    TIME,
    (_, cases, runs) => {
      fc.assert(
        fc.property(cases, (trade) => {
          const inputs = inputsOf(trade);
          const { tallies } = cellsOf(inputs, inputs.lines);
          for (const { id } of inputs.agreement.terms) {
            const own = tallies.filter(({ term }) => term === id);
            expect(own.reduce((sum, { lines }) => sum + lines, 0)).toBe(inputs.lines.length);
          }
        }),
        runs,
      );
    },
  );
});

/** Such returns look for their sales among all lines: parts do not do. */
function isPlacedByOtherLines({ returns }: Term): boolean {
  return returns.unlinked === 'oldestSale' || returns.unlinked === 'newestSale';
}
