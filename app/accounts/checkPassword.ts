import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { COMMON_PASSWORDS } from './commonPasswords.ts';

/** Long enough that nobody tries them all; no rule about kinds of signs, which makes passwords that are forgotten. */
export const PASSWORD_LEAST = 12;

/** Whether a password may be chosen for an address. Refuses: password-too-short (least), password-too-common. */
export function checkPassword(password: string, email: string): Result<undefined> {
  const text = password.normalize('NFKC');
  if ([...text].length < PASSWORD_LEAST) {
    return refused(refuse('password-too-short', 'password', { least: String(PASSWORD_LEAST) }));
  }
  const isGuessed = isRegular(text) || isListed(text, email);
  return isGuessed ? refused(refuse('password-too-common', 'password')) : accept(undefined);
}

/** Few different signs, or each one next to the one before: “aaaaaaaaaaaa”, “abcdefghijkl”, “123456789012”. */
function isRegular(text: string): boolean {
  const codes = [...text.toLowerCase()].map((sign) => sign.codePointAt(0) ?? 0);
  if (new Set(codes).size < 5) return true;
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => Math.abs(step) <= 1 || step === -9).length > steps.length - 2;
}

/** What everybody takes, with signs and numbers before and behind or twice; and the own address. */
function isListed(text: string, email: string): boolean {
  const letters = text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
  const half = letters.slice(0, letters.length / 2);
  const core = letters === half + half ? half : letters;
  const [name = '', host = ''] = email.split('@');
  const own = [email, name, host.split('.')[0] ?? ''].map((one) => one.replaceAll(/[^\p{L}]/gu, ''));
  return COMMON_PASSWORDS.has(core) || core === '' || own.includes(core);
}
