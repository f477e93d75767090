import { expect, it } from 'vitest';
import { storageRefusal } from './storageRefusal.ts';

const errorOf = (code: string, syscall?: string, cause?: Error) =>
  Object.assign(new Error(code, { cause }), { code, ...(syscall && { syscall }) });

it.each([
  ['ENOSPC', errorOf('ENOSPC', 'write'), 'storage-full'],
  ['EDQUOT', errorOf('EDQUOT', 'open'), 'storage-full'],
  ['what PostgreSQL says of its disk', errorOf('53100'), 'storage-full'],
  ['EIO', errorOf('EIO', 'write'), 'storage-failed'],
  ['EMFILE', errorOf('EMFILE', 'open'), 'storage-failed'],
  ['what stands behind another error', errorOf('X', undefined, errorOf('ENOSPC', 'mkdtemp')), 'storage-full'],
])('%s is refused with a code', (_, error, code) => {
  expect(storageRefusal(error)?.code).toBe(code);
});

it.each([
  ['a fault of ours', new TypeError('x is not a function')],
  ['a connection that breaks', errorOf('ECONNRESET', 'read')],
  ['a connection that is not allowed', errorOf('EACCES', 'connect')],
  ['a code without a call', errorOf('EACCES')],
  ['another SQLSTATE', errorOf('23505')],
  ['nothing', undefined],
])('%s is none of a disk', (_, error) => {
  expect(storageRefusal(error)).toBeUndefined();
});
