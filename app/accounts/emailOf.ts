import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/** An e-mail address as accounts have it: whoever writes it in capitals is the same. Refuses: email-invalid (email). */
export function emailOf(text: string): Result<string> {
  const email = text.normalize('NFC').trim().toLowerCase();
  return EMAIL.test(email) ? accept(email) : refused(refuse('email-invalid', 'email', { email: text }));
}

/** The login of whoever comes by an address: itself, as far as a login can be written so. */
export function loginOf(email: string): string {
  return email.replaceAll(/[^a-z0-9._@+-]/g, '-');
}
