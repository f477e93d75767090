import type { AccountLinkUseCases } from '../../adapters/http/routes/accountLinkRoutes.ts';
import type { FactorUseCases } from '../../adapters/http/routes/factorRoutes.ts';
import type { InvitationUseCases } from '../../adapters/http/routes/invitationRoutes.ts';
import type { KeyUseCases } from '../../adapters/http/routes/keyRoutes.ts';
import type { RoleUseCases } from '../../adapters/http/routes/roleRoutes.ts';
import type { SessionUseCases } from '../../adapters/http/routes/sessionRoutes.ts';
import type { SignInUseCases } from '../../adapters/http/routes/signInRoutes.ts';
import type { SignOnUseCases, SsoUseCases } from '../../adapters/http/routes/signOnRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { getRoles, setRoles } from '../../app/access/setRoles.ts';
import { getSignInPolicy, setSignInPolicy } from '../../app/access/setSignInPolicy.ts';
import { getSsoProvider, setSsoProvider } from '../../app/access/setSsoProvider.ts';
import { showCaller } from '../../app/access/showCaller.ts';
import { acceptInvitation, showInvitation } from '../../app/accounts/acceptInvitation.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import { beginSession } from '../../app/accounts/beginSession.ts';
import { changePassword } from '../../app/accounts/changePassword.ts';
import { showFactors } from '../../app/accounts/factors.ts';
import { inviteAgain, inviteMember, revokeInvitation } from '../../app/accounts/inviteMember.ts';
import { listInvitations } from '../../app/accounts/listInvitations.ts';
import {
  addPasskey,
  askPasskey,
  beginPasskey,
  removePasskey,
  signInByPasskey,
} from '../../app/accounts/passkeys.ts';
import { askReset, resetByMail } from '../../app/accounts/passwordReset.ts';
import { renewRecoveryCodes } from '../../app/accounts/recoveryCodes.ts';
import { signInByCode } from '../../app/accounts/secondFactor.ts';
import {
  endOtherSessions,
  endSession,
  listSessions,
  type OwnSession,
  showSession,
  switchTenant,
} from '../../app/accounts/sessions.ts';
import { signIn } from '../../app/accounts/signIn.ts';
import { beginSignOn, finishSignOn } from '../../app/accounts/signOnAtProvider.ts';
import { beginTotp, confirmTotp, removeTotp } from '../../app/accounts/timedCode.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import type { Ports } from '../../app/ports.ts';
import { accept } from '../../core/refusal/refusals.ts';

/** What is about whoever asks; a partner’s person may not read it, so it is done in the role of the application. */
export function accountUseCases(
  ports: AccountPorts,
  caller: Caller,
): SignInUseCases &
  SignOnUseCases &
  SessionUseCases &
  FactorUseCases &
  AccountLinkUseCases &
  Pick<KeyUseCases, 'showCaller'> {
  const own = (): OwnSession => {
    if (caller.session === undefined) throw new Error('Fault: asked by nobody who is signed in');
    return caller.session;
  };
  return {
    ...signInUseCases(ports),
    ...factorUseCases(ports, own),
    showCaller: () => showCaller(ports, caller),
    showSession: () => showSession(ports, own()),
    listSessions: () => listSessions(ports, own()),
    endSession: (id) => endSession(ports, own(), id),
    endOtherSessions: () => endOtherSessions(ports, own()),
    switchTenant: (code) => switchTenant(ports, own(), code),
    ...linkUseCases(ports),
    changePassword: (change) => changePassword(ports, own(), change),
  };
}

function signInUseCases(ports: AccountPorts): SignInUseCases & SignOnUseCases & SignOnUseCases {
  return {
    signIn: (credentials, place) => signIn(ports, credentials, place),
    signInByCode: (shown, place) => signInByCode(ports, shown, place),
    askPasskey: (origin) => askPasskey(ports, { origin }),
    signInByPasskey: (shown, place) => signInByPasskey(ports, shown, place),
    beginSignOn: (asked) => beginSignOn(ports, asked),
    finishSignOn: (shown, place) => finishSignOn(ports, shown, place),
  };
}

function factorUseCases(ports: AccountPorts, own: () => OwnSession): FactorUseCases {
  return {
    showFactors: () => showFactors(ports, own()),
    beginTotp: (present) => beginTotp(ports, own(), present),
    confirmTotp: (code) => confirmTotp(ports, own(), code),
    removeTotp: (present) => removeTotp(ports, own(), present),
    renewRecoveryCodes: (present) => renewRecoveryCodes(ports, own(), present),
    beginPasskey: (asked) => beginPasskey(ports, own(), asked),
    addPasskey: (made) => addPasskey(ports, own(), made),
    removePasskey: (which) => removePasskey(ports, own(), which),
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
      return accept(
        isNew
          ? await beginSession(ports, account, { method: 'invitation', isStrong: false }, place)
          : undefined,
      );
    },
    askReset: (asked) => askReset(ports, asked),
    resetByMail: (reset) => resetByMail(ports, reset),
  };
}

export function ssoUseCases(ports: KeyPorts, { tenant, actor }: Caller): SsoUseCases {
  return {
    getSsoProvider: () => getSsoProvider(ports, tenant),
    setSsoProvider: (change) => setSsoProvider(ports, tenant, change, actor),
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

export function roleUseCases(ports: Ports, { tenant, actor, session }: Caller): RoleUseCases {
  // A key is not asked for a second factor, and a session that is not strong never comes so far where one is needed.
  const hasShownFactor = session === undefined || session.isStrong;
  return {
    getSignInPolicy: () => getSignInPolicy(ports, tenant),
    setSignInPolicy: (wanted) => setSignInPolicy(ports, tenant, { ...wanted, hasShownFactor }, actor),
    getRoles: (person) => getRoles(ports, tenant, person),
    setRoles: (person, roles) => setRoles(ports, tenant, { person, roles }, actor),
  };
}
