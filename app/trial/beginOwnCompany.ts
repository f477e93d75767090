import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { LOGIN } from '../access/createPerson.ts';
import type { AccountPorts } from '../accounts/accountPorts.ts';
import { type Begun, beginSession, type SignInPlace } from '../accounts/beginSession.ts';
import { setPassword } from '../accounts/changePassword.ts';
import { checkPassword } from '../accounts/checkPassword.ts';
import { emailOf, loginOf } from '../accounts/emailOf.ts';
import { systemActor } from '../actor.ts';
import { enterTenant } from '../companies/enterTenant.ts';
import type { Trial } from '../ports/trial.ts';
import type { TenantId } from '../ports.ts';
import { letTrialPersonIn } from './letTrialPersonIn.ts';
import { sandboxOf } from './sandboxOf.ts';
import { hasOwnCompany } from './showTrial.ts';
import { SECOND_PERSON, WHOLE_OFFICE } from './trialPeople.ts';

export type OwnCompany = {
  readonly name: string;
  readonly timeZone: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
};

/** The code of the tenant, by which commands and keys name it. */
const CODE = 'own';
const COMPANY_MAX = 10;

/** What the second person is called. */
const SECOND: Readonly<Record<Language, string>> = { en: 'Second person', 'zh-CN': '第二人' };

/**
 * A company of one's own beside the sandbox, and whoever begins it as a person who may everything in both; they sign in with
 * this password from then on. A second person comes with it, since nobody approves what they handed in. Only the first one is
 * made so; what was begun and broken off is completed.
 * Refuses: trial-not-here, trial-company-exists, email-invalid, account-exists, password-too-short, password-too-common,
 * configuration-invalid.
 */
export async function beginOwnCompany(
  ports: AccountPorts,
  trial: Trial | undefined,
  { name, timeZone, password, language, ...own }: OwnCompany,
  place: SignInPlace,
): Promise<Result<Begun>> {
  if (trial === undefined) return refused(refuse('trial-not-here', ''));
  if (await hasOwnCompany(ports)) return refused(refuse('trial-company-exists', ''));
  const email = await freeEmail(ports, own.email);
  if (!email.ok) return email;
  const checked = checkPassword(password, email.value);
  if (!checked.ok) return checked;
  const company = { code: CODE, name, company: companyCode(name), timeZone };
  const tenant = await trial.makeTenant(company);
  if (!tenant.ok) return tenant;
  await enterTenant(ports, tenant.value, company, systemActor('trial'));
  const second = { login: SECOND_PERSON, name: SECOND[language], roles: ['approver'] } as const;
  const let2 = await letTrialPersonIn(ports, tenant.value, second, `${SECOND_PERSON}@trial.example`);
  if (!let2.ok) return let2;
  const account = await letOwnerIn(ports, tenant.value, email.value);
  if (!account.ok) return account;
  const set = await setPassword(ports, { account: account.value, email: email.value }, password, []);
  if (!set.ok) return set;
  const begun = await beginSession(ports, account.value, { method: 'password', isStrong: false }, place);
  // Only now, so that the session has begun in the own company and not in the first by the order of codes.
  const sandbox = await sandboxOf(ports, trial);
  const around = sandbox.ok ? await letOwnerIn(ports, sandbox.value, email.value) : account;
  return around.ok ? accept(begun) : around;
}

/** Nobody takes an account over by beginning a company. Refuses: email-invalid, account-exists. */
async function freeEmail(ports: AccountPorts, text: string): Promise<Result<string>> {
  const email = emailOf(text);
  if (!email.ok) return email;
  if (!LOGIN.test(loginOf(email.value))) return refused(refuse('email-invalid', 'email', { email: text }));
  const known = await ports.accounts.of({ email: email.value }, (tx) => tx.account());
  if (known?.password === undefined) return email;
  return refused(refuse('account-exists', 'email', { email: text }));
}

function letOwnerIn(ports: AccountPorts, tenant: TenantId, email: string): Promise<Result<string>> {
  const [name = email] = email.split('@');
  return letTrialPersonIn(ports, tenant, { login: loginOf(email), name, roles: WHOLE_OFFICE }, email);
}

/** Short enough to be typed into files: the letters of the name that everybody can type, or a word for it. */
function companyCode(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  return letters.length < 2 ? 'MAIN' : letters.slice(0, COMPANY_MAX);
}
