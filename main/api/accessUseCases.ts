import type { KeyUseCases } from '../../adapters/http/routes/keyRoutes.ts';
import type { PersonUseCases } from '../../adapters/http/routes/personRoutes.ts';
import type { SandboxUseCases } from '../../adapters/http/routes/sandboxRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { changePerson } from '../../app/access/changePerson.ts';
import { createPerson } from '../../app/access/createPerson.ts';
import { createSandbox } from '../../app/access/createSandbox.ts';
import { createService } from '../../app/access/createService.ts';
import { type AccessPorts, issueKey } from '../../app/access/issueKey.ts';
import {
  getPerson,
  listColleagues,
  listKeys,
  listPersons,
  listServices,
} from '../../app/access/listAccess.ts';
import { listDuties } from '../../app/access/listDuties.ts';
import { revokeKey } from '../../app/access/revokeKey.ts';

export function accessUseCases(
  ports: AccessPorts,
  { tenant, actor }: Caller,
): PersonUseCases & Omit<KeyUseCases, 'showCaller'> & SandboxUseCases {
  return {
    listPersons: (page) => listPersons(ports, tenant, page),
    listColleagues: (page) => listColleagues(ports, tenant, page),
    getPerson: (id) => getPerson(ports, tenant, id),
    createPerson: (wanted) => createPerson(ports, tenant, wanted, actor),
    changePerson: (change) => changePerson(ports, tenant, change, actor),
    listDuties: () => listDuties(ports, tenant),
    listServices: (page) => listServices(ports, tenant, page),
    createService: (wanted) => createService(ports, tenant, wanted, actor),
    listKeys: (page) => listKeys(ports, tenant, page),
    issueKey: (wanted) => issueKey(ports, tenant, wanted, actor),
    createSandbox: (wanted) => createSandbox(ports, tenant, wanted, actor),
    revokeKey: (id) => revokeKey(ports, tenant, id, actor),
  };
}
