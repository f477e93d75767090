import type { AccountLinkUseCases } from '../../adapters/http/routes/accountLinkRoutes.ts';
import type { InvitationUseCases } from '../../adapters/http/routes/invitationRoutes.ts';
import type { KeyUseCases } from '../../adapters/http/routes/keyRoutes.ts';
import type { RoleUseCases } from '../../adapters/http/routes/roleRoutes.ts';
import type { SessionUseCases } from '../../adapters/http/routes/sessionRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { getRoles, setRoles } from '../../app/access/setRoles.ts';
import { showCaller } from '../../app/access/showCaller.ts';
import { acceptInvitation, showInvitation } from '../../app/accounts/acceptInvitation.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import { beginSession } from '../../app/accounts/beginSession.ts';
import { changePassword } from '../../app/accounts/changePassword.ts';
import { inviteAgain, inviteMember, revokeInvitation } from '../../app/accounts/inviteMember.ts';
import { listInvitations } from '../../app/accounts/listInvitations.ts';
import { askReset, resetByMail } from '../../app/accounts/passwordReset.ts';
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
import { accept } from '../../core/refusal/refusals.ts';

/** What is about whoever asks; a partner’s person may not read it, so it is done in the role of the application. */
export function accountUseCases(
  ports: AccountPorts,
  caller: Caller,
): SessionUseCases & AccountLinkUseCases & Pick<KeyUseCases, 'showCaller'> {
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
    ...linkUseCases(ports),
    changePassword: (change) => changePassword(ports, own(), change),
  };
}

/** What links of mails open: whoever holds one is nobody yet. */
function linkUseCases(ports: AccountPorts): AccountLinkUseCases {
  return {
    showInvitation: (text) => showInvitation(ports, text),
    acceptInvitation: async (accepted, place) => {
      const done = await acceptInvitation(ports, accepted);
      if (!done.ok) return done;
      const { account, isNew } = done.value;
      return accept(isNew ? await beginSession(ports, account, 'invitation', place) : undefined);
    },
    askReset: (asked) => askReset(ports, asked),
    resetByMail: (reset) => resetByMail(ports, reset),
  };
}

export function invitationUseCases(ports: AccountPorts, { tenant, actor }: Caller): InvitationUseCases {
  return {
    listInvitations: (page) => listInvitations(ports, tenant, page),
    inviteMember: (wanted) => inviteMember(ports, tenant, wanted, actor),
    inviteAgain: (id, told) => inviteAgain(ports, tenant, { id, ...told }, actor),
    revokeInvitation: (id) => revokeInvitation(ports, tenant, id, actor),
    now: () => ports.clock.now(),
  };
}

export function roleUseCases(ports: Ports, { tenant, actor }: Caller): RoleUseCases {
  return {
    getRoles: (person) => getRoles(ports, tenant, person),
    setRoles: (person, roles) => setRoles(ports, tenant, { person, roles }, actor),
  };
}
