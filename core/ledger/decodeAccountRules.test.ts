import { expect, it } from 'vitest';
import { decodeAccountRules } from './decodeAccountRules.ts';

const rule = { role: 'bank', account: '1200' };

it('takes a list of rules, and says of each fault where it is and what is allowed', () => {
  const rules = [rule, { ...rule, company: 'EU', agreement: 'A1' }];
  expect(decodeAccountRules(rules)).toEqual({ ok: true, value: rules });
  const decoded = decodeAccountRules([
    { ...rule, role: 'cash' },
    { role: 'bank' },
    { ...rule, colour: 'red' },
    7,
  ]);
  const places = decoded.ok ? [] : decoded.refusals.map(({ at, facts }) => `${at} ${facts.value}`);
  expect(places).toEqual(['rules[0].role cash', 'rules[1].account ', 'rules[2].colour colour', 'rules[3] 7']);
  expect(decodeAccountRules({ rules }).ok).toBe(false);
});
