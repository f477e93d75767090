import { expect, test } from 'vitest';
import { doorOf } from './doorOf.ts';

test('office and portal have a door each', () => {
  expect(doorOf({ pathname: '/sign-in' })).toMatchObject({ place: 'office', home: '/', signIn: '/sign-in' });
  expect(doorOf({ pathname: '/portal/invitation' })).toMatchObject({
    place: 'portal',
    home: '/portal',
    signIn: '/portal/sign-in',
  });
  expect(doorOf({ pathname: '/portals' }).place).toBe('office');
});
