import type { Language } from '../../core/wording/language.ts';
import type { AccountPorts } from './accountPorts.ts';
import { letterOf } from './letters.ts';

/** Says to the address of an account that its password was changed. */
export function tellOwner(ports: Pick<AccountPorts, 'mails'>, email: string, language: Language): void {
  ports.mails.post(async () => ({ to: email, language, letter: letterOf('passwordChanged', language, {}) }));
}
