import { describe, expect, it } from 'vitest';
import { column, text } from './texts.ts';

describe('text', () => {
  it('speaks both languages, and says one and many', () => {
    expect(text('en', 'valid', { agreement: 'A', terms: 1 })).toBe('A: valid, 1 term');
    expect(text('en', 'valid', { agreement: 'A', terms: 2 })).toBe('A: valid, 2 terms');
    expect(text('zh-CN', 'valid', { agreement: 'A', terms: 2 })).toBe('A：有效，共 2 个条款');
  });
});

describe('column', () => {
  it('counts a Chinese character as two places', () => {
    expect([column('ab', 6), column('返利', 6), column('longer', 3)]).toEqual(['ab    ', '返利  ', 'longer']);
  });
});
