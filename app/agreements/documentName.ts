const LONGEST = 150;

/**
 * A file name that no system stumbles over: no folder, no control or direction mark, no sign that a
 * shell or a file system reads, not hidden, not too long, and with the ending of what it is.
 */
export function documentName(given: string, ending: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*%;]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/gu, '');
  const endings = ending === 'jpg' ? ['.jpg', '.jpeg'] : [`.${ending}`];
  const had = endings.find((one) => plain.toLowerCase().endsWith(one)) ?? '';
  const stem = [...plain.slice(0, plain.length - had.length)].slice(0, LONGEST).join('');
  return `${stem === '' ? 'document' : stem}.${ending}`;
}
