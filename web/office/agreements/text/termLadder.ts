import type { Standing } from '../../../ladder/tierTexts.ts';
import type { Scale } from '../../../text/reader.ts';
import { type AgreementText, isFields, type Json, listAt, valueAt, wordAt } from './textPath.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The ladder of a term as its text has it, with nobody on it; undefined while its figures are no numbers. */
export function termLadder(text: AgreementText, index: number): Standing | undefined {
  const term = valueAt(text, ['terms', index]);
  const rows = listAt(term, ['tiers', 'rows']);
  const tiers = rows.map((row) => ({ from: wordAt(row, ['from']), rates: ratesOf(row), ...wordsOf(row) }));
  const figures = tiers.flatMap(({ from, rates }) => [from, ...rates.map(({ rate }) => rate)]);
  const currency = wordAt(text, ['currency']);
  if (rows.length === 0 || !figures.every((figure) => DECIMAL.test(figure))) return undefined;
  if (!/^[A-Z]{3}$/.test(currency)) return undefined;
  const scale = scaleOf(term);
  return {
    tier: 0,
    currency,
    window: { firstDay: '', lastDay: '' },
    run: { effective: '' },
    progress: {
      boundary: wordAt(term, ['tiers', 'boundary']) === 'moreThan' ? 'moreThan' : 'atLeast',
      volume: '0',
      scale,
      missingScale: scale,
      tiers,
    },
  };
}

function wordsOf(row: Json): { readonly words?: string } {
  const words = wordAt(row, ['words']);
  return words === '' ? {} : { words };
}

type PaidRate = Standing['progress']['tiers'][number]['rates'][number];

/** What a row pays: one rate, or one for each part of the payout. */
function ratesOf(row: Json): PaidRate[] {
  const parts = listAt(row, ['parts']);
  if (parts.length > 0) return parts.flatMap((part) => rateIn(part, wordAt(part, ['part'])));
  return rateIn(row, '');
}

function rateIn(row: Json, payout: string): PaidRate[] {
  if (!isFields(row)) return [];
  const free = row.free;
  if (free !== undefined) {
    const of = (name: string) => wordAt(free, [name]);
    return [{ payout, pays: 'free', rate: of('unitValue'), give: of('give'), per: of('per') }];
  }
  const pays = (['percent', 'perUnit', 'amount'] as const).find((kind) => row[kind] !== undefined);
  return pays === undefined ? [] : [{ payout, pays, rate: wordAt(row, [pays]) }];
}

const MONEY = new Set(['value', 'atPrice', 'priceDifference']);

/** What the thresholds of a term count. */
export function scaleOf(term: Json | undefined): Scale {
  const isGrowth = wordAt(term, ['formula']).startsWith('growth');
  if (isGrowth && wordAt(term, ['baseline', 'growthAs']) === 'percent') return { of: 'percent' };
  const of = wordAt(term, ['qualifier', 'of']);
  if (of === 'share') return { of: 'percent' };
  if (MONEY.has(of)) return { of: 'money' };
  return { of: 'quantity', unit: unitOf(term, of) };
}

function unitOf(term: Json | undefined, of: string): string {
  if (of === 'count') return `count.${wordAt(term, ['qualifier', 'what'])}`;
  if (of === 'bundles') return 'bundle';
  const pieces = wordAt(term, ['qualifier', 'counts', 'units']);
  return pieces === '' ? wordAt(term, ['qualifier', 'unit']) : pieces;
}
