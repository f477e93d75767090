import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Draft, inLineOrder, lineId } from './draft.ts';
import { HELD_OUT } from './heldOut/heldOutKinds.ts';
import { writeHistoryFolder } from './historyFolder.ts';
import { namedKey } from './label.ts';
import { objectKeysOf } from './objectKeysOf.ts';
import { KINDS } from './plant/kinds.ts';
import { plantedHistory } from './plantedHistory.ts';
import { realTrade } from './sets/realTrade.ts';
import type { Trade } from './sets/trade.ts';

const northwind = realTrade('northwind') as Trade;
const purchasing = realTrade('adventureworks-purchasing') as Trade;
const SEED = 7;

const bytes = (value: unknown) => JSON.stringify(value);
const wholeNumbers = (draft: Draft) =>
  [
    draft.lines,
    draft.claims,
    draft.earnings,
    draft.settlements,
    draft.payments,
    draft.approvals,
    draft.adjustments,
    draft.stock,
  ]
    .flat()
    .flatMap((one) => Object.values(one).filter((value) => typeof value === 'number'))
    .every(Number.isSafeInteger);

describe.each([
  ['clean', false],
  ['noisy', true],
])('planted, %s', (_, noisy) => {
  const first = plantedHistory(northwind, SEED, noisy);

  test('the same seed plants the same, another one does not', () => {
    expect(bytes(plantedHistory(northwind, SEED, noisy))).toBe(bytes(first));
    expect(bytes(plantedHistory(northwind, SEED + 1, noisy).labels)).not.toBe(bytes(first.labels));
  });
  test('every label names records that exist, and no honest one is a case', () => {
    const keys = objectKeysOf(first.draft);
    const cases = new Set(first.labels.map(namedKey));
    for (const label of first.labels) {
      for (const one of [label, ...label.alternatives]) expect(keys, label.kind).toContain(namedKey(one));
    }
    for (const { kind, named } of first.innocents) {
      for (const one of named) {
        expect(keys, kind).toContain(namedKey(one));
        expect(cases, kind).not.toContain(namedKey(one));
      }
    }
    expect(first.labels.length).toBeGreaterThan(70);
  });
  test('numbers are whole, lines come in their order, and each has a name of its own', () => {
    expect(wholeNumbers(first.draft)).toBe(true);
    expect(first.draft.lines).toEqual(first.draft.lines.toSorted(inLineOrder));
    expect(new Set(first.draft.lines.map(lineId)).size).toBe(first.draft.lines.length);
  });
});

test('real lines stay as they are, byte for byte, and the trade with them', () => {
  const before = bytes(northwind);
  const { draft } = plantedHistory(northwind, SEED, false);
  const planted = new Map(draft.lines.map((line) => [lineId(line), bytes(line)]));
  expect(northwind.lines.filter((line) => planted.get(lineId(line)) !== bytes(line))).toEqual([]);
  plantedHistory(northwind, SEED, true);
  expect(bytes(northwind)).toBe(before);
});

test('the sets of the repository have room for nearly every kind', () => {
  const planted = [northwind, purchasing].flatMap((trade) => plantedHistory(trade, SEED, false).labels);
  const found = new Set(planted.map(({ kind }) => kind));
  const missing = [...KINDS, ...HELD_OUT].filter(({ kind }) => !found.has(kind)).map(({ kind }) => kind);
  // These need resellers that claim for others, or distributors that report their sales.
  expect(
    missing.filter(
      (kind) => !['selfDealing', 'claimForOthersSales', 'stocking', 'soldWithoutStock'].includes(kind),
    ),
  ).toEqual([]);
});

test('a folder of it has the same lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    const { draft } = plantedHistory(northwind, SEED, false);
    writeHistoryFolder(draft, folder);
    const [header, ...rows] = readFileSync(join(folder, 'lines.csv'), 'utf8').trimEnd().split('\n');
    expect(header?.split(',').slice(0, 3)).toEqual(['source', 'document', 'line']);
    expect(rows).toHaveLength(draft.lines.length);
    expect(rows.map((row) => row.split(',').slice(0, 3).join('/')).sort()).toEqual(
      draft.lines.map(lineId).sort(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
