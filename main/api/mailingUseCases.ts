import type { MailingUseCases } from '../../adapters/http/routes/mailingRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import { getMailing, setMailing } from '../../app/mails/setMailing.ts';
import type { Ports } from '../../app/ports.ts';

export function mailingUseCases(ports: Ports, { tenant, actor }: Caller): MailingUseCases {
  return {
    getMailing: () => getMailing(ports, tenant),
    setMailing: (change) => setMailing(ports, tenant, change, actor),
  };
}
