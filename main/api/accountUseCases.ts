import type { KeyUseCases } from '../../adapters/http/routes/keyRoutes.ts';
import type { RoleUseCases } from '../../adapters/http/routes/roleRoutes.ts';
import type { SessionUseCases } from '../../adapters/http/routes/sessionRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { getRoles, setRoles } from '../../app/access/setRoles.ts';
import { showCaller } from '../../app/access/showCaller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import { changePassword } from '../../app/accounts/changePassword.ts';
import {
  endOtherSessions,
  endSession,
  listSessions,
  type OwnSession,
  showSession,
  switchTenant,
} from '../../app/accounts/sessions.ts';
import { signIn } from '../../app/accounts/signIn.ts';
import type { Ports } from '../../app/ports.ts';

/** What is about whoever asks; a partner’s person may not read it, so it is done in the role of the application. */
export function accountUseCases(
  ports: AccountPorts,
  caller: Caller,
): SessionUseCases & Pick<KeyUseCases, 'showCaller'> {
  const own = (): OwnSession => {
    if (caller.session === undefined) throw new Error('Fault: asked by nobody who is signed in');
    return caller.session;
  };
  return {
    showCaller: () => showCaller(ports, caller),
    signIn: (credentials, place) => signIn(ports, credentials, place),
    showSession: () => showSession(ports, own()),
    listSessions: () => listSessions(ports, own()),
    endSession: (id) => endSession(ports, own(), id),
    endOtherSessions: () => endOtherSessions(ports, own()),
    switchTenant: (code) => switchTenant(ports, own(), code),
    changePassword: (change) => changePassword(ports, own(), change),
  };
}

export function roleUseCases(ports: Ports, { tenant, actor }: Caller): RoleUseCases {
  return {
    getRoles: (person) => getRoles(ports, tenant, person),
    setRoles: (person, roles) => setRoles(ports, tenant, { person, roles }, actor),
  };
}
