import type { AccountLinkUseCases } from './routes/accountLinkRoutes.ts';
import type { AdjustmentUseCases } from './routes/adjustmentRoutes.ts';
import type { AgreementUseCases } from './routes/agreementRoutes.ts';
import type { AgreementTextUseCases } from './routes/agreementTextRoutes.ts';
import type { ApprovalUseCases } from './routes/approvalRoutes.ts';
import type { AuditUseCases } from './routes/auditRoutes.ts';
import type { BankChangeUseCases } from './routes/bankChangeRoutes.ts';
import type { BankUseCases } from './routes/bankRoutes.ts';
import type { BankStatementUseCases } from './routes/bankStatementRoutes.ts';
import type { BooksCurrencyUseCases } from './routes/booksCurrencyRoutes.ts';
import type { BrandUseCases } from './routes/brandRoutes.ts';
import type { BulkAgreementUseCases } from './routes/bulkAgreementRoutes.ts';
import type { CalendarUseCases } from './routes/calendarRoutes.ts';
import type { CashFlowUseCases } from './routes/cashFlowRoutes.ts';
import type { ClaimIntakeUseCases } from './routes/claimIntakeRoutes.ts';
import type { ClaimMessageUseCases } from './routes/claimMessageRoutes.ts';
import type { ClaimUseCases } from './routes/claimRoutes.ts';
import type { ClaimRuleUseCases } from './routes/claimRuleRoutes.ts';
import type { CommentUseCases } from './routes/commentRoutes.ts';
import type { CompanyUseCases } from './routes/companyRoutes.ts';
import type { ConfirmationUseCases } from './routes/confirmationRoutes.ts';
import type { CutOverUseCases } from './routes/cutOverRoutes.ts';
import type { DeductionUseCases } from './routes/deductionRoutes.ts';
import type { DiagnosisUseCases } from './routes/diagnosisRoutes.ts';
import type { DocumentUseCases } from './routes/documentRoutes.ts';
import type { DocumentSettingUseCases } from './routes/documentSettingRoutes.ts';
import type { EarningUseCases } from './routes/earningRoutes.ts';
import type { ExportUseCases } from './routes/exportRoutes.ts';
import type { FactorUseCases } from './routes/factorRoutes.ts';
import type { FundUseCases } from './routes/fundRoutes.ts';
import type { HealthUseCases } from './routes/healthRoutes.ts';
import type { HierarchyUseCases } from './routes/hierarchyRoutes.ts';
import type { HomeUseCases } from './routes/homeRoutes.ts';
import type { ImportUseCases } from './routes/importRoutes.ts';
import type { InspectionUseCases } from './routes/inspectionRoutes.ts';
import type { InvitationUseCases } from './routes/invitationRoutes.ts';
import type { JobUseCases } from './routes/jobRoutes.ts';
import type { KeyUseCases } from './routes/keyRoutes.ts';
import type { LedgerUseCases } from './routes/ledgerRoutes.ts';
import type { LineUseCases } from './routes/lineRoutes.ts';
import type { MailingUseCases } from './routes/mailingRoutes.ts';
import type { MasterUseCases } from './routes/masterRoutes.ts';
import type { NoticeUseCases } from './routes/noticeRoutes.ts';
import type { OwnAgreementUseCases } from './routes/ownAgreementRoutes.ts';
import type { OwnLineUseCases } from './routes/ownLineRoutes.ts';
import type { OwnPaymentUseCases } from './routes/ownPaymentRoutes.ts';
import type { PartnerUserUseCases } from './routes/partnerUserRoutes.ts';
import type { PaymentUseCases } from './routes/paymentRoutes.ts';
import type { PaymentRuleUseCases } from './routes/paymentRuleRoutes.ts';
import type { PaymentRunUseCases } from './routes/paymentRunRoutes.ts';
import type { PersonUseCases } from './routes/personRoutes.ts';
import type { PreviewUseCases } from './routes/previewRoutes.ts';
import type { PrivacyUseCases } from './routes/privacyRoutes.ts';
import type { ProposalUseCases } from './routes/proposalRoutes.ts';
import type { QuarantineUseCases } from './routes/quarantineRoutes.ts';
import type { ReportUseCases } from './routes/reportRoutes.ts';
import type { RetentionUseCases } from './routes/retentionRoutes.ts';
import type { RoleUseCases } from './routes/roleRoutes.ts';
import type { SandboxUseCases } from './routes/sandboxRoutes.ts';
import type { SearchUseCases } from './routes/searchRoutes.ts';
import type { SenderUseCases } from './routes/senderRoutes.ts';
import type { SessionUseCases } from './routes/sessionRoutes.ts';
import type { SettlementUseCases } from './routes/settlementRoutes.ts';
import type { SignInUseCases } from './routes/signInRoutes.ts';
import type { SignOnUseCases, SsoUseCases } from './routes/signOnRoutes.ts';
import type { StatementUseCases } from './routes/statementRoutes.ts';
import type { StockUseCases } from './routes/stockRoutes.ts';
import type { SubscriptionUseCases } from './routes/subscriptionRoutes.ts';
import type { TrialUseCases } from './routes/trialRoutes.ts';
import type { TrustPolicyUseCases } from './routes/trustPolicyRoutes.ts';
import type { TrustUseCases } from './routes/trustRoutes.ts';
import type { ViewUseCases } from './routes/viewRoutes.ts';
import type { WebhookUseCases } from './routes/webhookRoutes.ts';

/** What the API asks for, area by area, bound to a caller by whoever builds the server. */
export type HttpUseCases = EarningUseCases &
  StatementUseCases &
  OwnAgreementUseCases &
  OwnLineUseCases &
  OwnPaymentUseCases &
  HomeUseCases &
  NoticeUseCases &
  CommentUseCases &
  PartnerUserUseCases &
  LineUseCases &
  MasterUseCases &
  HierarchyUseCases &
  PaymentUseCases &
  StockUseCases &
  BankUseCases &
  BankChangeUseCases &
  PaymentRuleUseCases &
  PaymentRunUseCases &
  BankStatementUseCases &
  AgreementUseCases &
  AgreementTextUseCases &
  ProposalUseCases &
  BulkAgreementUseCases &
  CutOverUseCases &
  ApprovalUseCases &
  AuditUseCases &
  CashFlowUseCases &
  InspectionUseCases &
  ImportUseCases &
  QuarantineUseCases &
  SenderUseCases &
  ExportUseCases &
  ClaimUseCases &
  ClaimRuleUseCases &
  ClaimIntakeUseCases &
  ClaimMessageUseCases &
  ConfirmationUseCases &
  DeductionUseCases &
  FundUseCases &
  AdjustmentUseCases &
  BooksCurrencyUseCases &
  SettlementUseCases &
  DocumentSettingUseCases &
  DocumentUseCases &
  CalendarUseCases &
  CompanyUseCases &
  LedgerUseCases &
  JobUseCases &
  PreviewUseCases &
  SignInUseCases &
  SignOnUseCases &
  SsoUseCases &
  BrandUseCases &
  DiagnosisUseCases &
  SessionUseCases &
  FactorUseCases &
  AccountLinkUseCases &
  InvitationUseCases &
  PersonUseCases &
  RoleUseCases &
  KeyUseCases &
  SandboxUseCases &
  SearchUseCases &
  ReportUseCases &
  TrialUseCases &
  SubscriptionUseCases &
  ViewUseCases &
  WebhookUseCases &
  MailingUseCases &
  PrivacyUseCases &
  RetentionUseCases &
  TrustUseCases &
  TrustPolicyUseCases &
  HealthUseCases;
