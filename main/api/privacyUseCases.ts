import type { PrivacyUseCases } from '../../adapters/http/routes/privacyRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { erasePerson } from '../../app/privacy/erasePerson.ts';
import { exportPerson, type PrivacyPorts } from '../../app/privacy/exportPerson.ts';

export function privacyUseCases(ports: PrivacyPorts, { tenant, actor }: Caller): PrivacyUseCases {
  return {
    exportPerson: (id) => exportPerson(ports, tenant, id),
    erasePerson: (wanted) => erasePerson(ports, tenant, wanted, actor),
  };
}
