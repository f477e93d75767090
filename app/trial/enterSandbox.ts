import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { AccountPorts } from '../accounts/accountPorts.ts';
import { type Begun, beginSession, type SignInPlace } from '../accounts/beginSession.ts';
import { sessionCaller } from '../accounts/sessionCaller.ts';
import type { Trial } from '../ports/trial.ts';
import type { TenantId } from '../ports.ts';
import { letTrialPersonIn } from './letTrialPersonIn.ts';
import { sandboxOf } from './sandboxOf.ts';
import { SECOND_PERSON, TRIAL_PEOPLE } from './trialPeople.ts';

/** Who somebody wants to be: a person by their login, or somebody of a partner. */
export type Played = { readonly person: string } | { readonly partner: string };

/**
 * Begins a session as somebody, without a password: as anybody of the demo in the sandbox; and in one's own company as the
 * second person that was set up with it, for an administrator who is signed in there. It counts in that tenant alone, whatever
 * else the account is a member of.
 * Refuses: trial-not-here, tenant-not-sandbox, person-not-found, partner-not-found, session-needed.
 */
export async function enterSandbox(
  ports: AccountPorts,
  trial: Trial | undefined,
  played: Played,
  place: SignInPlace,
): Promise<Result<Begun>> {
  const isSecond = 'person' in played && played.person === SECOND_PERSON;
  // Whoever signs in with a password of their own is not played by others.
  const isPlayed =
    'partner' in played || isSecond || TRIAL_PEOPLE.some(({ login }) => login === played.person);
  if (!isPlayed) return refused(refuse('person-not-found', 'person', { id: played.person }));
  const tenant = isSecond ? await ownTenant(ports, trial, place) : await sandboxOf(ports, trial);
  if (!tenant.ok) return tenant;
  const account =
    'person' in played
      ? await accountOf(ports, tenant.value, played.person)
      : await accountAtPartner(ports, tenant.value, played.partner);
  if (!account.ok) return account;
  const shown = { method: 'trial', isStrong: false, onlyIn: tenant.value } as const;
  const begun = await beginSession(ports, account.value, shown, place);
  return { ok: true, value: begun };
}

/** Where whoever asks is an administrator. Refuses: trial-not-here, session-needed. */
async function ownTenant(
  ports: AccountPorts,
  trial: Trial | undefined,
  { before }: SignInPlace,
): Promise<Result<TenantId>> {
  if (trial === undefined) return refused(refuse('trial-not-here', ''));
  const caller = before === undefined ? undefined : await sessionCaller(ports, before);
  const isAdministrator =
    caller?.ok === true && caller.value.tenant !== '' && caller.value.scopes.has('access:write');
  return isAdministrator ? { ok: true, value: caller.value.tenant } : refused(refuse('session-needed', ''));
}

async function accountOf(ports: AccountPorts, tenant: TenantId, login: string): Promise<Result<string>> {
  const account = await ports.store.inTenant(tenant, async ({ access }) => {
    const [person] = await access.personsCalled([login]);
    return person?.isActive ? access.accountOf(person.id) : undefined;
  });
  if (account === undefined) return refused(refuse('person-not-found', 'person', { id: login }));
  return { ok: true, value: account };
}

/** Whoever of the partner can be played; somebody is made where there is nobody. */
async function accountAtPartner(
  ports: AccountPorts,
  tenant: TenantId,
  code: string,
): Promise<Result<string>> {
  const [partner] = await ports.store.inTenant(tenant, (tx) => tx.master.versions('partner', code));
  if (partner === undefined) return refused(refuse('partner-not-found', 'partner', { partner: code }));
  const login = `portal-${code.toLowerCase().replaceAll(/[^a-z0-9._-]/g, '-')}`;
  const person = { login, name: partner.name, roles: ['partnerAdministrator'], partners: [code] } as const;
  return letTrialPersonIn(ports, tenant, person, `${login}@demo.example`);
}
