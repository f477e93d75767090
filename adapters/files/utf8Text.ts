const ASCII = /^[\t\n\r\x20-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const REPLACEMENT = '\ufffd';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text, and whether all of its bytes were text: well-formed UTF-8 without control characters. */
export type DecodedText = { readonly text: string; readonly isIntact: boolean };

/**
 * Bytes to text. Damaged places are shown as U+FFFD, so that the text can still be kept and
 * looked at: no database keeps a NUL, and keys are joined by a control character.
 */
export function utf8Text(bytes: Uint8Array): DecodedText {
  try {
    return withoutControls(strict.decode(bytes));
  } catch {
    return { text: withoutControls(lenient.decode(bytes)).text, isIntact: false };
  }
}

/** The same for bytes that were read as Latin-1, one character a byte, as the CSV parser does. */
export function latin1AsUtf8(latin1: string): DecodedText {
  if (ASCII.test(latin1)) return { text: latin1, isIntact: true };
  return utf8Text(Buffer.from(latin1, 'latin1'));
}

/** Text that is well-formed already. */
export function withoutControls(text: string): DecodedText {
  const clean = text.replace(CONTROL, REPLACEMENT);
  return { text: clean, isIntact: clean === text };
}
