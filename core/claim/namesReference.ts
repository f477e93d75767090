const PART_OF_WORD = /[\p{L}\p{N}]/u;

/**
 * Whether a text names a reference as a word of its own, in whatever case, since banks write capitals.
 * B-2026/1 is not named by B-2026/12.
 */
export function namesReference(text: string, reference: string): boolean {
  const [said, wanted] = [text.toUpperCase(), reference.toUpperCase()];
  if (wanted === '') return false;
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
    const around = [said[at - 1] ?? '', said[at + wanted.length] ?? ''];
    if (!around.some((letter) => PART_OF_WORD.test(letter))) return true;
  }
  return false;
}
