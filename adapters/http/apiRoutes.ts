import type { Route } from './route.ts';
import { accountLinkRoutes } from './routes/accountLinkRoutes.ts';
import { adjustmentRoutes } from './routes/adjustmentRoutes.ts';
import { agreementRoutes } from './routes/agreementRoutes.ts';
import { agreementTextRoutes } from './routes/agreementTextRoutes.ts';
import { approvalRoutes } from './routes/approvalRoutes.ts';
import { auditRoutes } from './routes/auditRoutes.ts';
import { bankChangeRoutes } from './routes/bankChangeRoutes.ts';
import { bankRoutes } from './routes/bankRoutes.ts';
import { bankStatementRoutes } from './routes/bankStatementRoutes.ts';
import { booksCurrencyRoutes } from './routes/booksCurrencyRoutes.ts';
import { brandRoutes } from './routes/brandRoutes.ts';
import { bulkAgreementRoutes } from './routes/bulkAgreementRoutes.ts';
import { calendarRoutes } from './routes/calendarRoutes.ts';
import { cashFlowRoutes } from './routes/cashFlowRoutes.ts';
import { claimIntakeRoutes } from './routes/claimIntakeRoutes.ts';
import { claimMessageRoutes } from './routes/claimMessageRoutes.ts';
import { claimRoutes } from './routes/claimRoutes.ts';
import { claimRuleRoutes } from './routes/claimRuleRoutes.ts';
import { commentRoutes } from './routes/commentRoutes.ts';
import { companyRoutes } from './routes/companyRoutes.ts';
import { confirmationRoutes } from './routes/confirmationRoutes.ts';
import { cutOverRoutes } from './routes/cutOverRoutes.ts';
import { deductionRoutes } from './routes/deductionRoutes.ts';
import { diagnosisRoutes } from './routes/diagnosisRoutes.ts';
import { documentRoutes } from './routes/documentRoutes.ts';
import { documentSettingRoutes } from './routes/documentSettingRoutes.ts';
import { earningRoutes } from './routes/earningRoutes.ts';
import { exportRoutes } from './routes/exportRoutes.ts';
import { factorRoutes } from './routes/factorRoutes.ts';
import { fundRoutes } from './routes/fundRoutes.ts';
import { healthRoutes } from './routes/healthRoutes.ts';
import { hierarchyRoutes } from './routes/hierarchyRoutes.ts';
import { homeRoutes } from './routes/homeRoutes.ts';
import { importRoutes } from './routes/importRoutes.ts';
import { inspectionRoutes } from './routes/inspectionRoutes.ts';
import { invitationRoutes } from './routes/invitationRoutes.ts';
import { jobRoutes } from './routes/jobRoutes.ts';
import { keyRoutes } from './routes/keyRoutes.ts';
import { ledgerRoutes } from './routes/ledgerRoutes.ts';
import { lineRoutes } from './routes/lineRoutes.ts';
import { mailingRoutes } from './routes/mailingRoutes.ts';
import { masterRoutes } from './routes/masterRoutes.ts';
import { noticeRoutes } from './routes/noticeRoutes.ts';
import { ownAgreementRoutes } from './routes/ownAgreementRoutes.ts';
import { ownLineRoutes } from './routes/ownLineRoutes.ts';
import { ownPaymentRoutes } from './routes/ownPaymentRoutes.ts';
import { partnerUserRoutes } from './routes/partnerUserRoutes.ts';
import { paymentRoutes } from './routes/paymentRoutes.ts';
import { paymentRuleRoutes } from './routes/paymentRuleRoutes.ts';
import { paymentRunRoutes } from './routes/paymentRunRoutes.ts';
import { personRoutes } from './routes/personRoutes.ts';
import { previewRoutes } from './routes/previewRoutes.ts';
import { privacyRoutes } from './routes/privacyRoutes.ts';
import { proposalRoutes } from './routes/proposalRoutes.ts';
import { quarantineRoutes } from './routes/quarantineRoutes.ts';
import { reportRoutes } from './routes/reportRoutes.ts';
import { retentionRoutes } from './routes/retentionRoutes.ts';
import { roleRoutes } from './routes/roleRoutes.ts';
import { sandboxRoutes } from './routes/sandboxRoutes.ts';
import { searchRoutes } from './routes/searchRoutes.ts';
import { senderRoutes } from './routes/senderRoutes.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { settlementRoutes } from './routes/settlementRoutes.ts';
import { signInRoutes } from './routes/signInRoutes.ts';
import { signOnRoutes, ssoRoutes } from './routes/signOnRoutes.ts';
import { statementRoutes } from './routes/statementRoutes.ts';
import { stockRoutes } from './routes/stockRoutes.ts';
import { subscriptionRoutes } from './routes/subscriptionRoutes.ts';
import { trialRoutes } from './routes/trialRoutes.ts';
import { trustPolicyRoutes } from './routes/trustPolicyRoutes.ts';
import { trustRoutes } from './routes/trustRoutes.ts';
import { viewRoutes } from './routes/viewRoutes.ts';
import { webhookRoutes } from './routes/webhookRoutes.ts';
import type { HttpUseCases } from './useCases.ts';

/** Every operation of the API, in the order of its description. */
export const apiRoutes: readonly Route<HttpUseCases>[] = [
  ...earningRoutes,
  ...statementRoutes,
  ...ownAgreementRoutes,
  ...ownLineRoutes,
  ...ownPaymentRoutes,
  ...partnerUserRoutes,
  ...lineRoutes,
  ...masterRoutes,
  ...hierarchyRoutes,
  ...paymentRoutes,
  ...stockRoutes,
  ...bankRoutes,
  ...bankChangeRoutes,
  ...paymentRuleRoutes,
  ...paymentRunRoutes,
  ...bankStatementRoutes,
  ...agreementRoutes,
  ...agreementTextRoutes,
  ...proposalRoutes,
  ...inspectionRoutes,
  ...importRoutes,
  ...quarantineRoutes,
  ...senderRoutes,
  ...exportRoutes,
  ...bulkAgreementRoutes,
  ...cutOverRoutes,
  ...claimRoutes,
  ...claimRuleRoutes,
  ...claimIntakeRoutes,
  ...claimMessageRoutes,
  ...ledgerRoutes,
  ...confirmationRoutes,
  ...deductionRoutes,
  ...fundRoutes,
  ...adjustmentRoutes,
  ...booksCurrencyRoutes,
  ...settlementRoutes,
  ...documentRoutes,
  ...documentSettingRoutes,
  ...companyRoutes,
  ...calendarRoutes,
  ...jobRoutes,
  ...previewRoutes,
  ...signInRoutes,
  ...signOnRoutes,
  ...ssoRoutes,
  ...brandRoutes,
  ...diagnosisRoutes,
  ...sessionRoutes,
  ...factorRoutes,
  ...accountLinkRoutes,
  ...invitationRoutes,
  ...personRoutes,
  ...privacyRoutes,
  ...roleRoutes,
  ...keyRoutes,
  ...approvalRoutes,
  ...auditRoutes,
  ...homeRoutes,
  ...noticeRoutes,
  ...commentRoutes,
  ...cashFlowRoutes,
  ...sandboxRoutes,
  ...trialRoutes,
  ...searchRoutes,
  ...reportRoutes,
  ...subscriptionRoutes,
  ...viewRoutes,
  ...webhookRoutes,
  ...mailingRoutes,
  ...retentionRoutes,
  ...trustRoutes,
  ...trustPolicyRoutes,
  ...healthRoutes,
];
