import { expect, it } from 'vitest';
import { parseBic } from './bic.ts';

it.each([
  ['COBADEFF', { bic: 'COBADEFF' }],
  ['cobadeffxxx', { bic: 'COBADEFFXXX' }],
  ['COBA DE FF 060', { bic: 'COBADEFF060' }],
  ['NLPRXKPR', { bic: 'NLPRXKPR' }],
  ['ICBKCNBJ', { bic: 'ICBKCNBJ' }],
  ['COBADEF', { fault: 'bic-form' }],
  ['COBADEFFXX', { fault: 'bic-form' }],
  ['COBADEFFXXXX', { fault: 'bic-form' }],
  ['C0BADEFF', { fault: 'bic-form' }],
  ['COBAD1FF', { fault: 'bic-form' }],
  ['', { fault: 'bic-form' }],
  ['COBAEUFF', { fault: 'bic-country' }],
  ['COBAZZFF', { fault: 'bic-country' }],
])('reads “%s” as %j', (text, expected) => {
  expect(parseBic(text)).toEqual(expected);
});
