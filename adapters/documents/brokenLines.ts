/** Signs that begin no line, and signs that end none. Source: GB/T 15834-2011, 5.1; JIS X 4051. */
const NOT_FIRST = new Set('，。、；：？！…—）》」』】〉〕”’％%,.;:?!)]}');
const NOT_LAST = new Set('（《「『【〈〔“‘([{');

/** Chinese, Japanese and full-width signs: between two of them a line may break. */
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3fffd}]/u;

/**
 * A text in lines that are no wider than there is room. It breaks at blanks, between Chinese signs, and
 * inside a word only where that word alone is too wide. Nothing is left out but the blanks at a break;
 * several blanks are one.
 */
export function brokenLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.replace(/ +/g, ' ').trim())) {
    if (widthOf(`${line}${piece.trimEnd()}`) <= room) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    for (const sign of widthOf(piece.trimEnd()) <= room ? [piece] : piece) {
      if (line !== '' && widthOf(`${line}${sign}`.trimEnd()) > room) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += sign;
    }
  }
  return [...lines, line.trimEnd()];
}

/** What stays together: a word with the blanks behind it, a Chinese sign with the marks around it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let [before, last] = ['', ''];
  for (const sign of text) {
    const mayBreak =
      last !== '' &&
      !NOT_FIRST.has(sign) &&
      !NOT_LAST.has(last) &&
      sign !== ' ' &&
      (last === ' ' || WIDE.test(sign) || WIDE.test(last) || isJoint(before, last));
    if (mayBreak || pieces.length === 0) pieces.push(sign);
    else pieces[pieces.length - 1] += sign;
    [before, last] = [last, sign];
  }
  return pieces;
}

/** Behind a hyphen or slash inside of a code or word; the minus of a number stands in front of it. */
function isJoint(before: string, last: string): boolean {
  return (last === '-' || last === '/') && /[\p{L}\p{N}]/u.test(before);
}
