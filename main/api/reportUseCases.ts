import { Readable } from 'node:stream';
import type { ReportUseCases } from '../../adapters/http/routes/reportRoutes.ts';
import type { SubscriptionUseCases } from '../../adapters/http/routes/subscriptionRoutes.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { Ports } from '../../app/ports.ts';
import { makeReport } from '../../app/reports/makeReport.ts';
import { endSubscription, listSubscriptions, subscribeReport } from '../../app/reports/subscriptions.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { reportFile } from '../reportFile.ts';
import type { Aside } from './openAside.ts';

/** Reports on the screen, as files and by mail, as one caller has them. */
export function reportUseCases(
  ports: Ports,
  caller: Caller,
  aside: Aside | undefined,
): ReportUseCases & SubscriptionUseCases {
  const { tenant } = caller;
  const make: typeof makeReport = (own, of, asked) =>
    aside?.ask('makeReport', of, asked) ?? makeReport(own, of, asked);
  return {
    makeReport: (asked) => make(ports, tenant, asked),
    reportFile: async (asked) => {
      const made = await reportFile(ports, tenant, asked, make);
      if (!made.ok) return made;
      return accept({ ...made.value, content: Readable.from([Buffer.from(made.value.content)]) });
    },
    listSubscriptions: () => listSubscriptions(ports, caller),
    subscribeReport: (wanted) => subscribeReport(ports, caller, wanted),
    endSubscription: (id) => endSubscription(ports, caller, id),
  };
}
