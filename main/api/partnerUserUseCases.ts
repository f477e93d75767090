import type { PartnerUserUseCases } from '../../adapters/http/routes/partnerUserRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import {
  changePartnerUser,
  invitePartnerUser,
  listPartnerUsers,
  type UserAdministrator,
} from '../../app/portal/partnerUsers.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** Persons of a partner, by one of them; our own people have calls of their own. */
export function partnerUserUseCases(
  ports: AccountPorts,
  { tenant, actor, partners }: Caller,
): PartnerUserUseCases {
  const asked = async <T>(work: (by: UserAdministrator) => Promise<Result<T>>): Promise<Result<T>> =>
    partners === undefined ? refused(refuse('person-of-partner-needed', 'actor')) : work({ actor, partners });
  return {
    listPartnerUsers: () => asked(async (by) => accept(await listPartnerUsers(ports, tenant, by))),
    invitePartnerUser: (wanted) => asked((by) => invitePartnerUser(ports, tenant, wanted, by)),
    changePartnerUser: (change) => asked((by) => changePartnerUser(ports, tenant, change, by)),
  };
}
