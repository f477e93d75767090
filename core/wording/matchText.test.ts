import { expect, it } from 'vitest';
import { dayOf } from '../../test/support/trade.ts';
import { BLOCKS, EXCLUSIONS } from '../plan/matchLine.ts';
import { LANGUAGES } from './language.ts';
import { matchText } from './matchText.ts';

const FACTS = {
  document: 'CN-17',
  side: 'purchase',
  company: 'EU',
  date: 'receipt',
  attribute: 'product.category',
  value: '',
  wanted: 'tea, coffee',
  from: 'CS',
  to: 'EA',
  field: 'netValue',
  product: 'A',
  rate: 'USD/EUR',
  day: '2026-02-03',
  days: '30',
  taken: '41',
  needs: 'documents',
  name: '',
};

it('says on which day a line counts', () => {
  const counted = { state: 'counted', placedOn: dayOf('2026-02-03'), isOriginal: false, hits: [] } as const;
  expect(matchText(counted, 'en')).toBe('counted, on 3 Feb 2026');
  expect(matchText(counted, 'zh-CN')).toBe('计入，归属日为 2026年2月3日');
});

it('says why not, with the value that decided', () => {
  const text = (reason: (typeof EXCLUSIONS)[number]) =>
    LANGUAGES.map((language) => matchText({ state: 'excluded', reason, facts: FACTS }, language)).join(' | ');
  expect(text('conditionNotMet')).toBe(
    'excluded: product.category is “(empty)”, and only these count: tea, coffee | ' +
      '排除：product.category 为“（空）”，仅下列各项计入：tea, coffee',
  );
  expect(text('dateMissing')).toBe('excluded: it has no receipt date yet | 排除：尚无收货日期');
  expect(text('ownRebateDocument')).toBe(
    'excluded: document CN-17 is a rebate document of ours, which never counts | ' +
      '排除：单据 CN-17 是本方的返利单据，一律不计入',
  );
  expect(text('otherSide')).toBe(
    'excluded: it is a purchase, which the term does not count | 排除：该行为采购，本条款不计此类交易',
  );
});

it('says what keeps a line from being computed, as far as it is known', () => {
  const text = (reason: (typeof BLOCKS)[number], facts: Record<string, string>) =>
    LANGUAGES.map((language) =>
      matchText({ state: 'blocked', reason, facts, pays: [], worth: 0n }, language),
    ).join(' | ');
  const rate = { from: 'USD', to: 'EUR' };
  expect(text('noExchangeRate', rate)).toBe(
    'blocked: no exchange rate from USD to EUR | 受阻：没有 USD 兑 EUR 的汇率',
  );
  expect(text('noExchangeRate', { ...rate, day: '2026-02-03' })).toBe(
    'blocked: no exchange rate from USD to EUR for 2026-02-03 | 受阻：没有 USD 兑 EUR 在 2026-02-03 的汇率',
  );
  expect(text('unitFactorInvalid', { product: 'A', attribute: 'unit.CS', value: 'twelve EA' })).toBe(
    'blocked: unit.CS of product A is no unit factor: “twelve EA” | ' +
      '受阻：产品 A 的 unit.CS 不是有效的单位换算率：“twelve EA”',
  );
  expect(text('priceMissing', { product: 'A' })).toBe(
    'blocked: no price for product A | 受阻：产品 A 没有价格',
  );
});

it('has a text for every reason that leaves nothing open', () => {
  for (const language of LANGUAGES) {
    for (const reason of EXCLUSIONS) {
      expect(matchText({ state: 'excluded', reason, facts: FACTS }, language)).not.toMatch(/[{}…]|undefined/);
    }
    for (const reason of BLOCKS) {
      const blocked = { state: 'blocked', reason, facts: FACTS, pays: [], worth: 0n } as const;
      expect(matchText(blocked, language)).not.toMatch(/[{}…]|undefined/);
    }
  }
});
