import { expect, test } from 'vitest';
import { nameIn } from './saveFile.ts';

test('a file is saved under the name that the server gives it', () => {
  expect(nameIn('attachment; filename="CN-2026-1.pdf"')).toBe('CN-2026-1.pdf');
  expect(nameIn(`attachment; filename="_.pdf"; filename*=UTF-8''%E5%8D%95.pdf`)).toBe('单.pdf');
  expect(nameIn('attachment')).toBeUndefined();
  expect(nameIn(null)).toBeUndefined();
});
