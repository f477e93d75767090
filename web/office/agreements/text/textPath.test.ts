import { describe, expect, test } from 'vitest';
import { pathText, valueAt, withValueAt } from './textPath.ts';

const TEXT = { id: 'A', terms: [{ id: 't', tiers: { rows: [{ from: '0' }, { from: '10' }] } }] };

describe('a place in a text', () => {
  test('is read, and is nothing where there is none', () => {
    expect(valueAt(TEXT, ['terms', 0, 'tiers', 'rows', 1, 'from'])).toBe('10');
    expect(valueAt(TEXT, ['terms', 1, 'id'])).toBeUndefined();
    expect(valueAt(TEXT, ['id', 'more'])).toBeUndefined();
  });

  test('is changed without touching the text that was, each field in its place', () => {
    const changed = withValueAt(TEXT, ['terms', 0, 'tiers', 'rows', 1, 'from'], '20');
    expect(valueAt(changed, ['terms', 0, 'tiers', 'rows', 1, 'from'])).toBe('20');
    expect(valueAt(TEXT, ['terms', 0, 'tiers', 'rows', 1, 'from'])).toBe('10');
    expect(Object.keys(withValueAt(TEXT, ['id'], 'B'))).toEqual(['id', 'terms']);
  });

  test('is taken away, from a list without a gap', () => {
    expect(withValueAt(TEXT, ['id'], undefined)).not.toHaveProperty('id');
    const without = withValueAt(TEXT, ['terms', 0, 'tiers', 'rows', 0], undefined);
    expect(valueAt(without, ['terms', 0, 'tiers', 'rows'])).toEqual([{ from: '10' }]);
  });

  test('is named as refusals name it', () => {
    expect(pathText(['terms', 0, 'tiers', 'rows', 1, 'from'])).toBe('terms[0].tiers.rows[1].from');
  });
});
