import type { HealthUseCases } from '../../adapters/http/routes/healthRoutes.ts';
import type { HttpUseCases } from '../../adapters/http/useCases.ts';
import type { Caller } from '../../app/access/caller.ts';
import type { AccessPorts } from '../../app/access/issueKey.ts';
import type { AccountPorts } from '../../app/accounts/accountPorts.ts';
import type { CourierPorts } from '../../app/ports/courier.ts';
import type { Trial } from '../../app/ports/trial.ts';
import type { LinesUnderWay } from '../linesUnderWay.ts';
import { accessUseCases } from './accessUseCases.ts';
import { accountUseCases, invitationUseCases, roleUseCases, ssoUseCases } from './accountUseCases.ts';
import { adjustmentUseCases } from './adjustmentUseCases.ts';
import { agreementUseCases } from './agreementUseCases.ts';
import { auditUseCases } from './auditUseCases.ts';
import { brandUseCases } from './brandUseCases.ts';
import { bulkAgreementUseCases } from './bulkAgreementUseCases.ts';
import { cashFlowUseCases } from './cashFlowUseCases.ts';
import { claimUseCases } from './claimUseCases.ts';
import { companyUseCases } from './companyUseCases.ts';
import { cutOverUseCases } from './cutOverUseCases.ts';
import { diagnosisUseCases } from './diagnosisUseCases.ts';
import { earningUseCases } from './earningUseCases.ts';
import type { ExportPlaces } from './exportPlaces.ts';
import { exportUseCases } from './exportUseCases.ts';
import { factUseCases } from './factUseCases.ts';
import { fundUseCases } from './fundUseCases.ts';
import type { ImportsUnderWay } from './importsUnderWay.ts';
import { inspectionUseCases } from './inspectionUseCases.ts';
import { intakeUseCases } from './intakeUseCases.ts';
import { jobUseCases } from './jobUseCases.ts';
import { ledgerUseCases } from './ledgerUseCases.ts';
import { mailingUseCases } from './mailingUseCases.ts';
import { noticeUseCases } from './noticeUseCases.ts';
import type { Aside } from './openAside.ts';
import { ownUseCases } from './ownUseCases.ts';
import { partnerUserUseCases } from './partnerUserUseCases.ts';
import { payUseCases } from './payUseCases.ts';
import { previewUseCases } from './previewUseCases.ts';
import { privacyUseCases } from './privacyUseCases.ts';
import { reportUseCases } from './reportUseCases.ts';
import { retentionUseCases } from './retentionUseCases.ts';
import { searchUseCases } from './searchUseCases.ts';
import { settlementUseCases } from './settlementUseCases.ts';
import { statementUseCases } from './statementUseCases.ts';
import { trialUseCases } from './trialUseCases.ts';
import { trustUseCases } from './trustUseCases.ts';
import { viewUseCases } from './viewUseCases.ts';
import { webhookUseCases } from './webhookUseCases.ts';

/** What use cases of the API work with, each as its caller has it. */
export type ApiPorts = AccessPorts & CourierPorts & { readonly exports: ExportPlaces };

/** What all callers of a server share. */
export type Beside = {
  readonly health: HealthUseCases;
  readonly door: AccountPorts;
  readonly underWay: ImportsUnderWay;
  readonly lines: LinesUnderWay;
  /** Only where the server was begun to try out. */
  readonly trial?: Trial;
  /** Where long calculations are done beside; without it they are done here. */
  readonly aside?: Aside;
};

/** Every use case of the API as one caller has it: each area binds its own in a file beside this one. */
export function apiUseCases(
  ports: ApiPorts,
  caller: Caller,
  { health, door, underWay, lines, trial, aside }: Beside,
): HttpUseCases {
  return {
    ...earningUseCases(ports, caller),
    ...statementUseCases(ports, caller),
    ...ownUseCases(ports, caller),
    ...agreementUseCases(ports, caller),
    ...inspectionUseCases(ports, caller),
    ...intakeUseCases(ports, caller, underWay),
    ...exportUseCases(ports, caller),
    ...auditUseCases(ports, caller),
    ...cashFlowUseCases(ports, caller),
    ...bulkAgreementUseCases(ports, caller),
    ...cutOverUseCases(ports, caller),
    ...claimUseCases(ports, caller),
    ...adjustmentUseCases(ports, caller),
    ...settlementUseCases(ports, caller, aside),
    ...companyUseCases(ports, caller),
    ...factUseCases(ports, caller, underWay),
    ...payUseCases(ports, caller),
    ...fundUseCases(ports, caller),
    ...ledgerUseCases(ports, caller),
    ...jobUseCases(ports, caller, lines),
    ...previewUseCases(ports, caller),
    ...accessUseCases(ports, caller),
    ...privacyUseCases({ ...door, store: ports.store }, caller),
    ...roleUseCases(ports, caller),
    ...ssoUseCases(ports, caller),
    ...brandUseCases(ports, caller, door),
    ...diagnosisUseCases(ports, caller, { health, door }),
    ...accountUseCases(door, caller),
    ...searchUseCases(ports, caller),
    ...invitationUseCases({ ...door, store: ports.store }, caller),
    ...partnerUserUseCases({ ...door, store: ports.store }, caller),
    ...reportUseCases(ports, caller, aside),
    ...trialUseCases(door, caller, trial),
    ...viewUseCases(ports, caller),
    ...webhookUseCases(ports, caller),
    ...mailingUseCases(ports, caller),
    ...retentionUseCases(ports, caller),
    ...trustUseCases(ports, caller),
    ...noticeUseCases(ports, caller, door),
    ...health,
  };
}
