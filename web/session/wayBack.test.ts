import { expect, test } from 'vitest';
import { signInAddress, wayBack } from './wayBack.ts';

test.each(['/', '/earnings?partner=P', '/portal/claims'])('%s is an address of ours', (to) => {
  expect(wayBack(to)).toBe(to);
});

test.each(['', 'earnings', '//evil.example', '/\\evil.example', 'https://evil.example', 4711, undefined])(
  '%s is none',
  (to) => {
    expect(wayBack(to)).toBeUndefined();
  },
);

test('one comes back to where one was', () => {
  const place = { pathname: '/earnings', search: '?partner=P' };
  expect(signInAddress(place)).toBe('/sign-in?to=%2Fearnings%3Fpartner%3DP');
  expect(signInAddress({ pathname: '/portal', search: '' })).toBe('/portal/sign-in?to=%2Fportal');
  // Not to the page on which one signs in.
  expect(signInAddress({ pathname: '/sign-in', search: '?to=%2Fearnings' })).toBe('/sign-in?to=%2Fearnings');
});
