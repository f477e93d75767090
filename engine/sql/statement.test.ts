import { describe, expect, it } from 'vitest';
import { StatementValues } from './statement.ts';

const KNOWN = { tenant: 't', batch: 7 };

describe('a list of values', () => {
  it.each([
    [[], '{}'],
    [['P0001', 'a.b-c_d'], '{P0001,a.b-c_d}'],
    [['', ' ', 'a b'], '{""," ","a b"}'],
    [['null', 'NULL', 'nullify'], '{"null","NULL",nullify}'],
    [['a"b', 'a\\b', '\\"'], '{"a\\"b","a\\\\b","\\\\\\""}'],
    [['{', '},', "it's", '商品'], `{"{","},","it's","商品"}`],
    [[1, -2, 1_000_000_000], '{1,-2,1000000000}'],
  ])('%j goes as the array that PostgreSQL reads', (list, text) => {
    const values = new StatementValues(KNOWN);
    expect(values.add(list as readonly string[] | readonly number[], 'text[]')).toBe('$3::text[]');
    expect(values.with('').values).toEqual(['t', 7, text]);
  });
});
