import { expect, test } from 'vitest';
import { readerOf } from '../text/reader.ts';
import { ladderText, rateText, type Standing, tierText, wayText } from './tierTexts.ts';

const OPEN: Standing = {
  window: { firstDay: '2026-01-01', lastDay: '2026-06-30' },
  currency: 'USD',
  tier: 1,
  progress: {
    boundary: 'atLeast',
    volume: '380',
    scale: { of: 'quantity', unit: 'EA' },
    tiers: [
      { from: '200', rates: [{ payout: 'payout', pays: 'percent', rate: '1' }] },
      { from: '500', rates: [{ payout: 'payout', pays: 'percent', rate: '2.5' }] },
    ],
    missing: '120',
    missingScale: { of: 'quantity', unit: 'EA' },
  },
  run: { effective: '2026-03-31' },
};
const TOP: Standing = { ...OPEN, tier: 2 };
const NONE: Standing = { ...OPEN, tier: 0, progress: { ...OPEN.progress, volume: '0', missing: '200' } };

function way(standing: Standing, language: 'en' | 'zh-CN'): string {
  return wayText(standing, readerOf(language)).replaceAll('\u00a0', ' ');
}

test('while the window is open, there is a way to go', () => {
  expect(way(OPEN, 'en')).toBe('120 units to go for 2.5%, until 30 Jun 2026');
  expect(way(OPEN, 'zh-CN')).toBe('还需 120 件，即达 2.5%，截至 2026年6月30日');
});

test('a threshold that must be exceeded takes more than what is missing', () => {
  const standing: Standing = { ...OPEN, progress: { ...OPEN.progress, boundary: 'moreThan' } };
  expect(way(standing, 'en')).toBe('more than 120 units to go for 2.5%, until 30 Jun 2026');
});

test('what the next tier is worth is said, where it is worth something', () => {
  const worth = (text: string): Standing => ({ ...OPEN, progress: { ...OPEN.progress, worth: text } });
  expect(way(worth('4300.00'), 'en')).toBe('120 units to go for 2.5%, worth USD 4,300.00, until 30 Jun 2026');
  expect(way(worth('4300.00'), 'zh-CN')).toBe(
    '还需 120 件，即达 2.5%，可多得 USD 4,300.00，截至 2026年6月30日',
  );
  expect(way(worth('0.00'), 'en')).toBe('120 units to go for 2.5%, until 30 Jun 2026');
});

test('when the window has ended, it is a distance', () => {
  const standing: Standing = { ...OPEN, run: { ...OPEN.run, effective: '2026-07-01' } };
  expect(way(standing, 'en')).toBe('120 units short of 2.5%');
  expect(way({ ...standing, run: { ...OPEN.run, effective: '2026-06-30' } }, 'en')).toMatch(/to go/);
});

test('money that is missing goes up to the places of its currency', () => {
  const progress = {
    ...OPEN.progress,
    missingScale: { of: 'money' },
    missing: '7464.982735',
  } as const;
  const standing: Standing = { ...OPEN, progress, run: { ...OPEN.run, effective: '2026-07-01' } };
  expect(way(standing, 'en')).toBe('USD 7,464.99 short of 2.5%');
});

test('on the last tier nothing is next', () => {
  expect(way(TOP, 'en')).toBe('highest tier reached');
});

test('growth without a year before has no distance', () => {
  const { missing: _, ...progress } = OPEN.progress;
  expect(way({ ...OPEN, tier: 0, progress }, 'en')).toBe('nothing a year earlier to grow from');
});

test('the tier and what it pays; without a tier nothing', () => {
  const reader = readerOf('en');
  expect([tierText(OPEN, reader), rateText(OPEN, reader)]).toEqual(['Tier 1 of 2', '1%']);
  expect([tierText(NONE, reader), rateText(NONE, reader)]).toEqual(['No tier', '']);
});

test('the ladder in words', () => {
  expect(ladderText(OPEN, readerOf('en'))).toBe(
    'Tier 1 of 2, 120 units to go for 2.5%, until 30 Jun 2026. 380 units reached. Thresholds: 200 units for 1%; 500 units for 2.5%.',
  );
  expect(ladderText(OPEN, readerOf('zh-CN'))).toBe(
    '第 1 档，共 2 档，还需 120 件，即达 2.5%，截至 2026年6月30日。已达 380 件。门槛：200 件：1%；500 件：2.5%。',
  );
});
