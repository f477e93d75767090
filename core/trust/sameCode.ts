/** Whether two codes are one, written in another way: in small letters, in full width, with blanks or other signs between. */
export function isSameCode(a: string, b: string): boolean {
  return a === b || folded(a) === folded(b);
}

function folded(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
