// Made by `npm run golden` of the description of the API. Nothing here is written by hand.

export interface paths {
 "/api/v1/account/factors": {
     get: operations["showFactors"];
 };
 "/api/v1/account/passkeys": {
     post: operations["addPasskey"];
 };
 "/api/v1/account/passkeys/{id}/removal": {
     post: operations["removePasskey"];
 };
 "/api/v1/account/passkeys/options": {
     post: operations["beginPasskey"];
 };
 "/api/v1/account/password": {
     put: operations["changePassword"];
 };
 "/api/v1/account/recovery-codes": {
     post: operations["renewRecoveryCodes"];
 };
 "/api/v1/account/totp": {
     put: operations["confirmTotp"];
     post: operations["beginTotp"];
 };
 "/api/v1/account/totp/removal": {
     post: operations["removeTotp"];
 };
 "/api/v1/adjustments": {
     get: operations["listAdjustments"];
     post: operations["proposeAdjustment"];
 };
 "/api/v1/adjustments/{id}": {
     get: operations["getAdjustment"];
 };
 "/api/v1/adjustments/{id}/approval": {
     post: operations["approveAdjustment"];
 };
 "/api/v1/adjustments/{id}/rejection": {
     post: operations["rejectAdjustment"];
 };
 "/api/v1/adjustments/{id}/withdrawal": {
     post: operations["withdrawAdjustment"];
 };
 "/api/v1/adjustments/preview": {
     post: operations["previewAdjustment"];
 };
 "/api/v1/agreement-bulks": {
     get: operations["listBulks"];
     post: operations["submitBulk"];
 };
 "/api/v1/agreement-bulks/{id}": {
     get: operations["getBulk"];
 };
 "/api/v1/agreement-bulks/{id}/approvals": {
     post: operations["approveBulk"];
 };
 "/api/v1/agreement-bulks/{id}/rows": {
     get: operations["listBulkRows"];
 };
 "/api/v1/agreement-bulks/preview": {
     post: operations["previewBulk"];
 };
 "/api/v1/agreement-documents/{id}": {
     get: operations["openDocument"];
 };
 "/api/v1/agreement-templates": {
     get: operations["listTemplates"];
 };
 "/api/v1/agreement-texts/effect": {
     post: operations["tryAgreement"];
 };
 "/api/v1/agreement-texts/terms": {
     post: operations["sayAgreement"];
 };
 "/api/v1/agreements": {
     get: operations["listAgreements"];
 };
 "/api/v1/agreements/{code}": {
     get: operations["getAgreement"];
 };
 "/api/v1/agreements/{code}/acceptance": {
     post: operations["recordAcceptance"];
 };
 "/api/v1/agreements/{code}/amendments": {
     post: operations["amendAgreement"];
 };
 "/api/v1/agreements/{code}/clones": {
     post: operations["cloneAgreement"];
 };
 "/api/v1/agreements/{code}/comments": {
     post: operations["commentAgreement"];
 };
 "/api/v1/agreements/{code}/differences": {
     get: operations["compareVersions"];
 };
 "/api/v1/agreements/{code}/documents": {
     get: operations["listDocuments"];
     post: operations["attachDocument"];
 };
 "/api/v1/agreements/{code}/earnings": {
     get: operations["earningsAsOf"];
 };
 "/api/v1/agreements/{code}/history": {
     get: operations["listDeeds"];
 };
 "/api/v1/agreements/{code}/online-acceptances": {
     get: operations["listOnlineAcceptances"];
 };
 "/api/v1/agreements/{code}/qualifying": {
     get: operations["whoQualifies"];
 };
 "/api/v1/agreements/{code}/reconciliation": {
     get: operations["reconcileAgreement"];
 };
 "/api/v1/agreements/{code}/renewals": {
     post: operations["renewAgreement"];
 };
 "/api/v1/agreements/{code}/versions": {
     get: operations["listVersions"];
 };
 "/api/v1/aliases": {
     get: operations["listAliases"];
     put: operations["confirmAlias"];
 };
 "/api/v1/aliases/suggestions": {
     get: operations["suggestAliases"];
 };
 "/api/v1/approval-rules": {
     get: operations["listApprovalRules"];
     post: operations["proposeApprovalRules"];
 };
 "/api/v1/approval-rules/{version}/confirmation": {
     post: operations["confirmApprovalRules"];
 };
 "/api/v1/approval-rules/trial": {
     post: operations["tryApprovalRules"];
 };
 "/api/v1/audit": {
     get: operations["listAudit"];
 };
 "/api/v1/audit/{id}/erasure": {
     post: operations["eraseAudit"];
 };
 "/api/v1/audit/export": {
     get: operations["exportAudit"];
 };
 "/api/v1/audit/head": {
     get: operations["auditHead"];
 };
 "/api/v1/audit/package": {
     get: operations["packAudit"];
 };
 "/api/v1/audit/verification": {
     get: operations["verifyAudit"];
 };
 "/api/v1/balance-confirmations": {
     get: operations["listConfirmations"];
 };
 "/api/v1/balance-confirmations/{id}/answer": {
     post: operations["answerConfirmation"];
 };
 "/api/v1/balance-confirmations/{id}/assignment": {
     post: operations["assignConfirmation"];
 };
 "/api/v1/balance-confirmations/{id}/letter": {
     post: operations["fileConfirmation"];
 };
 "/api/v1/balance-confirmations/{id}/letters/{event}": {
     get: operations["openConfirmationLetter"];
 };
 "/api/v1/balance-confirmations/{id}/own-answer": {
     post: operations["answerOwnConfirmation"];
 };
 "/api/v1/balance-confirmations/{id}/replies": {
     post: operations["replyToConfirmation"];
 };
 "/api/v1/balance-confirmations/{id}/resolution": {
     post: operations["resolveConfirmation"];
 };
 "/api/v1/bank-account-changes": {
     get: operations["listBankAccountChanges"];
 };
 "/api/v1/bank-entries": {
     get: operations["listBankEntries"];
 };
 "/api/v1/bank-entries/{id}/assignment": {
     post: operations["assignBankEntry"];
 };
 "/api/v1/bank-entries/{id}/assignment/decision": {
     post: operations["decideBankEntry"];
 };
 "/api/v1/bank-entries/{id}/dismissal": {
     post: operations["dismissBankEntry"];
 };
 "/api/v1/bank-entries/{id}/take-back": {
     post: operations["proposeTakeBack"];
 };
 "/api/v1/bank-statements": {
     post: operations["importBankStatement"];
 };
 "/api/v1/bank-statements/table": {
     post: operations["importBankTable"];
 };
 "/api/v1/brand": {
     get: operations["getBrand"];
     put: operations["setBrand"];
 };
 "/api/v1/brand/logos": {
     post: operations["addLogo"];
 };
 "/api/v1/brand/logos/{logo}": {
     get: operations["openLogo"];
 };
 "/api/v1/calculations": {
     post: operations["requestCalculation"];
 };
 "/api/v1/calendars": {
     get: operations["listCalendars"];
 };
 "/api/v1/calendars/{code}": {
     put: operations["setCalendar"];
 };
 "/api/v1/cash-flow": {
     get: operations["cashFlow"];
 };
 "/api/v1/claim-messages": {
     get: operations["listClaimMessages"];
 };
 "/api/v1/claim-messages/{id}": {
     get: operations["getClaimMessage"];
 };
 "/api/v1/claim-messages/{id}/dismissal": {
     post: operations["dismissClaimMessage"];
 };
 "/api/v1/claim-messages/{id}/repair": {
     post: operations["repairClaimMessage"];
 };
 "/api/v1/claim-messages/claims": {
     post: operations["sendClaims"];
 };
 "/api/v1/claim-messages/claims/file": {
     post: operations["sendClaimFile"];
 };
 "/api/v1/claim-messages/claims/template": {
     get: operations["getClaimTemplate"];
 };
 "/api/v1/claim-messages/comments": {
     post: operations["sendClaimComment"];
 };
 "/api/v1/claim-messages/disputes": {
     post: operations["sendClaimDispute"];
 };
 "/api/v1/claim-messages/proofs": {
     post: operations["sendClaimProof"];
 };
 "/api/v1/claim-proofs/{id}": {
     get: operations["openClaimProof"];
 };
 "/api/v1/claim-rules": {
     post: operations["setClaimRule"];
 };
 "/api/v1/claim-rules/{company}/{currency}": {
     get: operations["getClaimRule"];
 };
 "/api/v1/claims": {
     get: operations["listClaims"];
     post: operations["submitClaims"];
 };
 "/api/v1/claims/{id}": {
     get: operations["getClaim"];
 };
 "/api/v1/claims/{id}/answer": {
     post: operations["answerClaim"];
 };
 "/api/v1/claims/{id}/comments": {
     post: operations["commentClaim"];
 };
 "/api/v1/claims/{id}/disputes": {
     post: operations["disputeClaim"];
 };
 "/api/v1/claims/{id}/disputes/assignment": {
     post: operations["assignClaimDispute"];
 };
 "/api/v1/claims/{id}/disputes/replies": {
     post: operations["replyToClaimDispute"];
 };
 "/api/v1/claims/{id}/disputes/resolution": {
     post: operations["resolveClaimDispute"];
 };
 "/api/v1/claims/{id}/events": {
     get: operations["listClaimEvents"];
 };
 "/api/v1/claims/{id}/objections": {
     post: operations["objectToClaim"];
 };
 "/api/v1/claims/{id}/proofs": {
     get: operations["listClaimProofs"];
     post: operations["proveClaim"];
 };
 "/api/v1/claims/{id}/receipts": {
     post: operations["receiveClaimMoney"];
 };
 "/api/v1/claims/{id}/receipts/return": {
     post: operations["returnClaimMoney"];
 };
 "/api/v1/claims/{id}/write-off": {
     post: operations["askClaimWriteOff"];
 };
 "/api/v1/claims/{id}/write-off/decision": {
     post: operations["decideClaimWriteOff"];
 };
 "/api/v1/claims/deadlines": {
     post: operations["passClaimDeadlines"];
 };
 "/api/v1/claims/import": {
     post: operations["importClaims"];
 };
 "/api/v1/claims/import/preview": {
     post: operations["previewClaimFile"];
 };
 "/api/v1/claims/left-out": {
     get: operations["listLeftOut"];
 };
 "/api/v1/claims/preview": {
     post: operations["previewClaims"];
 };
 "/api/v1/claims/raise": {
     post: operations["raiseClaims"];
 };
 "/api/v1/claims/raise/preview": {
     post: operations["previewRaising"];
 };
 "/api/v1/claims/unrecognised": {
     get: operations["listUnrecognisedIncome"];
 };
 "/api/v1/colleagues": {
     get: operations["listColleagues"];
 };
 "/api/v1/comments/{kind}/{place}": {
     get: operations["listComments"];
     post: operations["writeComment"];
 };
 "/api/v1/comments/{kind}/{place}/colleagues": {
     get: operations["listMentionable"];
 };
 "/api/v1/companies": {
     get: operations["listCompanies"];
     post: operations["addCompany"];
 };
 "/api/v1/companies/{code}": {
     get: operations["getCompany"];
 };
 "/api/v1/companies/{code}/business-day": {
     put: operations["moveBusinessDay"];
 };
 "/api/v1/companies/{code}/documents": {
     get: operations["getDocumentSettings"];
 };
 "/api/v1/companies/{code}/documents/party": {
     put: operations["setCompanyParty"];
 };
 "/api/v1/companies/{code}/documents/series": {
     put: operations["setDocumentSeries"];
 };
 "/api/v1/companies/{code}/name": {
     put: operations["renameCompany"];
 };
 "/api/v1/contact": {
     get: operations["getContact"];
     put: operations["setContact"];
 };
 "/api/v1/cut-overs": {
     get: operations["listCutOvers"];
     post: operations["openCutOver"];
 };
 "/api/v1/cut-overs/{code}": {
     get: operations["getCutOver"];
 };
 "/api/v1/cut-overs/{code}/comparison": {
     get: operations["compareCutOver"];
 };
 "/api/v1/cut-overs/{code}/comparison/figures": {
     get: operations["listComparedFigures"];
 };
 "/api/v1/cut-overs/{code}/loads": {
     post: operations["loadCutOver"];
 };
 "/api/v1/cut-overs/{code}/loads/preview": {
     post: operations["previewCutOverLoad"];
 };
 "/api/v1/cut-overs/{code}/signature": {
     post: operations["signCutOver"];
 };
 "/api/v1/deductions": {
     get: operations["listDeductions"];
     post: operations["registerDeduction"];
 };
 "/api/v1/deductions/{id}": {
     get: operations["getDeduction"];
 };
 "/api/v1/deductions/{id}/claim-match": {
     post: operations["matchDeductionToClaim"];
 };
 "/api/v1/deductions/{id}/denial": {
     post: operations["denyDeduction"];
 };
 "/api/v1/deductions/{id}/earning-match": {
     post: operations["matchDeductionToEarning"];
 };
 "/api/v1/deductions/{id}/settlement-match": {
     post: operations["matchDeductionToSettlement"];
 };
 "/api/v1/deductions/{id}/write-off": {
     post: operations["askDeductionWriteOff"];
 };
 "/api/v1/deductions/{id}/write-off/decision": {
     post: operations["decideDeductionWriteOff"];
 };
 "/api/v1/diagnosis": {
     get: operations["diagnose"];
 };
 "/api/v1/document-setting-changes/{id}/approval": {
     post: operations["approveDocumentSetting"];
 };
 "/api/v1/document-setting-changes/{id}/rejection": {
     post: operations["rejectDocumentSetting"];
 };
 "/api/v1/documents": {
     get: operations["listIssuedDocuments"];
 };
 "/api/v1/documents/{source}/{document}/payments": {
     get: operations["listPayments"];
 };
 "/api/v1/duties": {
     get: operations["listDuties"];
 };
 "/api/v1/earnings": {
     get: operations["listEarnings"];
 };
 "/api/v1/earnings/{id}": {
     get: operations["getEarning"];
 };
 "/api/v1/earnings/{id}/explanation": {
     get: operations["explainEarning"];
 };
 "/api/v1/earnings/{id}/proof": {
     get: operations["getEarningProof"];
 };
 "/api/v1/exports/accruals": {
     get: operations["exportAccruals"];
 };
 "/api/v1/exports/ledger": {
     get: operations["exportLedger"];
 };
 "/api/v1/exports/lines": {
     get: operations["exportLines"];
 };
 "/api/v1/exports/lines/manifest": {
     get: operations["sealExport"];
 };
 "/api/v1/files/inspection": {
     post: operations["inspectFile"];
 };
 "/api/v1/fund-activities/{id}/claims": {
     post: operations["claimActivity"];
 };
 "/api/v1/fund-activities/{id}/claims/{event}/proof": {
     get: operations["openFundProof"];
 };
 "/api/v1/fund-activities/{id}/closing": {
     post: operations["closeActivity"];
 };
 "/api/v1/fund-activities/{id}/decision": {
     post: operations["decideActivity"];
 };
 "/api/v1/fund-activities/{id}/settlements": {
     post: operations["settleActivity"];
 };
 "/api/v1/funds": {
     get: operations["listFunds"];
     post: operations["openFund"];
 };
 "/api/v1/funds/{code}": {
     get: operations["getFund"];
 };
 "/api/v1/funds/{code}/activities": {
     post: operations["requestActivity"];
 };
 "/api/v1/funds/expiry": {
     post: operations["expireActivities"];
 };
 "/api/v1/health": {
     get: operations["health"];
 };
 "/api/v1/hierarchies": {
     get: operations["listHierarchy"];
 };
 "/api/v1/hierarchies/attributes": {
     post: operations["sayAttribute"];
 };
 "/api/v1/hierarchies/node": {
     get: operations["showHierarchyNode"];
 };
 "/api/v1/home": {
     get: operations["showHome"];
 };
 "/api/v1/home/first-steps": {
     get: operations["firstSteps"];
 };
 "/api/v1/imports": {
     get: operations["listImports"];
     post: operations["importFile"];
 };
 "/api/v1/imports/{id}": {
     get: operations["getImport"];
 };
 "/api/v1/imports/{id}/dismissals": {
     post: operations["dismissRows"];
 };
 "/api/v1/imports/{id}/failed-rows": {
     get: operations["exportFailedRows"];
 };
 "/api/v1/imports/{id}/repairs": {
     post: operations["repairRows"];
 };
 "/api/v1/imports/{id}/undo": {
     post: operations["undoImport"];
 };
 "/api/v1/imports/{id}/undo/preview": {
     post: operations["previewUndo"];
 };
 "/api/v1/imports/preview": {
     post: operations["previewImport"];
 };
 "/api/v1/imports/under-way": {
     get: operations["listImportsUnderWay"];
 };
 "/api/v1/invitation": {
     post: operations["showInvitation"];
 };
 "/api/v1/invitation/acceptance": {
     post: operations["acceptInvitation"];
 };
 "/api/v1/invitations": {
     get: operations["listInvitations"];
     post: operations["inviteMember"];
 };
 "/api/v1/invitations/{id}": {
     delete: operations["revokeInvitation"];
 };
 "/api/v1/invitations/{id}/mail": {
     post: operations["inviteAgain"];
 };
 "/api/v1/jobs": {
     get: operations["listJobs"];
 };
 "/api/v1/jobs/{id}": {
     get: operations["getJob"];
 };
 "/api/v1/jobs/{id}/cancel": {
     post: operations["cancelJob"];
 };
 "/api/v1/jobs/{id}/retry": {
     post: operations["retryJob"];
 };
 "/api/v1/keys": {
     get: operations["listKeys"];
     post: operations["issueKey"];
 };
 "/api/v1/keys/{id}": {
     delete: operations["revokeKey"];
 };
 "/api/v1/ledger/account-rules": {
     get: operations["getAccountRules"];
     put: operations["setAccountRules"];
 };
 "/api/v1/ledger/balances": {
     get: operations["listBalances"];
 };
 "/api/v1/ledger/currency": {
     get: operations["getBooksCurrency"];
     put: operations["setBooksCurrency"];
 };
 "/api/v1/ledger/months": {
     get: operations["listMonths"];
 };
 "/api/v1/ledger/months/approve-reopening": {
     post: operations["approveReopening"];
 };
 "/api/v1/ledger/months/close": {
     post: operations["closeMonth"];
 };
 "/api/v1/ledger/months/next": {
     get: operations["getNextMonth"];
 };
 "/api/v1/ledger/months/propose-reopening": {
     post: operations["proposeReopening"];
 };
 "/api/v1/ledger/roll-forward": {
     get: operations["rollForward"];
 };
 "/api/v1/ledger/transfers": {
     get: operations["listTransfers"];
 };
 "/api/v1/ledger/valuations": {
     post: operations["valueBooks"];
 };
 "/api/v1/lines": {
     get: operations["listLines"];
     post: operations["importLines"];
 };
 "/api/v1/lines/{source}/{document}/{line}": {
     get: operations["explainLine"];
 };
 "/api/v1/lines/{source}/{document}/{line}/revisions": {
     get: operations["listRevisions"];
 };
 "/api/v1/lines/newest-year": {
     get: operations["newestLineYear"];
 };
 "/api/v1/mailing": {
     get: operations["getMailing"];
     put: operations["setMailing"];
 };
 "/api/v1/mappings": {
     get: operations["listMappings"];
     post: operations["saveMapping"];
 };
 "/api/v1/mappings/{name}": {
     get: operations["getMapping"];
 };
 "/api/v1/master-data": {
     get: operations["listMasterData"];
 };
 "/api/v1/master-data/{kind}/{code}/versions": {
     get: operations["listMasterVersions"];
 };
 "/api/v1/master-data/bulk": {
     post: operations["writeMasterData"];
 };
 "/api/v1/master-data/files": {
     post: operations["importMasterFile"];
 };
 "/api/v1/master-data/files/preview": {
     post: operations["previewMasterFile"];
 };
 "/api/v1/me": {
     get: operations["whoAmI"];
 };
 "/api/v1/notices": {
     get: operations["listNotices"];
 };
 "/api/v1/notices/{id}/read": {
     put: operations["markNotice"];
 };
 "/api/v1/notices/choices": {
     get: operations["showNoticeChoices"];
     put: operations["setNoticeChoices"];
 };
 "/api/v1/notices/read": {
     post: operations["markAllNotices"];
 };
 "/api/v1/notices/stop": {
     post: operations["stopMails"];
 };
 "/api/v1/openapi.json": {
     get: operations["openApi"];
 };
 "/api/v1/partners/{code}/balance-confirmations": {
     post: operations["sendConfirmation"];
 };
 "/api/v1/partners/{code}/bank-account": {
     get: operations["getBankAccount"];
     put: operations["setBankAccount"];
 };
 "/api/v1/partners/{code}/bank-account/changes/{batch}/decision": {
     post: operations["decideBankAccount"];
 };
 "/api/v1/partners/{code}/bank-account/reveal": {
     post: operations["revealBankAccount"];
 };
 "/api/v1/partners/{code}/statement": {
     get: operations["partnerStatement"];
 };
 "/api/v1/partners/{code}/statement/file": {
     get: operations["partnerStatementFile"];
 };
 "/api/v1/password-reset": {
     put: operations["resetPassword"];
     post: operations["askPasswordReset"];
 };
 "/api/v1/payables": {
     get: operations["listPayables"];
 };
 "/api/v1/paying-accounts": {
     get: operations["listPayingAccounts"];
     put: operations["setPayingAccount"];
 };
 "/api/v1/payment-items/search": {
     post: operations["listPaymentItems"];
 };
 "/api/v1/payment-rules": {
     get: operations["listPaymentRules"];
     post: operations["proposePaymentRules"];
 };
 "/api/v1/payment-rules/{version}/confirmation": {
     post: operations["confirmPaymentRules"];
 };
 "/api/v1/payment-runs": {
     get: operations["listPaymentRuns"];
     post: operations["proposePaymentRun"];
 };
 "/api/v1/payment-runs/{id}": {
     get: operations["getPaymentRun"];
 };
 "/api/v1/payment-runs/{id}/approval": {
     post: operations["approvePaymentRun"];
 };
 "/api/v1/payment-runs/{id}/file": {
     get: operations["getPaymentFile"];
 };
 "/api/v1/payment-runs/{id}/sending": {
     post: operations["sendPaymentRun"];
 };
 "/api/v1/payment-runs/{id}/withdrawal": {
     post: operations["withdrawPaymentRun"];
 };
 "/api/v1/payment-runs/preview": {
     post: operations["previewPaymentRun"];
 };
 "/api/v1/payment-status": {
     post: operations["importPaymentStatus"];
 };
 "/api/v1/payments/{id}/remittance-advice": {
     get: operations["getRemittanceAdvice"];
 };
 "/api/v1/payments/{id}/resolution": {
     post: operations["resolvePayment"];
 };
 "/api/v1/payments/bulk": {
     post: operations["writePayments"];
 };
 "/api/v1/persons": {
     get: operations["listPersons"];
     post: operations["createPerson"];
 };
 "/api/v1/persons/{id}": {
     get: operations["getPerson"];
     put: operations["changePerson"];
 };
 "/api/v1/persons/{id}/erasure": {
     post: operations["erasePerson"];
 };
 "/api/v1/persons/{id}/personal-data": {
     get: operations["exportPerson"];
 };
 "/api/v1/persons/{id}/roles": {
     get: operations["getPersonRoles"];
     put: operations["setPersonRoles"];
 };
 "/api/v1/persons/bulk": {
     post: operations["createPersons"];
 };
 "/api/v1/portal/agreements": {
     get: operations["listOwnAgreements"];
 };
 "/api/v1/portal/agreements/{code}": {
     get: operations["readOwnAgreement"];
 };
 "/api/v1/portal/agreements/{code}/acceptance": {
     post: operations["acceptOwnAgreement"];
 };
 "/api/v1/portal/companies": {
     get: operations["listOwnCompanies"];
 };
 "/api/v1/portal/lines": {
     get: operations["listOwnLines"];
 };
 "/api/v1/portal/payments": {
     get: operations["listOwnPayments"];
 };
 "/api/v1/portal/payments/{id}": {
     get: operations["readOwnPayment"];
 };
 "/api/v1/portal/payments/{id}/remittance-advice": {
     get: operations["getOwnRemittanceAdvice"];
 };
 "/api/v1/portal/users": {
     get: operations["listPartnerUsers"];
 };
 "/api/v1/portal/users/{id}": {
     put: operations["changePartnerUser"];
 };
 "/api/v1/portal/users/invitations": {
     post: operations["invitePartnerUser"];
 };
 "/api/v1/previews": {
     get: operations["listPreviews"];
     post: operations["requestPreview"];
 };
 "/api/v1/previews/{id}": {
     get: operations["getPreview"];
 };
 "/api/v1/previews/{id}/rows": {
     get: operations["listPreviewRows"];
 };
 "/api/v1/proposals": {
     get: operations["listProposals"];
     post: operations["draftAgreement"];
 };
 "/api/v1/proposals/{id}": {
     get: operations["getProposal"];
 };
 "/api/v1/proposals/{id}/approvals": {
     post: operations["approveProposal"];
 };
 "/api/v1/proposals/{id}/previews": {
     post: operations["requestProposalPreview"];
 };
 "/api/v1/proposals/{id}/recall": {
     post: operations["recallProposal"];
 };
 "/api/v1/proposals/{id}/rejections": {
     post: operations["rejectProposal"];
 };
 "/api/v1/proposals/{id}/submissions": {
     post: operations["submitProposal"];
 };
 "/api/v1/proposals/{id}/text": {
     put: operations["saveDraft"];
 };
 "/api/v1/proposals/{id}/withdrawal": {
     post: operations["withdrawProposal"];
 };
 "/api/v1/quarantine": {
     get: operations["listQuarantine"];
 };
 "/api/v1/quarantine/replay": {
     post: operations["replayQuarantine"];
 };
 "/api/v1/reports": {
     get: operations["listReports"];
 };
 "/api/v1/reports/file": {
     get: operations["reportFile"];
 };
 "/api/v1/reports/subscriptions": {
     get: operations["listSubscriptions"];
     post: operations["subscribeReport"];
 };
 "/api/v1/reports/subscriptions/{id}": {
     delete: operations["endSubscription"];
 };
 "/api/v1/reports/table": {
     get: operations["makeReport"];
 };
 "/api/v1/retention": {
     get: operations["getRetention"];
     put: operations["setRetention"];
 };
 "/api/v1/roles": {
     get: operations["listRoles"];
 };
 "/api/v1/sandboxes": {
     post: operations["createSandbox"];
 };
 "/api/v1/search": {
     get: operations["findThings"];
 };
 "/api/v1/services": {
     get: operations["listServices"];
     post: operations["createService"];
 };
 "/api/v1/session": {
     get: operations["showSession"];
     delete: operations["signOut"];
 };
 "/api/v1/session/tenant": {
     put: operations["switchTenant"];
 };
 "/api/v1/sessions": {
     get: operations["listSessions"];
     delete: operations["endOtherSessions"];
 };
 "/api/v1/sessions/{id}": {
     delete: operations["endSession"];
 };
 "/api/v1/settlements": {
     get: operations["listSettlements"];
     post: operations["proposeSettlement"];
 };
 "/api/v1/settlements/{id}": {
     get: operations["getSettlement"];
 };
 "/api/v1/settlements/{id}/approvals": {
     post: operations["approveSettlement"];
 };
 "/api/v1/settlements/{id}/cancellation": {
     post: operations["cancelSettlement"];
 };
 "/api/v1/settlements/{id}/document": {
     get: operations["getIssuedDocument"];
 };
 "/api/v1/settlements/{id}/issue": {
     post: operations["issueSettlement"];
 };
 "/api/v1/settlements/{id}/lines/{line}": {
     get: operations["explainSettlementLine"];
 };
 "/api/v1/settlements/{id}/number": {
     post: operations["numberSettlement"];
 };
 "/api/v1/settlements/{id}/rejection": {
     post: operations["rejectSettlement"];
 };
 "/api/v1/settlements/advances": {
     post: operations["proposeAdvance"];
 };
 "/api/v1/settlements/preview": {
     post: operations["previewSettlement"];
 };
 "/api/v1/sign-in": {
     post: operations["signIn"];
 };
 "/api/v1/sign-in-policy": {
     get: operations["getSignInPolicy"];
     put: operations["setSignInPolicy"];
 };
 "/api/v1/sign-in/code": {
     post: operations["signInByCode"];
 };
 "/api/v1/sign-in/passkey": {
     post: operations["signInByPasskey"];
 };
 "/api/v1/sign-in/passkey/options": {
     post: operations["askPasskey"];
 };
 "/api/v1/sign-in/sso": {
     post: operations["finishSignOn"];
 };
 "/api/v1/sign-in/sso/address": {
     post: operations["beginSignOn"];
 };
 "/api/v1/sso-provider": {
     get: operations["getSsoProvider"];
     put: operations["setSsoProvider"];
 };
 "/api/v1/stock": {
     get: operations["listStock"];
 };
 "/api/v1/stock/bulk": {
     post: operations["writeStock"];
 };
 "/api/v1/trial": {
     get: operations["showTrial"];
 };
 "/api/v1/trial/companies": {
     post: operations["beginOwnCompany"];
 };
 "/api/v1/trial/reset": {
     post: operations["resetSandbox"];
 };
 "/api/v1/trial/sessions": {
     post: operations["enterSandbox"];
 };
 "/api/v1/trust": {
     get: operations["getTrust"];
 };
 "/api/v1/trust/about": {
     get: operations["listTrustCasesAbout"];
 };
 "/api/v1/trust/back-tests": {
     post: operations["startBackTest"];
 };
 "/api/v1/trust/back-tests/{id}": {
     get: operations["getBackTest"];
 };
 "/api/v1/trust/cases": {
     get: operations["listTrustCases"];
 };
 "/api/v1/trust/cases/{id}": {
     get: operations["getTrustCase"];
 };
 "/api/v1/trust/cases/{id}/assignment": {
     post: operations["assignTrustCase"];
 };
 "/api/v1/trust/cases/{id}/comments": {
     post: operations["commentTrustCase"];
 };
 "/api/v1/trust/cases/{id}/decision": {
     post: operations["decideTrustCase"];
 };
 "/api/v1/trust/cases/{id}/hold": {
     post: operations["holdTrustCase"];
 };
 "/api/v1/trust/cases/{id}/release": {
     post: operations["releaseTrustCase"];
 };
 "/api/v1/trust/detectors": {
     get: operations["listDetectors"];
 };
 "/api/v1/trust/parameters": {
     post: operations["tuneDetector"];
 };
 "/api/v1/trust/policy": {
     get: operations["getTrustPolicy"];
     put: operations["setTrustPolicy"];
 };
 "/api/v1/trust/scans": {
     post: operations["startTrustScan"];
 };
 "/api/v1/trust/workers": {
     get: operations["listCaseWorkers"];
 };
 "/api/v1/views": {
     get: operations["listViews"];
     post: operations["saveView"];
 };
 "/api/v1/views/{id}": {
     put: operations["changeView"];
     delete: operations["forgetView"];
 };
 "/api/v1/webhooks": {
     get: operations["listWebhooks"];
     post: operations["createWebhook"];
 };
 "/api/v1/webhooks/{id}": {
     get: operations["getWebhook"];
     put: operations["changeWebhook"];
     delete: operations["endWebhook"];
 };
 "/api/v1/webhooks/{id}/deliveries": {
     get: operations["listWebhookDeliveries"];
 };
 "/api/v1/webhooks/{id}/deliveries/{event}": {
     get: operations["getWebhookDelivery"];
 };
 "/api/v1/webhooks/{id}/deliveries/{event}/replays": {
     post: operations["sendWebhookAgain"];
 };
 "/api/v1/webhooks/{id}/replays": {
     post: operations["sendWebhooksAgain"];
 };
 "/api/v1/webhooks/{id}/secrets": {
     post: operations["rotateWebhookSecret"];
 };
 "/api/v1/webhooks/{id}/tests": {
     post: operations["testWebhook"];
 };
 "/api/v1/welcome": {
     get: operations["showWelcome"];
 };
 "/api/v1/welcome/logo": {
     get: operations["openWelcomeLogo"];
 };
 "/healthz": {
     get: operations["healthz"];
 };
 "/readyz": {
     get: operations["readyz"];
 };
}
export type webhooks = Record<string, never>;
export interface components {
 schemas: {
     Clause: {
         kind: "heading" | "sentence";
         parts: components["schemas"]["Clause"][];
         text: string;
     };
     Earning: {
         adjusted: string;
         adjustments: {
             amount: string;
             countsFrom: string;
             expiresOn: string | null;
             isWithdrawal: boolean;
             kind: "goodwill" | "correction" | "external" | "lumpSum";
             wording: string | null;
         }[] | null;
         agreement: string;
         agreementName: {
             en: string;
             "zh-CN": string;
         };
         amount: string;
         blockedLines: number;
         currency: string;
         direction: "customerRebate" | "supplierRebate" | "neither";
         id: string;
         own?: {
             isOver: boolean;
             isWithheld: boolean;
             paid: string;
             settled: string;
         };
         partner: string;
         partnerName: string;
         progress: components["schemas"]["Progress"];
         run: {
             batch: number;
             calculation: string;
             effective: string;
             number: number;
         };
         term: string;
         tier: number;
         window: {
             firstDay: string;
             lastDay: string;
         };
     };
     EarningList: {
         asOf: {
             batch: number;
             effective: string;
             knownOn: string;
         };
         due: number | null;
         next: string | null;
         rows: components["schemas"]["Earning"][];
         total: number;
         totals: {
             amount: string;
             currency: string;
             direction: "customerRebate" | "supplierRebate" | "neither";
             own?: {
                 paid: string;
                 settled: string;
             };
             rows: number;
         }[];
     };
     Explanation: {
         agreement: {
             code: string;
             name: {
                 en: string;
                 "zh-CN": string;
             };
             version: number;
         };
         bookings: {
             bookedAt: string;
             causes: {
                 cause: "engine" | "terms" | "masterData" | "units" | "exchangeRates" | "onTimeLines" | "lateLines" | "corrections" | "returns" | "adjustments" | "estimate";
                 delta: string;
                 text: string;
             }[];
             delta: string;
             effective: string;
             number: number;
             run: number;
         }[];
         earning: components["schemas"]["Earning"];
         explanation: components["schemas"]["ExplanationStep"];
         id: string;
         language: "en" | "zh-CN";
         lines: {
             corrects?: {
                 document: string;
                 line: string;
             }[];
             document: string;
             line: string;
             payout: string;
             placedOn: string;
             product: string;
             productName: string;
             qualifier: string;
             share?: string;
             source: string;
         }[];
         linesTotal: number;
         opening?: {
             earned: string;
             openClaims: string;
             paid: string;
             recognised: string;
             settled: string;
         };
         term: {
             id: string;
             words?: string;
         };
     };
     ExplanationStep: {
         kind: "earning" | "qualifier" | "payout" | "baseline" | "takenOverTotals" | "takenOverAmount" | "growth" | "growthDifference" | "growthWithoutBaseline" | "baselineDefault" | "extra" | "tierReached" | "tierNone" | "tierRate" | "tierRateFree" | "defaultTier" | "negativeWindow" | "nextTier" | "lastTier" | "wholePercent" | "wholePerUnit" | "marginal" | "marginalBandPercent" | "marginalBandPerUnit" | "marginalAverage" | "marginalSequence" | "growthMarginal" | "aboveThreshold" | "rolling" | "total" | "parts" | "tierPercent" | "tierPerUnit" | "tierLumpSum" | "increment" | "measureCapped" | "lumpSum" | "freeGoods" | "fixed" | "paysNothing" | "payoutPart" | "gatesOpen" | "gatesClosed" | "gateMet" | "gateMissed" | "gateMissedBy" | "gateOfNothing" | "unitRateRounded" | "amountCapped" | "belowMinimum" | "floorApplied" | "forfeited" | "returnedAtOriginalRate" | "limitShared" | "sharedCap" | "guaranteeTopUp" | "guaranteeRecovered" | "exclusiveLost" | "nettedOff" | "groupShare" | "groupAtLeaving" | "groupIndividual" | "groupForfeited" | "groupKeeps" | "groupKept" | "rounding" | "lessEarlierWindows" | "incomplete" | "adjusted" | "adjustment" | "adjustmentWithdrawn";
         operands: {
             [key: string]: {
                 currency: string;
                 kind: "money";
                 value: string;
             } | {
                 kind: "number";
                 unit?: string;
                 value: string;
             } | {
                 kind: "percent";
                 value: string;
             } | {
                 kind: "count";
                 value: number;
             } | {
                 firstDay: string;
                 kind: "window";
                 lastDay: string;
             } | {
                 kind: "date";
                 value: string;
             } | {
                 kind: "text";
                 value: string;
             } | {
                 kind: "word";
                 word: string;
             };
         };
         steps: components["schemas"]["ExplanationStep"][];
         text: string;
     };
     LineExplanation: {
         document: string;
         language: "en" | "zh-CN";
         line: string;
         revision: number;
         source: string;
         terms: {
             agreement: string;
             agreementName: {
                 en: string;
                 "zh-CN": string;
             };
             change?: {
                 facts: {
                     [key: string]: string;
                 };
                 kind: "notOurDocument" | "side" | "company" | "dateGiven" | "dayFrom" | "dayUntil" | "effectiveDay" | "paid" | "paidBy" | "submitted" | "submittedBy" | "oneOf" | "noneOf" | "under" | "notUnder" | "oneCorrection" | "originalKnown" | "originalNamed" | "unit" | "unitFactor" | "currency" | "exchangeRate" | "masterValue" | "rateValue" | "fieldGiven" | "priceGiven" | "quantityGiven" | "linesGiven" | "totalSplit";
                 text: string;
             };
             facts: {
                 [key: string]: string;
             };
             reason?: "ownRebateDocument" | "otherSide" | "otherCompany" | "dateMissing" | "outsideWindows" | "afterEffectiveDay" | "notPaid" | "paidLate" | "notSubmitted" | "submittedLate" | "notParticipant" | "conditionNotMet" | "exclusionMet" | "correctionContradicted" | "returnOriginalUnknown" | "returnWithoutOriginal" | "totalTooCoarse" | "totalCut" | "noUnitPath" | "unitFactorInvalid" | "noExchangeRate" | "exchangeRateInvalid" | "measureMissing" | "priceMissing" | "priceInvalid" | "quantityZero";
             state: "counted" | "excluded" | "blocked";
             term: string;
             text: string;
         }[];
     };
     PreviewEffect: {
         batch: number;
         effective: string;
         empty: number;
         isNow: boolean;
         isSame: boolean;
         months: {
             after: string;
             before: string;
             currency: string;
             difference: string;
             direction: "customerRebate" | "supplierRebate" | "neither";
             month: string;
         }[];
         name: {
             en: string;
             "zh-CN": string;
         };
         partners: {
             after: string;
             before: string;
             currency: string;
             difference: string;
             direction: "customerRebate" | "supplierRebate" | "neither";
             partner: string;
             partnerName: string;
         }[];
         rows: number;
         totals: {
             after: string;
             before: string;
             currency: string;
             difference: string;
             direction: "customerRebate" | "supplierRebate" | "neither";
         }[];
         version: number | null;
     };
     Problem: {
         at: string;
         code: string;
         detail?: string;
         errors: {
             at: string;
             code: string;
             detail: string;
             facts: {
                 [key: string]: string;
             };
             texts: {
                 en: {
                     detail: string;
                     title: string;
                 };
                 "zh-CN": {
                     detail: string;
                     title: string;
                 };
             };
             title: string;
         }[];
         requestId?: string;
         status: number;
         title: string;
         type: string;
     };
     Progress: {
         baseline?: string;
         boundary: "atLeast" | "moreThan";
         formula: "wholeVolume" | "marginal" | "rolling" | "total" | "growthWhole" | "growthIncrement" | "growthMarginal" | "lumpSum" | "mixShare" | "weightedMarginal" | "defaultTier" | "aboveThreshold" | "cappedMeasure" | "aboveBase" | "freeGoods" | "fixed";
         missing?: string;
         missingScale: {
             of: "money";
         } | {
             of: "percent";
         } | {
             of: "quantity";
             unit: string;
         };
         payouts: {
             payout: string;
             scale: {
                 of: "money";
             } | {
                 of: "percent";
             } | {
                 of: "quantity";
                 unit: string;
             };
             value: string;
         }[];
         qualifier: string;
         scale: {
             of: "money";
         } | {
             of: "percent";
         } | {
             of: "quantity";
             unit: string;
         };
         tiers: {
             from: string;
             rates: {
                 give?: string;
                 payout: string;
                 pays: "percent" | "perUnit" | "amount" | "free";
                 per?: string;
                 rate: string;
             }[];
             words?: string;
         }[];
         volume: string;
         worth?: string;
     };
     ProposalView: {
         agreement: string;
         baseVersion: number;
         id: string;
         kind: "new" | "clone" | "renewal" | "version" | "supplement" | "termination";
         madeFrom: {
             agreement: string;
             version: number;
         } | null;
         number: number;
         revision: number;
         revisions: {
             at: string;
             author: string;
             revision: number;
             sha256: string;
         }[];
         sha256: string;
         state: "draft" | "inReview" | "approved" | "withdrawn";
         submission: number;
         submitted: {
             at: string;
             authors: string[];
             levels: {
                 approvedBy: string | null;
                 at: string | null;
                 id: string;
                 name: {
                     en: string;
                     "zh-CN": string;
                 };
             }[];
             revision: number;
             rulesVersion: number;
             submission: number;
             value: {
                 amount: string;
                 currency: string;
                 of: "expected" | "capped";
             };
         } | null;
         text: {
             [key: string]: unknown;
         };
         version: number | null;
     };
     QualifyingList: {
         agreement: string;
         effective: string;
         rows: {
             amount: string;
             by: string;
             currency: string;
             gap: {
                 missing: string;
                 text: string;
                 tier: number;
                 unit: string | null;
                 worth: string | null;
             } | null;
             partner: string;
             partnerName: string;
             reasons: {
                 code: string;
                 line: {
                     document: string;
                     line: string;
                     source: string;
                 } | null;
                 lines: number;
                 of: "step" | "lines" | "notice";
                 text: string;
             }[];
             state: "eligible" | "notYet" | "notEnrolled" | "blocked" | "deadlineMissed";
             stateText: string;
             term: string;
             tier: number;
             window: {
                 firstDay: string;
                 lastDay: string;
             };
         }[];
     };
     SaidAgreement: {
         findings: {
             at: string;
             code: string;
             severity: "warning" | "notice";
             text: string;
         }[];
         refusals: {
             at: string;
             code: string;
             detail: string;
             facts: {
                 [key: string]: string;
             };
             texts: {
                 en: {
                     detail: string;
                     title: string;
                 };
                 "zh-CN": {
                     detail: string;
                     title: string;
                 };
             };
             title: string;
         }[];
         terms: components["schemas"]["Clause"] | null;
     };
     SettlementLineExplanation: {
         asOf: string;
         batch: number;
         explanation: components["schemas"]["ExplanationStep"];
         lines: {
             document: string;
             line: string;
             share: string | null;
             source: string;
             taxRate: string | null;
         }[];
     };
     Statement: {
         batch: number;
         company: string;
         currencies: {
             closing: string;
             currency: string;
             entries: {
                 agreement: string | null;
                 amount: string;
                 bookedOn: string;
                 event: string;
                 firstDay: string | null;
                 lastDay: string | null;
                 origin: {
                     id: string;
                     kind: string;
                 };
                 reference: string | null;
                 term: string | null;
             }[];
             opening: string;
         }[];
         earnings: {
             agreement: string;
             currency: string;
             earned: string;
             explanation: components["schemas"]["ExplanationStep"];
             firstDay: string;
             id: string;
             lastDay: string;
             lines: {
                 document: string;
                 line: string;
                 product: string;
                 share: string;
                 source: string;
             }[];
             term: string;
         }[];
         from: string;
         partner: string;
         unexplained: number;
         until: string;
     };
     TriedAgreement: {
         caught: {
             lines: number;
             missed: {
                 lines: number;
                 reason: string;
                 state: "excluded" | "blocked";
                 text: string;
             }[];
             partners: number;
             products: number;
             seen: number;
         };
         effect: components["schemas"]["PreviewEffect"] | null;
     };
 };
 responses: {
     Refused: {
         content: {
             "application/problem+json": components["schemas"]["Problem"];
         };
     };
 };
 parameters: never;
 requestBodies: never;
 headers: never;
 pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
 showFactors: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     hasTotp: boolean;
                     passkeys: {
                         id: string;
                         madeAt: string;
                         name: string;
                         usedAt: string | null;
                     }[];
                     recoveryCodes: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 addPasskey: {
     requestBody: {
         content: {
             "application/json": {
                 flow: string;
                 name: string;
                 response: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     recoveryCodes: string[] | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 removePasskey: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 present: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 beginPasskey: {
     requestBody: {
         content: {
             "application/json": {
                 present: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     flow: string;
                     options: {
                         [key: string]: unknown;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 changePassword: {
     requestBody: {
         content: {
             "application/json": {
                 password: string;
                 present: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 renewRecoveryCodes: {
     requestBody: {
         content: {
             "application/json": {
                 present: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     recoveryCodes: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 confirmTotp: {
     requestBody: {
         content: {
             "application/json": {
                 code: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     recoveryCodes: string[] | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 beginTotp: {
     requestBody: {
         content: {
             "application/json": {
                 present: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     address: string;
                     key: string;
                     square: {
                         path: string;
                         size: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 removeTotp: {
     requestBody: {
         content: {
             "application/json": {
                 present: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 listAdjustments: {
     parameters: {
         query?: {
             agreement?: string;
             cursor?: string;
             limit?: string;
             partner?: string;
             state?: "proposed" | "approved" | "rejected";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         amount: string;
                         author: string;
                         batch: number | null;
                         currency: string;
                         decidedAt: string | null;
                         decidedBy: string | null;
                         decisionReason: string | null;
                         document: string;
                         expiresOn: string | null;
                         id: string;
                         kind: "goodwill" | "correction" | "external" | "lumpSum";
                         partner: string;
                         parts: {
                             amount: string;
                             countsFrom: string;
                             window: {
                                 firstDay: string;
                                 lastDay: string;
                             };
                         }[];
                         proposedAt: string;
                         reason: string;
                         state: "proposed" | "approved" | "rejected";
                         term: string;
                         withdraws: string | null;
                         wording: string | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeAdjustment: {
     requestBody: {
         content: {
             "application/json": {
                 agreement: string;
                 document: string;
                 expiresOn?: string;
                 kind: "goodwill" | "correction" | "external" | "lumpSum";
                 partner: string;
                 parts: {
                     amount: string;
                     countsFrom: string;
                     firstDay: string;
                 }[];
                 reason: string;
                 term: string;
                 wording?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     amount: string;
                     author: string;
                     batch: number | null;
                     currency: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     decisionReason: string | null;
                     document: string;
                     expiresOn: string | null;
                     id: string;
                     kind: "goodwill" | "correction" | "external" | "lumpSum";
                     partner: string;
                     parts: {
                         amount: string;
                         countsFrom: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     proposedAt: string;
                     reason: string;
                     state: "proposed" | "approved" | "rejected";
                     term: string;
                     withdraws: string | null;
                     wording: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getAdjustment: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     amount: string;
                     author: string;
                     batch: number | null;
                     currency: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     decisionReason: string | null;
                     document: string;
                     expiresOn: string | null;
                     id: string;
                     kind: "goodwill" | "correction" | "external" | "lumpSum";
                     partner: string;
                     parts: {
                         amount: string;
                         countsFrom: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     proposedAt: string;
                     reason: string;
                     state: "proposed" | "approved" | "rejected";
                     term: string;
                     withdraws: string | null;
                     wording: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveAdjustment: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     amount: string;
                     author: string;
                     batch: number | null;
                     currency: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     decisionReason: string | null;
                     document: string;
                     expiresOn: string | null;
                     id: string;
                     kind: "goodwill" | "correction" | "external" | "lumpSum";
                     partner: string;
                     parts: {
                         amount: string;
                         countsFrom: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     proposedAt: string;
                     reason: string;
                     state: "proposed" | "approved" | "rejected";
                     term: string;
                     withdraws: string | null;
                     wording: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 rejectAdjustment: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     amount: string;
                     author: string;
                     batch: number | null;
                     currency: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     decisionReason: string | null;
                     document: string;
                     expiresOn: string | null;
                     id: string;
                     kind: "goodwill" | "correction" | "external" | "lumpSum";
                     partner: string;
                     parts: {
                         amount: string;
                         countsFrom: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     proposedAt: string;
                     reason: string;
                     state: "proposed" | "approved" | "rejected";
                     term: string;
                     withdraws: string | null;
                     wording: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 withdrawAdjustment: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     amount: string;
                     author: string;
                     batch: number | null;
                     currency: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     decisionReason: string | null;
                     document: string;
                     expiresOn: string | null;
                     id: string;
                     kind: "goodwill" | "correction" | "external" | "lumpSum";
                     partner: string;
                     parts: {
                         amount: string;
                         countsFrom: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     proposedAt: string;
                     reason: string;
                     state: "proposed" | "approved" | "rejected";
                     term: string;
                     withdraws: string | null;
                     wording: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewAdjustment: {
     requestBody: {
         content: {
             "application/json": {
                 agreement: string;
                 document: string;
                 expiresOn?: string;
                 kind: "goodwill" | "correction" | "external" | "lumpSum";
                 partner: string;
                 parts: {
                     amount: string;
                     countsFrom: string;
                     firstDay: string;
                 }[];
                 reason: string;
                 term: string;
                 wording?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     accounts: {
                         currency: string;
                         earned: {
                             after: string;
                             before: string;
                         };
                         partner: string;
                         recognised: {
                             after: string;
                             before: string;
                         };
                         term: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     adjustment: {
                         amount: string;
                         currency: string;
                         parts: {
                             amount: string;
                             countsFrom: string;
                             window: {
                                 firstDay: string;
                                 lastDay: string;
                             };
                         }[];
                     };
                     batch: number;
                     effective: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listBulks: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         id: string;
                         name: string;
                         rows: number;
                         sha256: string;
                         states: {
                             [key: string]: number;
                         };
                         submittedAt: string;
                         submittedBy: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 submitBulk: {
     parameters: {
         query: {
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                     plan: {
                         created: number;
                         refused: number;
                         renewed: number;
                         unchanged: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getBulk: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     name: string;
                     rows: number;
                     sha256: string;
                     states: {
                         [key: string]: number;
                     };
                     submittedAt: string;
                     submittedBy: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveBulk: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     approved: number;
                     id: string;
                     versions: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listBulkRows: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         proposal: string;
                         row: number;
                         state: "draft" | "inReview" | "approved" | "withdrawn";
                         submission: number;
                         version: number | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewBulk: {
     parameters: {
         query: {
             lang?: "en" | "zh-CN";
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     plan: {
                         created: number;
                         refused: number;
                         renewed: number;
                         unchanged: number;
                     };
                     rows: {
                         agreement: string;
                         outcome: "created" | "renewed" | "unchanged" | "refused";
                         refusals?: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         row: number;
                         terms?: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openDocument: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/octet-stream": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listTemplates: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         template: string;
                         text: {
                             [key: string]: unknown;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 tryAgreement: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 text: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["TriedAgreement"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sayAgreement: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 text: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["SaidAgreement"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listAgreements: {
     parameters: {
         query?: {
             cursor?: string;
             direction?: "customerRebate" | "supplierRebate" | "neither";
             limit?: string;
             open?: "draft" | "inReview";
             programme?: "volume" | "growth" | "upsell" | "logistics" | "crossSell" | "productMix" | "newProduct" | "loyalty" | "specialPrice" | "shipAndDebit" | "chargeback" | "priceProtection" | "marketingFund" | "listingFee" | "freightAllowance" | "earlyPayment" | "buyingGroup" | "commission" | "royalty" | "other";
             search?: string;
             state?: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         direction: ("customerRebate" | "supplierRebate" | "neither") | null;
                         name: {
                             en: string;
                             "zh-CN": string;
                         } | null;
                         open: {
                             agreement: string;
                             baseVersion: number;
                             id: string;
                             kind: "new" | "clone" | "renewal" | "version" | "supplement" | "termination";
                             madeFrom: {
                                 agreement: string;
                                 version: number;
                             } | null;
                             number: number;
                             revision: number;
                             state: "draft" | "inReview" | "approved" | "withdrawn";
                             submission: number;
                             version: number | null;
                         }[];
                         programme: ("volume" | "growth" | "upsell" | "logistics" | "crossSell" | "productMix" | "newProduct" | "loyalty" | "specialPrice" | "shipAndDebit" | "chargeback" | "priceProtection" | "marketingFund" | "listingFee" | "freightAllowance" | "earlyPayment" | "buyingGroup" | "commission" | "royalty" | "other") | null;
                         state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                         validity: {
                             firstDay: string;
                             lastDay: string;
                         } | null;
                         version: number | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getAgreement: {
     parameters: {
         query?: {
             effective?: string;
             known?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     batch: number;
                     sha256: string;
                     state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                     text: {
                         [key: string]: unknown;
                     };
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 recordAcceptance: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 acceptedBy: string;
                 acceptedOn: string;
                 document: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     acceptedBy: string;
                     acceptedOn: string;
                     agreement: string;
                     at: string;
                     batch: number;
                     document: string;
                     recordedBy: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 amendAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 base: number;
                 kind: "text";
                 reason?: string;
                 text: {
                     [key: string]: unknown;
                 };
             } | {
                 base: number;
                 edits: {
                     path: string;
                     value?: unknown;
                 }[];
                 kind: "edits";
                 reason?: string;
             } | {
                 base: number;
                 kind: "supplement";
                 reason?: string;
                 supplement: {
                     [key: string]: unknown;
                 };
                 term: string;
             } | {
                 base: number;
                 kind: "termination";
                 lastDay: string;
                 openWindows: "settleToDate" | "forfeit" | "prorateThresholds";
                 reason?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     revision: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 cloneAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 edits: {
                     path: string;
                     value?: unknown;
                 }[];
                 id: string;
                 reason?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     revision: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 commentAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 path?: string;
                 proposal?: string;
                 text: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     number: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 compareVersions: {
     parameters: {
         query: {
             from: string;
             lang?: "en" | "zh-CN";
             to: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     changes: {
                         after: string | null;
                         before: string | null;
                         kind: "added" | "removed" | "changed" | "moved";
                         path: string;
                     }[];
                     words: {
                         added: string[];
                         heading: string;
                         removed: string[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listDocuments: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         actor: string;
                         at: string;
                         bytes: number;
                         id: string;
                         mediaType: string;
                         name: string;
                         sha256: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 attachDocument: {
     parameters: {
         query: {
             name: string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                     mediaType: string;
                     name: string;
                     sha256: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 earningsAsOf: {
     parameters: {
         query?: {
             effective?: string;
             known?: string;
             partner?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         adjusted: string;
                         amount: string;
                         blockedLines: number;
                         currency: string;
                         partner: string;
                         term: string;
                         tier: number;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listDeeds: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         actor: string;
                         at: string;
                         batch: number;
                         deed: "begin" | "save" | "submit" | "recall" | "approve" | "reject" | "withdraw" | "takeOver" | "comment" | "attach";
                         level: string | null;
                         number: number;
                         path: string | null;
                         proposal: string | null;
                         reason: string | null;
                         revision: number | null;
                         submission: number | null;
                         version: number | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listOnlineAcceptances: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         at: string;
                         by: string;
                         partner: string;
                         partnerName: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 whoQualifies: {
     parameters: {
         query?: {
             effective?: string;
             lang?: "en" | "zh-CN";
             partner?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["QualifyingList"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 reconcileAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     states: {
                         lines: number;
                         netValue: string;
                         reason: string | null;
                         state: "counted" | "excluded" | "blocked";
                         term: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 renewAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 edits: {
                     path: string;
                     value?: unknown;
                 }[];
                 id: string;
                 period?: {
                     firstDay: string;
                     lastDay: string;
                 };
                 reason?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     revision: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listVersions: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposals: {
                         agreement: string;
                         baseVersion: number;
                         id: string;
                         kind: "new" | "clone" | "renewal" | "version" | "supplement" | "termination";
                         madeFrom: {
                             agreement: string;
                             version: number;
                         } | null;
                         number: number;
                         revision: number;
                         state: "draft" | "inReview" | "approved" | "withdrawn";
                         submission: number;
                         version: number | null;
                     }[];
                     state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                     successors: {
                         agreement: string;
                         kind: "new" | "clone" | "renewal" | "version" | "supplement" | "termination";
                     }[];
                     versions: {
                         at: string | null;
                         batch: number;
                         proposal: string | null;
                         sha256: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listAliases: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         code: string;
                         kind: "partner" | "product";
                         received: string;
                         source: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 confirmAlias: {
     requestBody: {
         content: {
             "application/json": {
                 code: string | null;
                 kind: "partner" | "product";
                 received: string;
                 source: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number | null;
                     isNew: boolean;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 suggestAliases: {
     parameters: {
         query?: {
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         kind: "partner" | "product";
                         received: string;
                         rows: number;
                         source: string;
                         suggestions: {
                             because: string;
                             by: "code" | "name";
                             code: string;
                             confidence: number;
                             name: string;
                         }[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listApprovalRules: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     inForce: number;
                     rules: {
                         [key: string]: unknown;
                     };
                     versions: {
                         approver: string | null;
                         at: string;
                         author: string;
                         batch: number | null;
                         rules: {
                             [key: string]: unknown;
                         };
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeApprovalRules: {
     requestBody: {
         content: {
             "application/json": {
                 rules: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 confirmApprovalRules: {
     parameters: {
         path: {
             version: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 tryApprovalRules: {
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 currency: string;
                 direction: "customerRebate" | "supplierRebate" | "neither";
                 partner?: string;
                 programme: "volume" | "growth" | "upsell" | "logistics" | "crossSell" | "productMix" | "newProduct" | "loyalty" | "specialPrice" | "shipAndDebit" | "chargeback" | "priceProtection" | "marketingFund" | "listingFee" | "freightAllowance" | "earlyPayment" | "buyingGroup" | "commission" | "royalty" | "other";
                 rules?: {
                     [key: string]: unknown;
                 };
                 subject: "agreement" | "settlement" | "advance" | "lapse" | "writeOff";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     levels: {
                         approvers: string[] | null;
                         id: string;
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                     }[];
                     rules: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listAudit: {
     parameters: {
         query?: {
             action?: string;
             actor?: string;
             cursor?: string;
             from?: string;
             limit?: string;
             object?: string;
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         action: string;
                         actor: string;
                         actorName: string | null;
                         at: string;
                         batch: number;
                         body: unknown;
                         hash: string | null;
                         id: string;
                         object: string;
                         position: number | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 eraseAudit: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     isChanged: boolean;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportAudit: {
     parameters: {
         query?: {
             format?: "ndjson" | "csv";
         };
     };
     responses: {
         200: {
             content: {
                 "application/x-ndjson": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 auditHead: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     hash: string;
                     position: number;
                     waiting: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 packAudit: {
     parameters: {
         query: {
             company: string;
             period: string;
             seed: string;
             size?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/zip": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 verifyAudit: {
     parameters: {
         query?: {
             expect?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     anchoredAt: number | null;
                     findings: {
                         entry: string | null;
                         fault: "changed" | "missing" | "moved" | "broken" | "added" | "erased" | "unanchored";
                         position: number | null;
                     }[];
                     hash: string;
                     isCut: boolean;
                     position: number;
                     waiting: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listConfirmations: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             partner?: string;
             waiting?: "true" | "false";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         asOf: string;
                         batch: number;
                         company: string;
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         earned: string;
                         events: {
                             actor: string;
                             amount: string | null;
                             at: string;
                             day: string;
                             event: number;
                             kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                             note: string | null;
                             person: string | null;
                             sha256: string | null;
                         }[];
                         id: string;
                         open: string;
                         paid: string;
                         partner: string;
                         sentAt: string;
                         sentBy: string;
                         settled: string;
                         state: "sent" | "confirmed" | "contested" | "resolved";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 answerConfirmation: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 contested: string | null;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 assignConfirmation: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note?: string;
                 person: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 fileConfirmation: {
     parameters: {
         query: {
             contested?: string;
             name: string;
             note?: string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openConfirmationLetter: {
     parameters: {
         path: {
             event: string;
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/octet-stream": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 answerOwnConfirmation: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 contested: string | null;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 replyToConfirmation: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 resolveConfirmation: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     asOf: string;
                     batch: number;
                     company: string;
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     earned: string;
                     events: {
                         actor: string;
                         amount: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                         note: string | null;
                         person: string | null;
                         sha256: string | null;
                     }[];
                     id: string;
                     open: string;
                     paid: string;
                     partner: string;
                     sentAt: string;
                     sentBy: string;
                     settled: string;
                     state: "sent" | "confirmed" | "contested" | "resolved";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listBankAccountChanges: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             partner?: string;
             waiting?: "true" | "false";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         account: {
                             bankCode: string | null;
                             bic: string | null;
                             holder: string;
                             iban: string | null;
                             number: string | null;
                         } | null;
                         batch: number;
                         blocked: string | null;
                         decidedAt: string | null;
                         decidedBy: string | null;
                         decision: "waits" | "approved" | "rejected";
                         partner: string;
                         payableFrom: string | null;
                         reason: string | null;
                         saidAt: string | null;
                         saidBy: string | null;
                         validFrom: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listBankEntries: {
     parameters: {
         query?: {
             cursor?: string;
             is?: "waiting" | "laid";
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         account: string;
                         amount: string;
                         bookedOn: string;
                         currency: string;
                         endToEndId: string | null;
                         id: string;
                         laidOn: string | null;
                         proposal: {
                             by: string;
                             claim: string | null;
                             document: string | null;
                             isTakeBack: boolean;
                             payments: string[];
                             pays: {
                                 amount: string;
                                 claim: string | null;
                                 document: string | null;
                                 number: string;
                             }[];
                             reason: string;
                         } | null;
                         reason: string;
                         remittance: string;
                         state: "waits" | "matched" | "dismissed";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 assignBankEntry: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 claim?: string;
                 document?: string;
                 parts?: ({
                     amount: string;
                     claim: string;
                 } | {
                     amount: string;
                     document: string;
                 })[];
                 payments?: string[];
                 reason: string;
                 run?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     account: string;
                     amount: string;
                     bookedOn: string;
                     currency: string;
                     endToEndId: string | null;
                     id: string;
                     laidOn: string | null;
                     proposal: {
                         by: string;
                         claim: string | null;
                         document: string | null;
                         isTakeBack: boolean;
                         payments: string[];
                         pays: {
                             amount: string;
                             claim: string | null;
                             document: string | null;
                             number: string;
                         }[];
                         reason: string;
                     } | null;
                     reason: string;
                     remittance: string;
                     state: "waits" | "matched" | "dismissed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideBankEntry: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 is: "approved" | "rejected";
                 reason?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     account: string;
                     amount: string;
                     bookedOn: string;
                     currency: string;
                     endToEndId: string | null;
                     id: string;
                     laidOn: string | null;
                     proposal: {
                         by: string;
                         claim: string | null;
                         document: string | null;
                         isTakeBack: boolean;
                         payments: string[];
                         pays: {
                             amount: string;
                             claim: string | null;
                             document: string | null;
                             number: string;
                         }[];
                         reason: string;
                     } | null;
                     reason: string;
                     remittance: string;
                     state: "waits" | "matched" | "dismissed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 dismissBankEntry: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     account: string;
                     amount: string;
                     bookedOn: string;
                     currency: string;
                     endToEndId: string | null;
                     id: string;
                     laidOn: string | null;
                     proposal: {
                         by: string;
                         claim: string | null;
                         document: string | null;
                         isTakeBack: boolean;
                         payments: string[];
                         pays: {
                             amount: string;
                             claim: string | null;
                             document: string | null;
                             number: string;
                         }[];
                         reason: string;
                     } | null;
                     reason: string;
                     remittance: string;
                     state: "waits" | "matched" | "dismissed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeTakeBack: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     account: string;
                     amount: string;
                     bookedOn: string;
                     currency: string;
                     endToEndId: string | null;
                     id: string;
                     laidOn: string | null;
                     proposal: {
                         by: string;
                         claim: string | null;
                         document: string | null;
                         isTakeBack: boolean;
                         payments: string[];
                         pays: {
                             amount: string;
                             claim: string | null;
                             document: string | null;
                             number: string;
                         }[];
                         reason: string;
                     } | null;
                     reason: string;
                     remittance: string;
                     state: "waits" | "matched" | "dismissed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importBankStatement: {
     parameters: {
         query: {
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
             "application/xml": string;
             "text/xml": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     statements: {
                         account: string;
                         duplicates: number;
                         entries: number;
                         matched: number;
                         pending: number;
                         statement: string;
                         waiting: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importBankTable: {
     parameters: {
         query: {
             account: string;
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     statements: {
                         account: string;
                         duplicates: number;
                         entries: number;
                         matched: number;
                         pending: number;
                         statement: string;
                         waiting: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getBrand: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     accent: {
                         dark: string;
                         light: string;
                     } | null;
                     addresses: string[];
                     logo: {
                         height: number;
                         sha256: string;
                         width: number;
                     } | null;
                     name: {
                         en: string;
                         "zh-CN": string;
                     } | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setBrand: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 accent: {
                     dark?: string;
                     light: string;
                 } | null;
                 logo: string | null;
                 name: {
                     en: string;
                     "zh-CN": string;
                 } | null;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     accent: {
                         dark: string;
                         light: string;
                     } | null;
                     logo: {
                         height: number;
                         sha256: string;
                         width: number;
                     } | null;
                     name: {
                         en: string;
                         "zh-CN": string;
                     } | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 addLogo: {
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     height: number;
                     sha256: string;
                     width: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openLogo: {
     parameters: {
         path: {
             logo: string;
         };
     };
     responses: {
         200: {
             content: {
                 "image/png": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 requestCalculation: {
     requestBody: {
         content: {
             "application/json": {
                 agreement?: string;
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     attempts: number;
                     dueAt: string;
                     endedAt: string | null;
                     error: string | null;
                     id: string;
                     kind: "calculate" | "preview" | "takeMessages" | "passDay" | "sendNotices" | "sendReports" | "sendWebhooks" | "scanArrivals" | "scanHistory" | "backTest";
                     linesRead: number | null;
                     progress: {
                         done: number;
                         total: number | null;
                     };
                     requestedAt: string;
                     requestedBy: string;
                     startedAt: string | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                     subject: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listCalendars: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         calendar: string | {
                             [key: string]: unknown;
                         };
                         code: string;
                         isOffered: boolean;
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setCalendar: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 calendar: string | {
                     [key: string]: unknown;
                 };
                 isOffered: boolean;
                 name: {
                     en: string & (unknown & unknown);
                     "zh-CN": string & (unknown & unknown);
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     calendar: string | {
                         [key: string]: unknown;
                     };
                     code: string;
                     isOffered: boolean;
                     name: {
                         en: string;
                         "zh-CN": string;
                     };
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 cashFlow: {
     parameters: {
         query?: {
             company?: string;
             day?: string;
             grain?: "week" | "month";
             known?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     ageing: {
                         age: "notDue" | "to30" | "to60" | "to90" | "over90";
                         company: string;
                         currency: string;
                         payments: string;
                         receipts: string;
                         stage: "accrued" | "claimed" | "documented" | "advance";
                     }[];
                     balances: {
                         account: string;
                         amount: string;
                         company: string;
                         currency: string;
                         role: string;
                     }[];
                     batch: number;
                     buckets: {
                         company: string;
                         currency: string;
                         payments: string;
                         receipts: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         } | null;
                     }[];
                     day: string;
                     flows: {
                         agreement: string | null;
                         amount: string;
                         borneBy: string | null;
                         company: string;
                         currency: string;
                         dueOn: string;
                         isCashless: boolean;
                         isSetOff: boolean;
                         partner: string | null;
                         stage: "accrued" | "claimed" | "documented" | "advance";
                         term: string | null;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listClaimMessages: {
     parameters: {
         query?: {
             claim?: string;
             cursor?: string;
             limit?: string;
             partner?: string;
             waiting?: "true" | "false";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         at: string;
                         claim: string | null;
                         claims: string[];
                         disputed: {
                             amount: string | null;
                             line: number | null;
                             reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                         } | null;
                         id: string;
                         isFromPartner: boolean;
                         kind: "claims" | "comment" | "dispute" | "proof";
                         partner: string | null;
                         reason: string | null;
                         refusals: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         repairedBy: string | null;
                         repairs: string | null;
                         state: "waiting" | "taken" | "refused" | "quarantined" | "repaired" | "dismissed";
                         text: string | null;
                         waiting: number[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getClaimMessage: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     at: string;
                     claim: string | null;
                     claims: string[];
                     disputed: {
                         amount: string | null;
                         line: number | null;
                         reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                     } | null;
                     id: string;
                     isFromPartner: boolean;
                     kind: "claims" | "comment" | "dispute" | "proof";
                     partner: string | null;
                     reason: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     repairedBy: string | null;
                     repairs: string | null;
                     rows: {
                         row: number;
                         texts: {
                             [key: string]: string;
                         };
                     }[];
                     state: "waiting" | "taken" | "refused" | "quarantined" | "repaired" | "dismissed";
                     text: string | null;
                     waiting: number[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 dismissClaimMessage: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     at: string;
                     claim: string | null;
                     claims: string[];
                     disputed: {
                         amount: string | null;
                         line: number | null;
                         reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                     } | null;
                     id: string;
                     isFromPartner: boolean;
                     kind: "claims" | "comment" | "dispute" | "proof";
                     partner: string | null;
                     reason: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     repairedBy: string | null;
                     repairs: string | null;
                     state: "waiting" | "taken" | "refused" | "quarantined" | "repaired" | "dismissed";
                     text: string | null;
                     waiting: number[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 repairClaimMessage: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 rows: {
                     row: number;
                     set: {
                         agreement?: string;
                         amount?: string;
                         changes?: string;
                         contract?: string;
                         currency?: string;
                         customer?: string;
                         day?: string;
                         document?: string;
                         documentLine?: string;
                         firstDay?: string;
                         lastDay?: string;
                         participant?: string;
                         partner?: string;
                         product?: string;
                         quantity?: string;
                         reference?: string;
                         sentOn?: string;
                         source?: string;
                         term?: string;
                         unit?: string;
                         unitAmount?: string;
                     };
                 }[];
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendClaims: {
     requestBody: {
         content: {
             "application/json": {
                 partner: string;
                 rows: {
                     agreement?: string;
                     amount?: string;
                     changes?: string;
                     contract?: string;
                     currency?: string;
                     customer?: string;
                     day?: string;
                     document?: string;
                     documentLine?: string;
                     firstDay?: string;
                     lastDay?: string;
                     participant?: string;
                     product?: string;
                     quantity?: string;
                     reference?: string;
                     sentOn?: string;
                     source?: string;
                     term?: string;
                     unit?: string;
                     unitAmount?: string;
                 }[];
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendClaimFile: {
     parameters: {
         query: {
             name: string;
             partner: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getClaimTemplate: {
     parameters: {
         query?: {
             format?: "csv" | "xlsx";
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendClaimComment: {
     requestBody: {
         content: {
             "application/json": {
                 claim: string;
                 text: string;
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendClaimDispute: {
     requestBody: {
         content: {
             "application/json": {
                 amount?: string;
                 claim: string;
                 line?: number;
                 note?: string;
                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendClaimProof: {
     parameters: {
         query: {
             claim: string;
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openClaimProof: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/octet-stream": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setClaimRule: {
     requestBody: {
         content: {
             "application/json": {
                 answerDays?: number;
                 byItself?: ("claims" | "reminders")[];
                 company: string;
                 currency: string;
                 remindAfterDays: number[];
                 tolerance: {
                     amount: string;
                     percent: string;
                 };
                 writeOffLimit: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     answerDays: number | null;
                     at: string;
                     byItself: ("claims" | "reminders")[];
                     company: string;
                     currency: string;
                     remindAfterDays: number[];
                     setBy: string;
                     tolerance: {
                         amount: string;
                         percent: string;
                     };
                     version: number;
                     writeOffLimit: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getClaimRule: {
     parameters: {
         path: {
             company: string;
             currency: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     answerDays: number | null;
                     at: string;
                     byItself: ("claims" | "reminders")[];
                     company: string;
                     currency: string;
                     remindAfterDays: number[];
                     setBy: string;
                     tolerance: {
                         amount: string;
                         percent: string;
                     };
                     version: number;
                     writeOffLimit: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listClaims: {
     parameters: {
         query?: {
             agreement?: string;
             claimant?: "us" | "partner";
             cursor?: string;
             day?: string;
             firstDay?: string;
             limit?: string;
             participant?: string;
             partner?: string;
             term?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         age: "notDue" | "to30" | "to60" | "to90" | "over90";
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         daysLate: number;
                         disputes: {
                             [key: string]: string;
                         };
                         dueOn: string;
                         id: string;
                         open: string;
                         partner: string;
                         positions: {
                             [key: string]: string;
                         };
                         reference: string;
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 submitClaims: {
     requestBody: {
         content: {
             "application/json": {
                 rows: {
                     agreement: string;
                     amount?: string;
                     changes?: string;
                     contract?: string;
                     currency?: string;
                     customer?: string;
                     day?: string;
                     document?: string;
                     documentLine?: string;
                     firstDay?: string;
                     lastDay?: string;
                     participant?: string;
                     partner: string;
                     product?: string;
                     quantity?: string;
                     reference?: string;
                     sentOn?: string;
                     source?: string;
                     term?: string;
                     unit?: string;
                     unitAmount?: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         lines: {
                             accepted: string;
                             claimed: string;
                             faults: ("customer" | "product" | "contract" | "price" | "quantity" | "date" | "multipleSubmission")[];
                             first: {
                                 claim: string;
                                 line: number;
                                 reference: string;
                             } | null;
                             found: string;
                             isDecided: boolean;
                             line: number;
                             match: "equal" | "less" | "tolerated" | "beyond" | "unknown" | "repeated" | "wrong";
                             objected: {
                                 amount: string;
                                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                             }[];
                         }[];
                         partner: string;
                         reference: string;
                         rows: number[];
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     message: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getClaim: {
     parameters: {
         query?: {
             day?: string;
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     age: "notDue" | "to30" | "to60" | "to90" | "over90";
                     agreement: string;
                     answerBy: string | null;
                     changes: string | null;
                     claimant: "us" | "partner";
                     claimed: string;
                     company: string;
                     currency: string;
                     day: string;
                     daysLate: number;
                     disputes: {
                         [key: string]: string;
                     };
                     documents: {
                         dueOn: string;
                         issuedOn: string;
                         number: string;
                         settlement: string;
                     }[];
                     dueOn: string;
                     id: string;
                     lines: {
                         claimed: string;
                         contract: string | null;
                         customer: string | null;
                         day: string | null;
                         disputes: {
                             [key: string]: string;
                         };
                         firstDay: string;
                         lastDay: string;
                         line: number;
                         participant: string;
                         positions: {
                             [key: string]: string;
                         };
                         product: string | null;
                         quantity: string | null;
                         refusedFor: {
                             [key: string]: string;
                         };
                         term: string;
                         transaction: {
                             document: string;
                             line: string;
                             source: string;
                         } | null;
                         unit: string | null;
                         unitAmount: string | null;
                     }[];
                     open: string;
                     partner: string;
                     positions: {
                         [key: string]: string;
                     };
                     reference: string;
                     sentOn: string;
                     silence: ("accepts" | "rejects") | null;
                     steps: {
                         amount: string;
                         day: string;
                         to: "undecided" | "accepted" | "disputed" | "refused" | "received" | "writtenOff";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 answerClaim: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 lines: {
                     accepted: string;
                     line: number;
                     objected: {
                         amount: string;
                         reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                     }[];
                 }[];
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 commentClaim: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 text: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 disputeClaim: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount?: string;
                 day?: string;
                 line?: number;
                 note?: string;
                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 assignClaimDispute: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note?: string;
                 person: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 replyToClaimDispute: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 resolveClaimDispute: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount?: string;
                 day?: string;
                 line?: number;
                 note?: string;
                 outcome: "conceded" | "agreed";
                 reason?: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listClaimEvents: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     events: {
                         actor: string;
                         asked: string | null;
                         at: string;
                         day: string;
                         event: number;
                         kind: "answered" | "disputed" | "assigned" | "replied" | "conceded" | "agreed" | "received" | "returned" | "writeOffAsked" | "writeOffApproved" | "writtenOff" | "writeOffRejected" | "silence" | "reminded" | "commented" | "attached";
                         missing: string[] | null;
                         moves: {
                             amount: string;
                             from: "undecided" | "accepted" | "disputed" | "refused" | "received" | "writtenOff";
                             fromReason: ("price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other") | null;
                             line: number;
                             to: "undecided" | "accepted" | "disputed" | "refused" | "received" | "writtenOff";
                             toReason: ("price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other") | null;
                         }[];
                         note: string | null;
                         reference: string | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 objectToClaim: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 note?: string;
                 objections: {
                     netValue?: string;
                     quantity?: {
                         kind: "invoiced" | "ordered" | "received" | "rejected" | "stocked";
                         value: string;
                     };
                     reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax";
                     transaction: {
                         document: string;
                         line: string;
                         source: string;
                     };
                     unitPrice?: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listClaimProofs: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     proofs: {
                         claim: string;
                         event: number;
                         id: string;
                         mediaType: string;
                         name: string;
                         sha256: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proveClaim: {
     parameters: {
         query: {
             name: string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     claim: string;
                     event: number;
                     id: string;
                     mediaType: string;
                     name: string;
                     sha256: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 receiveClaimMoney: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 note?: string;
                 reference: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 returnClaimMoney: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 reason: string;
                 reference: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 askClaimWriteOff: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideClaimWriteOff: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 note?: string;
                 outcome: "approved" | "rejected";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claim: string;
                     disputes: {
                         [key: string]: string;
                     };
                     event: number;
                     positions: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 passClaimDeadlines: {
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 isRecorded: boolean;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     reminders: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         daysLate: number;
                         dueOn: string;
                         id: string;
                         open: string;
                         partner: string;
                         reference: string;
                         reminder: number;
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     silent: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         partner: string;
                         reference: string;
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importClaims: {
     parameters: {
         query: {
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         lines: {
                             accepted: string;
                             claimed: string;
                             faults: ("customer" | "product" | "contract" | "price" | "quantity" | "date" | "multipleSubmission")[];
                             first: {
                                 claim: string;
                                 line: number;
                                 reference: string;
                             } | null;
                             found: string;
                             isDecided: boolean;
                             line: number;
                             match: "equal" | "less" | "tolerated" | "beyond" | "unknown" | "repeated" | "wrong";
                             objected: {
                                 amount: string;
                                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                             }[];
                         }[];
                         partner: string;
                         reference: string;
                         rows: number[];
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     message: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewClaimFile: {
     parameters: {
         query: {
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         lines: {
                             accepted: string;
                             claimed: string;
                             faults: ("customer" | "product" | "contract" | "price" | "quantity" | "date" | "multipleSubmission")[];
                             first: {
                                 claim: string;
                                 line: number;
                                 reference: string;
                             } | null;
                             found: string;
                             isDecided: boolean;
                             line: number;
                             match: "equal" | "less" | "tolerated" | "beyond" | "unknown" | "repeated" | "wrong";
                             objected: {
                                 amount: string;
                                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                             }[];
                         }[];
                         partner: string;
                         reference: string;
                         rows: number[];
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     message: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listLeftOut: {
     parameters: {
         query?: {
             agreement?: string;
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         since: string;
                         why: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewClaims: {
     requestBody: {
         content: {
             "application/json": {
                 rows: {
                     agreement: string;
                     amount?: string;
                     changes?: string;
                     contract?: string;
                     currency?: string;
                     customer?: string;
                     day?: string;
                     document?: string;
                     documentLine?: string;
                     firstDay?: string;
                     lastDay?: string;
                     participant?: string;
                     partner: string;
                     product?: string;
                     quantity?: string;
                     reference?: string;
                     sentOn?: string;
                     source?: string;
                     term?: string;
                     unit?: string;
                     unitAmount?: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         lines: {
                             accepted: string;
                             claimed: string;
                             faults: ("customer" | "product" | "contract" | "price" | "quantity" | "date" | "multipleSubmission")[];
                             first: {
                                 claim: string;
                                 line: number;
                                 reference: string;
                             } | null;
                             found: string;
                             isDecided: boolean;
                             line: number;
                             match: "equal" | "less" | "tolerated" | "beyond" | "unknown" | "repeated" | "wrong";
                             objected: {
                                 amount: string;
                                 reason: "price" | "quantity" | "product" | "validity" | "duplicate" | "tax" | "customer" | "contract" | "proof" | "unsupported" | "silence" | "other";
                             }[];
                         }[];
                         partner: string;
                         reference: string;
                         rows: number[];
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     message: string | null;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 raiseClaims: {
     requestBody: {
         content: {
             "application/json": {
                 agreement: string;
                 day?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         agreement: string;
                         answerBy: string | null;
                         changes: string | null;
                         claimant: "us" | "partner";
                         claimed: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         id: string;
                         partner: string;
                         reference: string;
                         sentOn: string;
                         silence: ("accepts" | "rejects") | null;
                     }[];
                     skipped: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewRaising: {
     requestBody: {
         content: {
             "application/json": {
                 agreement: string;
                 day?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     claims: {
                         amount: string;
                         currency: string;
                         lines: number;
                         partner: string;
                     }[];
                     skipped: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listUnrecognisedIncome: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         agreement: string;
                         amount: string;
                         currency: string;
                         firstDay: string;
                         lastDay: string;
                         missing: ("document" | "acceptance")[];
                         partner: string;
                         term: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listColleagues: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         id: string;
                         isActive: boolean;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listComments: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
         path: {
             kind: string;
             place: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         at: string;
                         author: string;
                         id: string;
                         mentions: {
                             id: string;
                             name: string;
                         }[];
                         text: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 writeComment: {
     parameters: {
         path: {
             kind: string;
             place: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 mentions: string[];
                 text: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     at: string;
                     author: string;
                     id: string;
                     mentions: {
                         id: string;
                         name: string;
                     }[];
                     text: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listMentionable: {
     parameters: {
         path: {
             kind: string;
             place: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         id: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listCompanies: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         code: string;
                         isSandbox: boolean;
                         name: string;
                         timeZone: string;
                         today: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 addCompany: {
     requestBody: {
         content: {
             "application/json": {
                 code: string;
                 name: string & (unknown & unknown);
                 timeZone: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     code: string;
                     isSandbox: boolean;
                     name: string;
                     timeZone: string;
                     today: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getCompany: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     code: string;
                     isSandbox: boolean;
                     name: string;
                     timeZone: string;
                     today: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 moveBusinessDay: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     code: string;
                     isSandbox: boolean;
                     name: string;
                     timeZone: string;
                     today: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getDocumentSettings: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     party: {
                         addressLines: string[];
                         city?: string;
                         country: string;
                         electronicAddress?: {
                             address: string;
                             scheme: string;
                         };
                         name: string;
                         postCode?: string;
                         registration?: string;
                         taxId?: string;
                     } | null;
                     series: {
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         numberedBy: "here" | "elsewhere";
                         series: string;
                     }[];
                     waiting: {
                         about: "series" | "party";
                         author: string;
                         company: string;
                         decidedAt: string | null;
                         decidedBy: string | null;
                         id: string;
                         party: {
                             addressLines: string[];
                             city?: string;
                             country: string;
                             electronicAddress?: {
                                 address: string;
                                 scheme: string;
                             };
                             name: string;
                             postCode?: string;
                             registration?: string;
                             taxId?: string;
                         } | null;
                         proposedAt: string;
                         reason: string | null;
                         series: {
                             kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                             numberedBy: "here" | "elsewhere";
                             series: string;
                         } | null;
                         state: "proposed" | "approved" | "rejected";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setCompanyParty: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 addressLines: string[];
                 city?: string;
                 country: string;
                 electronicAddress?: {
                     address: string;
                     scheme: string;
                 };
                 name: string;
                 postCode?: string;
                 registration?: string;
                 taxId?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     change: string | null;
                     state: "inForce" | "proposed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setDocumentSeries: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                 numberedBy: "here" | "elsewhere";
                 series: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     change: string | null;
                     state: "inForce" | "proposed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 renameCompany: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 name: string & (unknown & unknown);
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     code: string;
                     isSandbox: boolean;
                     name: string;
                     timeZone: string;
                     today: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getContact: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     email: string;
                     hours: {
                         en: string;
                         "zh-CN": string;
                     };
                     note: {
                         en: string;
                         "zh-CN": string;
                     };
                     phone: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setContact: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 hours: {
                     en: string;
                     "zh-CN": string;
                 };
                 note: {
                     en: string;
                     "zh-CN": string;
                 };
                 phone: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     email: string;
                     hours: {
                         en: string;
                         "zh-CN": string;
                     };
                     note: {
                         en: string;
                         "zh-CN": string;
                     };
                     phone: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listCutOvers: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreements: string[];
                         code: string;
                         company: string;
                         lastDay: string;
                         signature: {
                             batch: number;
                             note: string;
                             signedAt: string;
                             signedBy: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openCutOver: {
     requestBody: {
         content: {
             "application/json": {
                 agreements?: string[];
                 code: string;
                 company: string;
                 lastDay: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreements: string[];
                     code: string;
                     company: string;
                     lastDay: string;
                     signature: {
                         batch: number;
                         note: string;
                         signedAt: string;
                         signedBy: string;
                     } | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getCutOver: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreements: string[];
                     code: string;
                     company: string;
                     lastDay: string;
                     loads: {
                         batch: number;
                         kind: "openings" | "history" | "figures";
                         loadedAt: string;
                         loadedBy: string;
                         name: string;
                         revision: number;
                         rows: number;
                         sha256: string;
                     }[];
                     signature: {
                         batch: number;
                         note: string;
                         signedAt: string;
                         signedBy: string;
                     } | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 compareCutOver: {
     parameters: {
         query?: {
             effective?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     accounts: number;
                     batch: number;
                     cutOver: string;
                     effective: string;
                     loads: {
                         kind: "openings" | "history" | "figures";
                         name: string;
                         revision: number;
                         sha256: string;
                     }[];
                     sha256: string;
                     totals: {
                         accounts: number;
                         currency: string;
                         difference: string;
                         ours: string;
                         reason: "equal" | "onlyHere" | "onlyThere" | "incomplete" | "extraLines" | "missingLines" | "rate" | "rounding" | "terms" | "unexplained";
                         theirs: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listComparedFigures: {
     parameters: {
         query?: {
             all?: "true" | "false";
             cursor?: string;
             effective?: string;
             limit?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         currency: string;
                         difference: string;
                         firstDay: string;
                         lastDay: string;
                         ours: {
                             amount: string;
                             blockedLines?: number;
                             lines?: string;
                             rate?: string;
                             volume?: string;
                         } | null;
                         partner: string;
                         reason: "equal" | "onlyHere" | "onlyThere" | "incomplete" | "extraLines" | "missingLines" | "rate" | "rounding" | "terms" | "unexplained";
                         term: string;
                         theirs: {
                             amount: string;
                             blockedLines?: number;
                             lines?: string;
                             rate?: string;
                             volume?: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 loadCutOver: {
     parameters: {
         query: {
             kind: "openings" | "history" | "figures";
             name: string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     kind: "openings" | "history" | "figures";
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                     replaces: number;
                     revision: number | null;
                     rows: number;
                     totals: {
                         column: string;
                         of: string;
                         sum: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewCutOverLoad: {
     parameters: {
         query: {
             kind: "openings" | "history" | "figures";
             name: string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     kind: "openings" | "history" | "figures";
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     refused: number;
                     replaces: number;
                     revision: number | null;
                     rows: number;
                     totals: {
                         column: string;
                         of: string;
                         sum: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 signCutOver: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 note?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     batch: number;
                     code: string;
                     signedAt: string;
                     signedBy: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listDeductions: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         company: string;
                         currency: string;
                         day: string;
                         deducted: string;
                         denied: string;
                         events: {
                             account: {
                                 agreement: string;
                                 firstDay: string;
                                 lastDay: string;
                                 participant: string;
                                 term: string;
                             } | null;
                             actor: string;
                             amount: string;
                             at: string;
                             claim: string | null;
                             day: string;
                             event: number;
                             kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                             missing: string[] | null;
                             note: string | null;
                             settlement: string | null;
                         }[];
                         id: string;
                         matched: string;
                         note: string | null;
                         open: string;
                         partner: string;
                         reference: string;
                         writtenOff: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 registerDeduction: {
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 company: string;
                 currency: string;
                 day?: string;
                 note?: string;
                 partner: string;
                 reference: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getDeduction: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 matchDeductionToClaim: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 claim: string;
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 denyDeduction: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 matchDeductionToEarning: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 account: {
                     agreement: string;
                     firstDay: string;
                     lastDay: string;
                     participant: string;
                     term: string;
                 };
                 amount: string;
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 matchDeductionToSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 note?: string;
                 settlement: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 askDeductionWriteOff: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideDeductionWriteOff: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 note?: string;
                 outcome: "approved" | "rejected";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     company: string;
                     currency: string;
                     day: string;
                     deducted: string;
                     denied: string;
                     events: {
                         account: {
                             agreement: string;
                             firstDay: string;
                             lastDay: string;
                             participant: string;
                             term: string;
                         } | null;
                         actor: string;
                         amount: string;
                         at: string;
                         claim: string | null;
                         day: string;
                         event: number;
                         kind: "matched" | "denied" | "writtenOff" | "writeOffAsked" | "writeOffApproved" | "writeOffRejected";
                         missing: string[] | null;
                         note: string | null;
                         settlement: string | null;
                     }[];
                     id: string;
                     matched: string;
                     note: string | null;
                     open: string;
                     partner: string;
                     reference: string;
                     writtenOff: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 diagnose: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     causes: string[];
                     node: string;
                     settings: {
                         addresses: number;
                         approvalRulesInForce: number;
                         brandVersion: number;
                         contactVersion: number;
                         hasSingleSignOn: boolean;
                         needsSecondFactor: boolean;
                     } | null;
                     system: string;
                     version: string;
                     warnings: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveDocumentSetting: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: "series" | "party";
                     author: string;
                     company: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     id: string;
                     party: {
                         addressLines: string[];
                         city?: string;
                         country: string;
                         electronicAddress?: {
                             address: string;
                             scheme: string;
                         };
                         name: string;
                         postCode?: string;
                         registration?: string;
                         taxId?: string;
                     } | null;
                     proposedAt: string;
                     reason: string | null;
                     series: {
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         numberedBy: "here" | "elsewhere";
                         series: string;
                     } | null;
                     state: "proposed" | "approved" | "rejected";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 rejectDocumentSetting: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: "series" | "party";
                     author: string;
                     company: string;
                     decidedAt: string | null;
                     decidedBy: string | null;
                     id: string;
                     party: {
                         addressLines: string[];
                         city?: string;
                         country: string;
                         electronicAddress?: {
                             address: string;
                             scheme: string;
                         };
                         name: string;
                         postCode?: string;
                         registration?: string;
                         taxId?: string;
                     } | null;
                     proposedAt: string;
                     reason: string | null;
                     series: {
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         numberedBy: "here" | "elsewhere";
                         series: string;
                     } | null;
                     state: "proposed" | "approved" | "rejected";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listIssuedDocuments: {
     parameters: {
         query?: {
             company?: string;
             cursor?: string;
             limit?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         company: string;
                         currency: string;
                         dueOn: string;
                         gross: string;
                         isCancelled: boolean;
                         issuedOn: string;
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         net: string;
                         number: string;
                         partner: string;
                         preceding: string | null;
                         settlement: string;
                         tax: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPayments: {
     parameters: {
         query?: {
             known?: string;
         };
         path: {
             document: string;
             source: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     currency: string;
                     document: string;
                     owed: string | null;
                     paidOn: string | null;
                     payments: {
                         amount: string;
                         currency: string;
                         discount: string | null;
                         documentTotal: string | null;
                         paidOn: string;
                         payment: string;
                         source: string;
                     }[];
                     source: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listDuties: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         conflicts: [
                             "importer" | "author" | "approver" | "payer" | "administrator",
                             "importer" | "author" | "approver" | "payer" | "administrator"
                         ][];
                         duties: ("importer" | "author" | "approver" | "payer" | "administrator")[];
                         login: string;
                         person: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listEarnings: {
     parameters: {
         query?: {
             agreement?: string;
             cursor?: string;
             incomplete?: "true" | "false";
             lang?: "en" | "zh-CN";
             limit?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["EarningList"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getEarning: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["Earning"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 explainEarning: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
             lineOffset?: string;
             lines?: string;
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["Explanation"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getEarningProof: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportAccruals: {
     parameters: {
         query?: {
             agreement?: string;
             company?: string;
             format?: "csv" | "ndjson";
             from?: string;
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/x-ndjson": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportLedger: {
     parameters: {
         query?: {
             company?: string;
             format?: "csv" | "hledger" | "beancount";
             from?: string;
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "text/csv; charset=utf-8": string;
                 "text/plain; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportLines: {
     parameters: {
         query?: {
             format?: "csv" | "xlsx" | "ndjson";
         };
     };
     responses: {
         200: {
             content: {
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "application/x-ndjson": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sealExport: {
     parameters: {
         query?: {
             format?: "csv" | "xlsx" | "ndjson";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number;
                     bytes: number;
                     format: "csv" | "xlsx" | "ndjson";
                     netValue: string;
                     rows: number;
                     sha256: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 inspectFile: {
     parameters: {
         query?: {
             as?: "lines" | "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "payments" | "stock";
             name?: string;
             source?: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     columns: {
                         asked: {
                             example: string;
                             readings: string[];
                         } | null;
                         column: string;
                         confidence: number;
                         field: string;
                         holds: "numbers" | "days" | "texts" | "nothing";
                         isSure: boolean;
                         reading: unknown;
                         why: ("systemName" | "nameSays" | "nameHalfSays" | "valuesFit" | "arithmetic" | "noField" | "rival")[];
                     }[];
                     description: unknown;
                     detection: unknown;
                     first: string[][];
                     isWhole: boolean;
                     name: string;
                     rows: number;
                     saved: {
                         description: unknown;
                         name: string;
                         version: number;
                     } | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 claimActivity: {
     parameters: {
         query: {
             cost: string;
             day?: string;
             name: string;
             note?: string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     approved: string;
                     events: {
                         actor: string;
                         amount: string;
                         at: string;
                         cost: string | null;
                         day: string;
                         event: number;
                         kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                         note: string | null;
                         reference: string | null;
                     }[];
                     firstDay: string;
                     fund: string;
                     granted: string;
                     id: string;
                     lastDay: string;
                     partner: string;
                     reference: string;
                     released: string;
                     requested: string;
                     requestedBy: string;
                     reserved: string;
                     settled: string;
                     state: "requested" | "approved" | "rejected" | "closed" | "expired";
                     title: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openFundProof: {
     parameters: {
         path: {
             event: string;
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/octet-stream": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 closeActivity: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     approved: string;
                     events: {
                         actor: string;
                         amount: string;
                         at: string;
                         cost: string | null;
                         day: string;
                         event: number;
                         kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                         note: string | null;
                         reference: string | null;
                     }[];
                     firstDay: string;
                     fund: string;
                     granted: string;
                     id: string;
                     lastDay: string;
                     partner: string;
                     reference: string;
                     released: string;
                     requested: string;
                     requestedBy: string;
                     reserved: string;
                     settled: string;
                     state: "requested" | "approved" | "rejected" | "closed" | "expired";
                     title: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideActivity: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 approved: string | null;
                 day?: string;
                 note?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     approved: string;
                     events: {
                         actor: string;
                         amount: string;
                         at: string;
                         cost: string | null;
                         day: string;
                         event: number;
                         kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                         note: string | null;
                         reference: string | null;
                     }[];
                     firstDay: string;
                     fund: string;
                     granted: string;
                     id: string;
                     lastDay: string;
                     partner: string;
                     reference: string;
                     released: string;
                     requested: string;
                     requestedBy: string;
                     reserved: string;
                     settled: string;
                     state: "requested" | "approved" | "rejected" | "closed" | "expired";
                     title: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 settleActivity: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 day?: string;
                 note?: string;
                 reference: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     approved: string;
                     events: {
                         actor: string;
                         amount: string;
                         at: string;
                         cost: string | null;
                         day: string;
                         event: number;
                         kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                         note: string | null;
                         reference: string | null;
                     }[];
                     firstDay: string;
                     fund: string;
                     granted: string;
                     id: string;
                     lastDay: string;
                     partner: string;
                     reference: string;
                     released: string;
                     requested: string;
                     requestedBy: string;
                     reserved: string;
                     settled: string;
                     state: "requested" | "approved" | "rejected" | "closed" | "expired";
                     title: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listFunds: {
     parameters: {
         query?: {
             activity?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         budget: string;
                         claimDays: number;
                         code: string;
                         company: string;
                         currency: string;
                         firstDay: string;
                         free: string;
                         lastDay: string;
                         partner: string | null;
                         percent: string;
                         reserved: string;
                         used: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openFund: {
     requestBody: {
         content: {
             "application/json": {
                 budget: string;
                 claimDays: number;
                 code: string;
                 company: string;
                 currency: string;
                 firstDay: string;
                 lastDay: string;
                 partner?: string;
                 percent: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     budget: string;
                     claimDays: number;
                     code: string;
                     company: string;
                     currency: string;
                     firstDay: string;
                     free: string;
                     lastDay: string;
                     partner: string | null;
                     percent: string;
                     reserved: string;
                     used: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getFund: {
     parameters: {
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     activities: {
                         approved: string;
                         claimUntil: string;
                         events: {
                             actor: string;
                             amount: string;
                             at: string;
                             cost: string | null;
                             day: string;
                             event: number;
                             kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                             note: string | null;
                             reference: string | null;
                         }[];
                         firstDay: string;
                         fund: string;
                         granted: string;
                         id: string;
                         lastDay: string;
                         partner: string;
                         reference: string;
                         released: string;
                         requested: string;
                         requestedBy: string;
                         reserved: string;
                         settled: string;
                         state: "requested" | "approved" | "rejected" | "closed" | "expired";
                         title: string;
                     }[];
                     budget: string;
                     claimDays: number;
                     code: string;
                     company: string;
                     currency: string;
                     firstDay: string;
                     free: string;
                     lastDay: string;
                     partner: string | null;
                     percent: string;
                     reserved: string;
                     used: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 requestActivity: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 amount: string;
                 firstDay: string;
                 lastDay: string;
                 partner: string;
                 reference: string;
                 title: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     approved: string;
                     events: {
                         actor: string;
                         amount: string;
                         at: string;
                         cost: string | null;
                         day: string;
                         event: number;
                         kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                         note: string | null;
                         reference: string | null;
                     }[];
                     firstDay: string;
                     fund: string;
                     granted: string;
                     id: string;
                     lastDay: string;
                     partner: string;
                     reference: string;
                     released: string;
                     requested: string;
                     requestedBy: string;
                     reserved: string;
                     settled: string;
                     state: "requested" | "approved" | "rejected" | "closed" | "expired";
                     title: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 expireActivities: {
     requestBody: {
         content: {
             "application/json": {
                 day?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expired: {
                         approved: string;
                         events: {
                             actor: string;
                             amount: string;
                             at: string;
                             cost: string | null;
                             day: string;
                             event: number;
                             kind: "approved" | "rejected" | "claimed" | "settled" | "closed" | "expired";
                             note: string | null;
                             reference: string | null;
                         }[];
                         firstDay: string;
                         fund: string;
                         granted: string;
                         id: string;
                         lastDay: string;
                         partner: string;
                         reference: string;
                         released: string;
                         requested: string;
                         requestedBy: string;
                         reserved: string;
                         settled: string;
                         state: "requested" | "approved" | "rejected" | "closed" | "expired";
                         title: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 health: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     database: "up";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listHierarchy: {
     parameters: {
         query: {
             below?: string;
             cursor?: string;
             effective?: string;
             known?: string;
             limit?: string;
             text?: string;
             tree: "partners" | "products";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         above: string | null;
                         below: number;
                         code: string;
                         isKnown: boolean;
                         kind: "partner" | "category" | "product";
                         lines: number;
                         members: number;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sayAttribute: {
     requestBody: {
         content: {
             "application/json": {
                 attribute: string;
                 code: string;
                 from?: string;
                 kind: "partner" | "category" | "product";
                 until?: string;
                 value: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     versions: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showHierarchyNode: {
     parameters: {
         query: {
             code: string;
             effective?: string;
             kind: "partner" | "category" | "product";
             known?: string;
             tree: "partners" | "products";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreements: {
                         code: string;
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                     }[];
                     day: string;
                     members: number;
                     path: {
                         code: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showHome: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     atRisk: {
                         amount: string;
                         currency: string;
                     }[];
                     balances: {
                         amount: string;
                         currency: string;
                         role: "accruedLiability" | "accruedReceivable" | "claimedReceivable" | "partnerPayable" | "partnerReceivable" | "bankClearing";
                     }[];
                     batch: number;
                     day: string;
                     due: number;
                     duties: {
                         about: string;
                         agreement: string | null;
                         amount: {
                             amount: string;
                             currency: string;
                         } | null;
                         count: number | null;
                         due: string | null;
                         id: string;
                         isMine: boolean;
                         kind: "jobFailed" | "scanLate" | "caseToDecide" | "paymentRunToApprove" | "paymentRunToSend" | "bankChange" | "settlementToApprove" | "settlementToIssue" | "adjustment" | "proposal" | "claimToAnswer" | "dispute" | "claimLate" | "quarantine" | "agreementEnds";
                         partner: string | null;
                         partnerName: string | null;
                         since: string | null;
                     }[];
                     earned: {
                         amount: string;
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         rows: number;
                     }[];
                     lastImport: {
                         id: string;
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         recordedAt: string;
                         rows: number;
                     } | null;
                     months: {
                         amount: string;
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         month: string;
                     }[];
                     paid: {
                         amount: string;
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 firstSteps: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         isDone: boolean;
                         step: "company" | "file" | "quarantine" | "agreement" | "approval" | "amount" | "colleague" | "partner";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listImports: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         actor: string;
                         batch: number;
                         bytes: number;
                         ended: {
                             arrived: number;
                             dismissed: number;
                             repaired: number;
                             replayed: number;
                         };
                         id: string;
                         kind: "lines" | "payments" | "stock" | "master";
                         mapping: {
                             name: string;
                             version: number;
                         } | null;
                         name: string;
                         open: number;
                         parent: string | null;
                         recordedAt: string;
                         rows: {
                             accepted: number;
                             duplicate: number;
                             quarantined: number;
                             superseded: number;
                         };
                         sha256: string;
                         source: string;
                         undone: {
                             actor: string;
                             batch: number;
                             reason: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importFile: {
     parameters: {
         query?: {
             documents?: "mayBeCut" | "whole";
             kind?: "lines" | "payments" | "stock";
             mapping?: string;
             mode?: "goodRows" | "allOrNothing";
             name?: string;
             unknown?: "quarantine" | "create";
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     accepted: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     batch: number;
                     bytes: number;
                     created?: {
                         partners: number;
                         products: number;
                     };
                     duplicate: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     id: string;
                     kind: "lines" | "payments" | "stock" | "master";
                     name: string;
                     quarantined: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     reasons: {
                         [key: string]: number;
                     };
                     received: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     sha256: string;
                     source: string;
                     superseded: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getImport: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     import: {
                         actor: string;
                         batch: number;
                         bytes: number;
                         ended: {
                             arrived: number;
                             dismissed: number;
                             repaired: number;
                             replayed: number;
                         };
                         id: string;
                         kind: "lines" | "payments" | "stock" | "master";
                         mapping: {
                             name: string;
                             version: number;
                         } | null;
                         name: string;
                         open: number;
                         parent: string | null;
                         recordedAt: string;
                         rows: {
                             accepted: number;
                             duplicate: number;
                             quarantined: number;
                             superseded: number;
                         };
                         sha256: string;
                         source: string;
                         undone: {
                             actor: string;
                             batch: number;
                             reason: string;
                         } | null;
                     };
                     lines: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     reasons: {
                         [key: string]: number;
                     };
                     standing: {
                         blocked: number;
                         counted: number;
                         excluded: number;
                     };
                     terms: {
                         agreement: string;
                         states: {
                             lines: number;
                             netValue: string;
                             reason: string | null;
                             state: "counted" | "excluded" | "blocked";
                             term: string;
                         }[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 dismissRows: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 code?: string;
                 reason: string;
                 rows?: number[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     dismissed: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportFailedRows: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 repairRows: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 repairs: {
                     fields: {
                         [key: string]: string;
                     };
                     row: number;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     import: string | null;
                     rows: {
                         disposition: ("accepted" | "duplicate" | "superseded" | "quarantined") | null;
                         problem: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         } | null;
                         row: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 undoImport: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number;
                     isNew: boolean;
                     restored: number | null;
                     withdrawn: number | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewUndo: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     changes: {
                         agreement: string;
                         causes: {
                             amount: string;
                             cause: string;
                         }[];
                         currency: string;
                         difference: string;
                         partner: string;
                         term: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                     isNew: boolean;
                     restored: number | null;
                     things: {
                         code: string;
                         fields: {
                             after: string | null;
                             before: string | null;
                             field: string;
                         }[];
                         isWithdrawn: boolean;
                         kind: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
                         validFrom: string | null;
                     }[];
                     withdrawn: number | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewImport: {
     parameters: {
         query?: {
             documents?: "mayBeCut" | "whole";
             earnings?: "true" | "false";
             kind?: "lines" | "payments" | "stock";
             mapping?: string;
             mode?: "goodRows" | "allOrNothing";
             name?: string;
             unknown?: "quarantine" | "create";
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     changes: {
                         agreement: string;
                         causes: {
                             amount: string;
                             cause: string;
                         }[];
                         currency: string;
                         difference: string;
                         partner: string;
                         term: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[] | null;
                     refusedRows: {
                         errors: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         row: number;
                     }[];
                     strangeUnits: {
                         first: string[];
                         lines: number;
                         products: number;
                         unit: string;
                     }[];
                     summary: {
                         accepted: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         bytes: number;
                         created?: {
                             partners: number;
                             products: number;
                         };
                         duplicate: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         quarantined: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         reasons: {
                             [key: string]: number;
                         };
                         received: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         sha256: string;
                         source: string;
                         superseded: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listImportsUnderWay: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         isPreview: boolean;
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         rows: number;
                         startedAt: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showInvitation: {
     requestBody: {
         content: {
             "application/json": {
                 invitation: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     email: string;
                     expiresAt: string;
                     hasPassword: boolean;
                     isForPartner: boolean;
                     name: string;
                     tenant: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 acceptInvitation: {
     requestBody: {
         content: {
             "application/json": {
                 invitation: string;
                 password?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     state: "signedIn" | "accepted";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listInvitations: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         email: string;
                         expiresAt: string;
                         id: string;
                         invitedAt: string;
                         invitedBy: string;
                         name: string;
                         partners: string[] | null;
                         person: string | null;
                         roles: {
                             companies: string[] | null;
                             limit: {
                                 amount: string;
                                 currency: string;
                             } | null;
                             role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                         }[];
                         state: "waiting" | "accepted" | "revoked" | "expired";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 inviteMember: {
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 language?: "en" | "zh-CN";
                 name: string;
                 partners: string[] | null;
                 roles: {
                     companies?: string[];
                     limit?: {
                         amount: string;
                         currency: string;
                     };
                     role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                 }[];
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     email: string;
                     expiresAt: string;
                     id: string;
                     invitedAt: string;
                     invitedBy: string;
                     name: string;
                     partners: string[] | null;
                     person: string | null;
                     roles: {
                         companies: string[] | null;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                     state: "waiting" | "accepted" | "revoked" | "expired";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 revokeInvitation: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 inviteAgain: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 language?: "en" | "zh-CN";
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     email: string;
                     expiresAt: string;
                     id: string;
                     invitedAt: string;
                     invitedBy: string;
                     name: string;
                     partners: string[] | null;
                     person: string | null;
                     roles: {
                         companies: string[] | null;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                     state: "waiting" | "accepted" | "revoked" | "expired";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listJobs: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             state?: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         attempts: number;
                         dueAt: string;
                         endedAt: string | null;
                         error: string | null;
                         id: string;
                         kind: "calculate" | "preview" | "takeMessages" | "passDay" | "sendNotices" | "sendReports" | "sendWebhooks" | "scanArrivals" | "scanHistory" | "backTest";
                         linesRead: number | null;
                         progress: {
                             done: number;
                             total: number | null;
                         };
                         requestedAt: string;
                         requestedBy: string;
                         startedAt: string | null;
                         state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                         subject: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getJob: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     attempts: number;
                     dueAt: string;
                     endedAt: string | null;
                     error: string | null;
                     id: string;
                     kind: "calculate" | "preview" | "takeMessages" | "passDay" | "sendNotices" | "sendReports" | "sendWebhooks" | "scanArrivals" | "scanHistory" | "backTest";
                     linesRead: number | null;
                     progress: {
                         done: number;
                         total: number | null;
                     };
                     requestedAt: string;
                     requestedBy: string;
                     startedAt: string | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                     subject: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 cancelJob: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     attempts: number;
                     dueAt: string;
                     endedAt: string | null;
                     error: string | null;
                     id: string;
                     kind: "calculate" | "preview" | "takeMessages" | "passDay" | "sendNotices" | "sendReports" | "sendWebhooks" | "scanArrivals" | "scanHistory" | "backTest";
                     linesRead: number | null;
                     progress: {
                         done: number;
                         total: number | null;
                     };
                     requestedAt: string;
                     requestedBy: string;
                     startedAt: string | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                     subject: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 retryJob: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     attempts: number;
                     dueAt: string;
                     endedAt: string | null;
                     error: string | null;
                     id: string;
                     kind: "calculate" | "preview" | "takeMessages" | "passDay" | "sendNotices" | "sendReports" | "sendWebhooks" | "scanArrivals" | "scanHistory" | "backTest";
                     linesRead: number | null;
                     progress: {
                         done: number;
                         total: number | null;
                     };
                     requestedAt: string;
                     requestedBy: string;
                     startedAt: string | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                     subject: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listKeys: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         expiresAt: string;
                         holder: {
                             id: string;
                             kind: "person" | "service";
                         };
                         id: string;
                         issuedAt: string;
                         label: string;
                         lastUsedAt: string | null;
                         revokedAt: string | null;
                         scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 issueKey: {
     requestBody: {
         content: {
             "application/json": {
                 expiresAt: string;
                 holder: {
                     id: string;
                     kind: "person";
                 } | {
                     id: string;
                     kind: "service";
                 };
                 label: string;
                 scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     key: {
                         expiresAt: string;
                         holder: {
                             id: string;
                             kind: "person" | "service";
                         };
                         id: string;
                         issuedAt: string;
                         label: string;
                         lastUsedAt: string | null;
                         revokedAt: string | null;
                         scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                     };
                     secret: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 revokeKey: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     holder: {
                         id: string;
                         kind: "person" | "service";
                     };
                     id: string;
                     issuedAt: string;
                     label: string;
                     lastUsedAt: string | null;
                     revokedAt: string | null;
                     scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getAccountRules: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rules: {
                         account: string;
                         agreement?: string;
                         company?: string;
                         costCentre?: string;
                         event?: string;
                         productGroup?: string;
                         role: "rebateExpense" | "rebateIncome" | "inventory" | "accruedLiability" | "accruedReceivable" | "claimedReceivable" | "partnerPayable" | "partnerReceivable" | "outputTax" | "inputTax" | "withholding" | "bankClearing" | "bank" | "writtenOff" | "lapsed" | "intercompany" | "exchangeDifference" | "conversion" | "advance" | "offset" | "fund" | "opening";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setAccountRules: {
     requestBody: {
         content: {
             "application/json": {
                 rules: {
                     account: string;
                     agreement?: string;
                     company?: string;
                     costCentre?: string;
                     event?: string;
                     productGroup?: string;
                     role: "rebateExpense" | "rebateIncome" | "inventory" | "accruedLiability" | "accruedReceivable" | "claimedReceivable" | "partnerPayable" | "partnerReceivable" | "outputTax" | "inputTax" | "withholding" | "bankClearing" | "bank" | "writtenOff" | "lapsed" | "intercompany" | "exchangeDifference" | "conversion" | "advance" | "offset" | "fund" | "opening";
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listBalances: {
     parameters: {
         query?: {
             agreement?: string;
             company?: string;
             from?: string;
             item?: string;
             partner?: string;
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         account: string;
                         balance: string;
                         book: {
                             balance: string;
                             currency: string;
                         };
                         company: string;
                         currency: string;
                         role: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getBooksCurrency: {
     parameters: {
         query: {
             company: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     currency: string;
                     fallback: "blocked" | {
                         previousDays: number;
                     };
                     path: ("direct" | "inverse") | {
                         through: string;
                     };
                     rateOn: "effective" | "booked";
                     rateType: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setBooksCurrency: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
                 currency: string;
                 fallback: "blocked" | {
                     previousDays: number;
                 };
                 path: ("direct" | "inverse") | {
                     through: string;
                 };
                 rateOn: "effective" | "booked";
                 rateType: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     currency: string;
                     fallback: "blocked" | {
                         previousDays: number;
                     };
                     path: ("direct" | "inverse") | {
                         through: string;
                     };
                     rateOn: "effective" | "booked";
                     rateType: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listMonths: {
     parameters: {
         query: {
             company: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         deeds: {
                             actor: string;
                             at: string;
                             deed: string;
                             hash: string | null;
                             proposedBy: string | null;
                             reason: string;
                         }[];
                         isClosed: boolean;
                         isSame: boolean | null;
                         month: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveReopening: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
                 month: string;
                 reason: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 closeMonth: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
                 month: string;
                 waivers: {
                     blocked?: string;
                     calculated?: string;
                     quarantined?: string;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     checklist: {
                         check: "calculated" | "quarantined" | "blocked" | "untied" | "unvalued";
                         open: number;
                         waiver: string | null;
                     }[];
                     hash: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getNextMonth: {
     parameters: {
         query: {
             company: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     checklist: {
                         check: "calculated" | "quarantined" | "blocked" | "untied" | "unvalued";
                         open: number;
                         waiver: string | null;
                     }[];
                     isOver: boolean;
                     month: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeReopening: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
                 month: string;
                 reason: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 rollForward: {
     parameters: {
         query: {
             agreement?: string;
             company?: string;
             from: string;
             in?: "own" | "books";
             item?: string;
             partner?: string;
             role?: "rebateExpense" | "rebateIncome" | "inventory" | "accruedLiability" | "accruedReceivable" | "claimedReceivable" | "partnerPayable" | "partnerReceivable" | "outputTax" | "inputTax" | "withholding" | "bankClearing" | "bank" | "writtenOff" | "lapsed" | "intercompany" | "exchangeDifference" | "conversion" | "advance" | "offset" | "fund" | "opening";
             until: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         account: string;
                         agreement: string | null;
                         closing: string;
                         company: string;
                         currency: string;
                         movements: {
                             amount: string;
                             kind: string;
                         }[];
                         opening: string;
                         partner: string | null;
                         role: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listTransfers: {
     parameters: {
         query?: {
             agreement?: string;
             company?: string;
             cursor?: string;
             event?: "open" | "accrue" | "stock" | "claim" | "settle" | "tax" | "pay" | "receive" | "bank" | "writeOff" | "lapse" | "withhold" | "advance" | "offset" | "intercompany" | "exchange" | "deduct" | "fund";
             from?: string;
             item?: string;
             limit?: string;
             partner?: string;
             role?: "rebateExpense" | "rebateIncome" | "inventory" | "accruedLiability" | "accruedReceivable" | "claimedReceivable" | "partnerPayable" | "partnerReceivable" | "outputTax" | "inputTax" | "withholding" | "bankClearing" | "bank" | "writtenOff" | "lapsed" | "intercompany" | "exchangeDifference" | "conversion" | "advance" | "offset" | "fund" | "opening";
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string | null;
                         amount: string;
                         batch: number;
                         book: {
                             amount: string;
                             currency: string;
                         } | null;
                         bookedOn: string;
                         cause: string | null;
                         company: string;
                         counterparty: string | null;
                         credit: string;
                         creditAccount: string;
                         currency: string;
                         debit: string;
                         debitAccount: string;
                         effectiveOn: string;
                         event: string;
                         id: string;
                         item: string | null;
                         number: string;
                         origin: {
                             id: string;
                             kind: string;
                         };
                         partner: string | null;
                         reverses: string | null;
                         term: string | null;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 valueBooks: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     corrected: number;
                     unvalued: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listLines: {
     parameters: {
         query?: {
             company?: string;
             cursor?: string;
             document?: string;
             from?: string;
             import?: string;
             limit?: string;
             partner?: string;
             product?: string;
             side?: "sale" | "purchase" | "sellThrough";
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         company: string;
                         currency: string;
                         day: string | null;
                         document: string;
                         import: string;
                         isReturn: boolean;
                         line: string;
                         netValue: string | null;
                         partner: string;
                         partnerName: string;
                         product: string;
                         productName: string;
                         quantity: string | null;
                         revision: number;
                         side: "sale" | "purchase" | "sellThrough";
                         source: string;
                         unit: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importLines: {
     requestBody: {
         content: {
             "application/json": {
                 items: {
                     [key: string]: string;
                 }[];
                 mode: "goodRows" | "allOrNothing";
                 source: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     import: {
                         accepted: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         batch: number;
                         bytes: number;
                         created?: {
                             partners: number;
                             products: number;
                         };
                         duplicate: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         id: string;
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         quarantined: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         reasons: {
                             [key: string]: number;
                         };
                         received: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         sha256: string;
                         source: string;
                         superseded: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                     };
                     items: {
                         disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                         index: number;
                         problem: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         } | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 explainLine: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
         };
         path: {
             document: string;
             line: string;
             source: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["LineExplanation"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listRevisions: {
     parameters: {
         path: {
             document: string;
             line: string;
             source: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     correctedBy: {
                         document: string;
                         line: string;
                     }[];
                     corrects: {
                         document: string;
                         line: string;
                     }[];
                     rows: {
                         actor: string;
                         batch: number;
                         changes: {
                             [key: string]: {
                                 before: string | null;
                                 now: string | null;
                             };
                         };
                         file: string;
                         import: string;
                         knownOn: string;
                         recordedAt: string;
                         revision: number;
                         row: number;
                         undoReason: string | null;
                         withdrawn: ("undo" | "document") | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 newestLineYear: {
     parameters: {
         query: {
             side: "sale" | "purchase" | "sellThrough";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     year: number | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getMailing: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     setAt: string | null;
                     state: "active" | "paused";
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setMailing: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 state: "active" | "paused";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     setAt: string | null;
                     state: "active" | "paused";
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listMappings: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         actor: string;
                         description: unknown;
                         name: string;
                         recordedAt: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 saveMapping: {
     requestBody: {
         content: {
             "application/json": {
                 columns?: string[];
                 description: {
                     [key: string]: unknown;
                 };
                 name: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     isNew: boolean;
                     name: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getMapping: {
     parameters: {
         path: {
             name: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     actor: string;
                     description: unknown;
                     name: string;
                     recordedAt: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listMasterData: {
     parameters: {
         query?: {
             code?: string;
             cursor?: string;
             effective?: string;
             kind?: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
             known?: string;
             limit?: string;
             text?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         attributes: {
                             [key: string]: string;
                         };
                         batch: number;
                         code: string;
                         kind: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
                         name: string;
                         validFrom: string | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listMasterVersions: {
     parameters: {
         path: {
             code: string;
             kind: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         attributes: {
                             [key: string]: string;
                         };
                         batch: number;
                         code: string;
                         isWithdrawn: boolean;
                         kind: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
                         knownOn: string;
                         name: string;
                         validFrom: string | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 writeMasterData: {
     requestBody: {
         content: {
             "application/json": {
                 allOrNothing: boolean;
                 items: {
                     attributes: {
                         [key: string]: string;
                     };
                     code: string;
                     kind: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
                     name?: string;
                     validFrom?: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             isChanged: boolean;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         207: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             isChanged: boolean;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         422: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             isChanged: boolean;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importMasterFile: {
     parameters: {
         query?: {
             mapping?: string;
             mode?: "goodRows" | "allOrNothing";
             name?: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     accepted: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     batch: number;
                     bytes: number;
                     created?: {
                         partners: number;
                         products: number;
                     };
                     duplicate: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     id: string;
                     kind: "lines" | "payments" | "stock" | "master";
                     name: string;
                     quarantined: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     reasons: {
                         [key: string]: number;
                     };
                     received: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                     sha256: string;
                     source: string;
                     superseded: {
                         netValue: string;
                         quantity: string;
                         rows: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewMasterFile: {
     parameters: {
         query?: {
             earnings?: "true" | "false";
             mapping?: string;
             name?: string;
         };
     };
     requestBody: {
         content: {
             "application/gzip": string;
             "application/json": string;
             "application/octet-stream": string;
             "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
             "text/csv": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     changes: {
                         agreement: string;
                         causes: {
                             amount: string;
                             cause: string;
                         }[];
                         currency: string;
                         difference: string;
                         partner: string;
                         term: string;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[] | null;
                     correctedVersions: number;
                     newThings: number;
                     newVersions: number;
                     refusedRows: {
                         errors: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         row: number;
                     }[];
                     rows: {
                         change: "newThing" | "newVersion" | "correctedVersion";
                         code: string;
                         fields: {
                             after: string | null;
                             before: string | null;
                             field: string;
                         }[];
                         kind: "partner" | "product" | "category" | "rate" | "price" | "ownDocument" | "budget" | "plan" | "baseline";
                         row: number;
                         validFrom: string | null;
                     }[];
                     summary: {
                         accepted: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         bytes: number;
                         created?: {
                             partners: number;
                             products: number;
                         };
                         duplicate: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         quarantined: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         reasons: {
                             [key: string]: number;
                         };
                         received: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         sha256: string;
                         source: string;
                         superseded: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 whoAmI: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     kind: "person" | "service" | "system";
                     name: string;
                     partners: string[] | null;
                     roles: {
                         companies: string[] | null;
                         grantedAt: string;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                     scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                     tenant: {
                         code: string;
                         name: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listNotices: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         address: string;
                         at: string;
                         id: string;
                         isRead: boolean;
                         kind: "mentioned" | "approvalWaits" | "approved" | "rejected" | "importEnded" | "importQuarantined" | "partnerWrote" | "claimAnswered" | "claimDecided" | "disputeAnswered" | "documentIssued" | "statementSent" | "agreementToAccept" | "webhookStopped" | "casesOpened";
                         text: string;
                     }[];
                     unread: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 markNotice: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 isRead: boolean;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 showNoticeChoices: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     language: ("en" | "zh-CN") | null;
                     mail: {
                         kind: "mentioned" | "approvalWaits" | "approved" | "rejected" | "importEnded" | "importQuarantined" | "partnerWrote" | "claimAnswered" | "claimDecided" | "disputeAnswered" | "documentIssued" | "statementSent" | "agreementToAccept" | "webhookStopped" | "casesOpened";
                         when: "now" | "daily" | "off";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setNoticeChoices: {
     requestBody: {
         content: {
             "application/json": {
                 language: "en" | "zh-CN";
                 mail: {
                     kind: "mentioned" | "approvalWaits" | "approved" | "rejected" | "importEnded" | "importQuarantined" | "partnerWrote" | "claimAnswered" | "claimDecided" | "disputeAnswered" | "documentIssued" | "statementSent" | "agreementToAccept" | "webhookStopped" | "casesOpened";
                     when: "now" | "daily" | "off";
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     language: ("en" | "zh-CN") | null;
                     mail: {
                         kind: "mentioned" | "approvalWaits" | "approved" | "rejected" | "importEnded" | "importQuarantined" | "partnerWrote" | "claimAnswered" | "claimDecided" | "disputeAnswered" | "documentIssued" | "statementSent" | "agreementToAccept" | "webhookStopped" | "casesOpened";
                         when: "now" | "daily" | "off";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 markAllNotices: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     marked: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 stopMails: {
     requestBody: {
         content: {
             "application/json": {
                 text: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 openApi: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     [key: string]: unknown;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendConfirmation: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 company: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     balances: {
                         asOf: string;
                         batch: number;
                         company: string;
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         earned: string;
                         events: {
                             actor: string;
                             amount: string | null;
                             at: string;
                             day: string;
                             event: number;
                             kind: "confirmed" | "contested" | "assigned" | "replied" | "resolved";
                             note: string | null;
                             person: string | null;
                             sha256: string | null;
                         }[];
                         id: string;
                         open: string;
                         paid: string;
                         partner: string;
                         sentAt: string;
                         sentBy: string;
                         settled: string;
                         state: "sent" | "confirmed" | "contested" | "resolved";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getBankAccount: {
     parameters: {
         query?: {
             effective?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     bankCode: string | null;
                     batch: number;
                     bic: string | null;
                     decision: "waits" | "approved" | "rejected";
                     holder: string;
                     iban: string | null;
                     number: string | null;
                     partner: string;
                     payableFrom: string | null;
                     validFrom: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setBankAccount: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 account: {
                     bankCode?: string;
                     bic?: string;
                     holder: string;
                     iban?: string;
                     number?: string;
                 } | null;
                 validFrom: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number | null;
                     isChanged: boolean;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideBankAccount: {
     parameters: {
         path: {
             batch: string;
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 decision: "approved" | "rejected";
                 reason?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     decision: "waits" | "approved" | "rejected";
                     payableFrom: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 revealBankAccount: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 effective?: string;
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     bankCode: string | null;
                     batch: number;
                     bic: string | null;
                     decision: "waits" | "approved" | "rejected";
                     holder: string;
                     iban: string | null;
                     number: string | null;
                     partner: string;
                     payableFrom: string | null;
                     validFrom: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 partnerStatement: {
     parameters: {
         query?: {
             company?: string;
             from?: string;
             lang?: "en" | "zh-CN";
             until?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["Statement"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 partnerStatementFile: {
     parameters: {
         query?: {
             company?: string;
             format?: "pdf" | "xlsx" | "csv" | "zip";
             from?: string;
             lang?: "en" | "zh-CN";
             until?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/pdf": string;
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "application/zip": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 resetPassword: {
     requestBody: {
         content: {
             "application/json": {
                 password: string;
                 ticket: string;
             };
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 askPasswordReset: {
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 in: "office" | "portal";
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     state: "asked";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPayables: {
     parameters: {
         query?: {
             company?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         amount: string;
                         company: string;
                         currency: string;
                         dueOn: string;
                         issuedOn: string;
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         method: "creditNote" | "debitNote" | "payment" | "goods" | "deduction";
                         number: string;
                         partner: string;
                         settlement: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPayingAccounts: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         bankCode: string | null;
                         bic: string | null;
                         code: string;
                         company: string;
                         currency: string;
                         file: string;
                         holder: string;
                         iban: string | null;
                         number: string | null;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setPayingAccount: {
     requestBody: {
         content: {
             "application/json": {
                 account: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     code: string;
                     isChanged: boolean;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPaymentItems: {
     requestBody: {
         content: {
             "application/json": {
                 company: string;
                 currency: string;
                 dueUntil?: string;
                 methods: ("payment" | "creditNote" | "debitNote")[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         currency: string;
                         dueOn: string;
                         method: string;
                         number: string;
                         open: string;
                         owed: string;
                         partner: string;
                         settlement: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPaymentRules: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     inForce: number;
                     rules: {
                         [key: string]: unknown;
                     } | null;
                     versions: {
                         approver: string | null;
                         at: string;
                         author: string;
                         batch: number | null;
                         rules: {
                             [key: string]: unknown;
                         };
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposePaymentRules: {
     requestBody: {
         content: {
             "application/json": {
                 rules: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 confirmPaymentRules: {
     parameters: {
         path: {
             version: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPaymentRuns: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             payment?: string;
             state?: "proposed" | "approved" | "sent" | "withdrawn";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         account: string;
                         approvals: number;
                         approvers: string[];
                         author: string;
                         company: string;
                         currency: string;
                         executionDay: string;
                         id: string;
                         messageId: string | null;
                         proposedAt: string;
                         sender: string | null;
                         sentAt: string | null;
                         sha256: string | null;
                         state: "proposed" | "approved" | "sent" | "withdrawn";
                         total: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposePaymentRun: {
     requestBody: {
         content: {
             "application/json": {
                 account: string;
                 dueUntil?: string;
                 executionDay: string;
                 methods: ("payment" | "creditNote" | "debitNote")[];
                 partners?: string[];
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     approvals: number;
                     currency: string;
                     id: string;
                     leftOut: {
                         errors: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         partner: string;
                     }[];
                     payments: {
                         amount: string;
                         partner: string;
                         payment: string;
                         remittance: string;
                     }[];
                     total: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getPaymentRun: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     account: string;
                     approvals: number;
                     approvers: string[];
                     author: string;
                     company: string;
                     currency: string;
                     executionDay: string;
                     id: string;
                     messageId: string | null;
                     payments: {
                         account: string;
                         amount: string;
                         endToEndId: string;
                         events: {
                             actor: string;
                             amount: string;
                             at: string;
                             reason: string;
                             source: string;
                             state: "proposed" | "approved" | "sent" | "withdrawn" | "unknown" | "confirmed" | "partlyReturned" | "returned" | "rejected";
                         }[];
                         id: string;
                         items: {
                             amount: string;
                             document: string;
                             settlement: string;
                         }[];
                         partner: string;
                         remittance: string;
                         returned: string;
                         state: "proposed" | "approved" | "sent" | "withdrawn" | "unknown" | "confirmed" | "partlyReturned" | "returned" | "rejected";
                     }[];
                     proposedAt: string;
                     sender: string | null;
                     sentAt: string | null;
                     sha256: string | null;
                     state: "proposed" | "approved" | "sent" | "withdrawn";
                     total: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approvePaymentRun: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     missing: number;
                     state: "proposed" | "approved" | "sent" | "withdrawn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getPaymentFile: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/xml": string;
                 "text/csv; charset=utf-8": string;
                 "text/plain; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendPaymentRun: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     messageId: string;
                     sha256: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 withdrawPaymentRun: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     state: "withdrawn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewPaymentRun: {
     requestBody: {
         content: {
             "application/json": {
                 account: string;
                 dueUntil?: string;
                 executionDay: string;
                 methods: ("payment" | "creditNote" | "debitNote")[];
                 partners?: string[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     approvals: number;
                     currency: string;
                     id: string;
                     leftOut: {
                         errors: {
                             at: string;
                             code: string;
                             detail: string;
                             facts: {
                                 [key: string]: string;
                             };
                             texts: {
                                 en: {
                                     detail: string;
                                     title: string;
                                 };
                                 "zh-CN": {
                                     detail: string;
                                     title: string;
                                 };
                             };
                             title: string;
                         }[];
                         partner: string;
                     }[];
                     payments: {
                         amount: string;
                         partner: string;
                         payment: string;
                         remittance: string;
                     }[];
                     total: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 importPaymentStatus: {
     parameters: {
         query: {
             name: string;
         };
     };
     requestBody: {
         content: {
             "application/octet-stream": string;
             "application/xml": string;
             "text/plain": string;
             "text/xml": string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     heard: number;
                     known: number;
                     refusals: {
                         at: string;
                         code: string;
                         detail: string;
                         facts: {
                             [key: string]: string;
                         };
                         texts: {
                             en: {
                                 detail: string;
                                 title: string;
                             };
                             "zh-CN": {
                                 detail: string;
                                 title: string;
                             };
                         };
                         title: string;
                     }[];
                     underWay: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getRemittanceAdvice: {
     parameters: {
         query?: {
             format?: "pdf" | "xlsx" | "csv";
             lang?: "en" | "zh-CN";
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/pdf": string;
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 resolvePayment: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 is: "confirm" | "reject";
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     state: "proposed" | "approved" | "sent" | "withdrawn" | "unknown" | "confirmed" | "partlyReturned" | "returned" | "rejected";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 writePayments: {
     requestBody: {
         content: {
             "application/json": {
                 allOrNothing: boolean;
                 items: {
                     amount: string;
                     currency: string;
                     discount?: string;
                     document: string;
                     documentSource?: string;
                     documentTotal?: string;
                     paidOn: string;
                     payment: string;
                     source: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         207: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         422: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPersons: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         id: string;
                         isActive: boolean;
                         login: string;
                         name: string;
                         partners: string[] | null;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 createPerson: {
     requestBody: {
         content: {
             "application/json": {
                 login: string;
                 name: string;
                 partners: string[] | null;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                     isActive: boolean;
                     login: string;
                     name: string;
                     partners: string[] | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getPerson: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     isActive: boolean;
                     login: string;
                     name: string;
                     partners: string[] | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 changePerson: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 isActive: boolean;
                 name: string;
                 partners: string[] | null;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     isActive: boolean;
                     login: string;
                     name: string;
                     partners: string[] | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 erasePerson: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     entries: number;
                     isChanged: boolean;
                     person: {
                         id: string;
                         isActive: boolean;
                         login: string;
                         name: string;
                         partners: string[] | null;
                         version: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 exportPerson: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     person: {
                         id: string;
                         isActive: boolean;
                         login: string;
                         name: string;
                         partners: string[] | null;
                         version: number;
                     };
                     places: {
                         fate: "deleted" | "renamed" | "kept";
                         place: string;
                         rows: {
                             [key: string]: unknown;
                         }[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getPersonRoles: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         companies: string[] | null;
                         grantedAt: string;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setPersonRoles: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 roles: {
                     companies?: string[];
                     limit?: {
                         amount: string;
                         currency: string;
                     };
                     role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         companies: string[] | null;
                         grantedAt: string;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 createPersons: {
     requestBody: {
         content: {
             "application/json": {
                 allOrNothing: boolean;
                 items: {
                     login: string;
                     name: string;
                     partners: string[] | null;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             id: string;
                             isActive: boolean;
                             login: string;
                             name: string;
                             partners: string[] | null;
                             version: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         207: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             id: string;
                             isActive: boolean;
                             login: string;
                             name: string;
                             partners: string[] | null;
                             version: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         422: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             id: string;
                             isActive: boolean;
                             login: string;
                             name: string;
                             partners: string[] | null;
                             version: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listOwnAgreements: {
     parameters: {
         query?: {
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         agreement: string;
                         claimRule: "automatic" | "partnerClaims" | "weClaim";
                         currency: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                         parties: {
                             accepted: {
                                 at: string;
                                 by: string;
                             } | null;
                             partner: string;
                             partnerName: string;
                         }[];
                         settledNext: string | null;
                         state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                         validity: {
                             firstDay: string;
                             lastDay: string;
                         };
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 readOwnAgreement: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
             partner?: string;
         };
         path: {
             code: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     claimRule: "automatic" | "partnerClaims" | "weClaim";
                     clauses: {
                         depth: number;
                         kind: "heading" | "sentence";
                         text: string;
                     }[];
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     name: {
                         en: string;
                         "zh-CN": string;
                     };
                     parties: {
                         accepted: {
                             at: string;
                             by: string;
                         } | null;
                         partner: string;
                         partnerName: string;
                     }[];
                     settledNext: string | null;
                     state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                     validity: {
                         firstDay: string;
                         lastDay: string;
                     };
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 acceptOwnAgreement: {
     parameters: {
         path: {
             code: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 partner: string;
                 version: number;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     claimRule: "automatic" | "partnerClaims" | "weClaim";
                     currency: string;
                     direction: "customerRebate" | "supplierRebate" | "neither";
                     name: {
                         en: string;
                         "zh-CN": string;
                     };
                     parties: {
                         accepted: {
                             at: string;
                             by: string;
                         } | null;
                         partner: string;
                         partnerName: string;
                     }[];
                     settledNext: string | null;
                     state: "draft" | "inReview" | "withdrawn" | "approved" | "active" | "expired" | "terminated";
                     validity: {
                         firstDay: string;
                         lastDay: string;
                     };
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listOwnCompanies: {
     parameters: {
         query?: {
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         code: string;
                         day: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listOwnLines: {
     parameters: {
         query?: {
             cursor?: string;
             document?: string;
             from?: string;
             limit?: string;
             partner?: string;
             product?: string;
             until?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         currency: string;
                         day: string;
                         document: string;
                         kind: "goods" | "freight" | "fee" | "freeGoods" | "rebateDocument";
                         line: string;
                         partner: string;
                         product: string;
                         productName: string;
                         quantity: string | null;
                         returnOf: string | null;
                         side: "sale" | "purchase" | "sellThrough";
                         source: string;
                         unit: string;
                         value: string | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listOwnPayments: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         amount: string;
                         bankReference: string;
                         company: string;
                         currency: string;
                         documents: {
                             kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                             number: string;
                             paid: string;
                             returned: string;
                             settlement: string;
                         }[];
                         executionDay: string;
                         id: string;
                         partner: string;
                         returned: string;
                         state: "announced" | "paid" | "partlyReturned" | "returned" | "failed";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 readOwnPayment: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     amount: string;
                     bankReference: string;
                     company: string;
                     companyName: string;
                     currency: string;
                     documents: {
                         dueOn: string;
                         gross: string;
                         issuedOn: string;
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice";
                         number: string;
                         paid: string;
                         parts: {
                             agreement: string;
                             agreementName: {
                                 en: string;
                                 "zh-CN": string;
                             } | null;
                             earning: string | null;
                             net: string;
                             term: string;
                             window: {
                                 firstDay: string;
                                 lastDay: string;
                             };
                         }[];
                         returned: string;
                         settlement: string;
                         withheld: string;
                     }[];
                     executionDay: string;
                     heard: {
                         amount: string;
                         at: string;
                         state: "announced" | "paid" | "partlyReturned" | "returned" | "failed";
                     }[];
                     id: string;
                     partner: string;
                     returned: string;
                     state: "announced" | "paid" | "partlyReturned" | "returned" | "failed";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getOwnRemittanceAdvice: {
     parameters: {
         query?: {
             format?: "pdf" | "xlsx" | "csv";
             lang?: "en" | "zh-CN";
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/pdf": string;
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPartnerUsers: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     invitations: {
                         email: string;
                         expiresAt: string;
                         id: string;
                         name: string;
                     }[];
                     users: {
                         id: string;
                         isActive: boolean;
                         isSelf: boolean;
                         login: string;
                         name: string;
                         partners: string[];
                         role: ("partnerAdministrator" | "partnerUser") | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 changePartnerUser: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 isActive: boolean;
                 role: "partnerAdministrator" | "partnerUser";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     isActive: boolean;
                     isSelf: boolean;
                     login: string;
                     name: string;
                     partners: string[];
                     role: ("partnerAdministrator" | "partnerUser") | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 invitePartnerUser: {
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 name: string;
                 role: "partnerAdministrator" | "partnerUser";
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     email: string;
                     expiresAt: string;
                     id: string;
                     name: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPreviews: {
     parameters: {
         query?: {
             agreement?: string;
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         effective: string | null;
                         finishedAt: string | null;
                         id: string;
                         job: string;
                         known: string | null;
                         proposal: string | null;
                         requestedAt: string;
                         requestedBy: string;
                         result: {
                             batch: number;
                             effective: string;
                             empty: number;
                             isNow: boolean;
                             isSame: boolean;
                             months: {
                                 after: string;
                                 before: string;
                                 currency: string;
                                 difference: string;
                                 direction: "customerRebate" | "supplierRebate" | "neither";
                                 month: string;
                             }[];
                             name: {
                                 en: string;
                                 "zh-CN": string;
                             };
                             partners: {
                                 after: string;
                                 before: string;
                                 currency: string;
                                 difference: string;
                                 direction: "customerRebate" | "supplierRebate" | "neither";
                                 partner: string;
                                 partnerName: string;
                             }[];
                             rows: number;
                             totals: {
                                 after: string;
                                 before: string;
                                 currency: string;
                                 difference: string;
                                 direction: "customerRebate" | "supplierRebate" | "neither";
                             }[];
                             version: number | null;
                         } | null;
                         state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 requestPreview: {
     requestBody: {
         content: {
             "application/json": {
                 effective?: string;
                 known?: string;
                 text: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     agreement: string;
                     effective: string | null;
                     finishedAt: string | null;
                     id: string;
                     job: string;
                     known: string | null;
                     proposal: string | null;
                     requestedAt: string;
                     requestedBy: string;
                     result: {
                         batch: number;
                         effective: string;
                         empty: number;
                         isNow: boolean;
                         isSame: boolean;
                         months: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             month: string;
                         }[];
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                         partners: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             partner: string;
                             partnerName: string;
                         }[];
                         rows: number;
                         totals: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                         }[];
                         version: number | null;
                     } | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getPreview: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     effective: string | null;
                     finishedAt: string | null;
                     id: string;
                     job: string;
                     known: string | null;
                     proposal: string | null;
                     requestedAt: string;
                     requestedBy: string;
                     result: {
                         batch: number;
                         effective: string;
                         empty: number;
                         isNow: boolean;
                         isSame: boolean;
                         months: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             month: string;
                         }[];
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                         partners: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             partner: string;
                             partnerName: string;
                         }[];
                         rows: number;
                         totals: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                         }[];
                         version: number | null;
                     } | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listPreviewRows: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         after: string;
                         before: string;
                         blockedLines: number;
                         booking: {
                             booked: string;
                             causes: {
                                 cause: "engine" | "terms" | "masterData" | "units" | "exchangeRates" | "onTimeLines" | "lateLines" | "corrections" | "returns" | "adjustments" | "estimate";
                                 delta: string;
                             }[];
                             delta: string;
                         } | null;
                         currency: string;
                         difference: string;
                         direction: "customerRebate" | "supplierRebate" | "neither";
                         partner: string;
                         partnerName: string;
                         term: string;
                         tierAfter: number | null;
                         tierBefore: number | null;
                         window: {
                             firstDay: string;
                             lastDay: string;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listProposals: {
     parameters: {
         query?: {
             agreement?: string;
             cursor?: string;
             limit?: string;
             state?: "draft" | "inReview" | "approved" | "withdrawn";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         agreement: string;
                         baseVersion: number;
                         id: string;
                         kind: "new" | "clone" | "renewal" | "version" | "supplement" | "termination";
                         madeFrom: {
                             agreement: string;
                             version: number;
                         } | null;
                         number: number;
                         revision: number;
                         state: "draft" | "inReview" | "approved" | "withdrawn";
                         submission: number;
                         version: number | null;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 draftAgreement: {
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
                 submit?: {
                     amount: string;
                     of: "expected";
                 } | {
                     of: "capped";
                 };
                 text: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     revision: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["ProposalView"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
                 submission: number;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     level: string;
                     missing: string[];
                     proposal: string;
                     version: number | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 requestProposalPreview: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 effective?: string;
                 known?: string;
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     agreement: string;
                     effective: string | null;
                     finishedAt: string | null;
                     id: string;
                     job: string;
                     known: string | null;
                     proposal: string | null;
                     requestedAt: string;
                     requestedBy: string;
                     result: {
                         batch: number;
                         effective: string;
                         empty: number;
                         isNow: boolean;
                         isSame: boolean;
                         months: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             month: string;
                         }[];
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                         partners: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                             partner: string;
                             partnerName: string;
                         }[];
                         rows: number;
                         totals: {
                             after: string;
                             before: string;
                             currency: string;
                             difference: string;
                             direction: "customerRebate" | "supplierRebate" | "neither";
                         }[];
                         version: number | null;
                     } | null;
                     state: "waiting" | "running" | "done" | "failed" | "merged" | "cancelled";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 recallProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     state: "draft" | "withdrawn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 rejectProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
                 submission: number;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     state: "draft" | "withdrawn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 submitProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
                 revision: number;
                 value: {
                     amount: string;
                     of: "expected";
                 } | {
                     of: "capped";
                 };
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     agreement: string;
                     levels: {
                         id: string;
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                     }[];
                     proposal: string;
                     submission: number;
                     value: {
                         amount: string;
                         currency: string;
                         of: "expected" | "capped";
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 saveDraft: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 onVersionInForce: boolean;
                 reason?: string;
                 text: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     revision: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 withdrawProposal: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     agreement: string;
                     proposal: string;
                     state: "draft" | "withdrawn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listQuarantine: {
     parameters: {
         query?: {
             code?: string;
             cursor?: string;
             import?: string;
             kind?: "lines" | "payments" | "stock" | "master";
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     reasons: {
                         [key: string]: number;
                     };
                     rows: {
                         fields: {
                             [key: string]: string;
                         } | null;
                         import: string;
                         problem: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         row: number;
                         texts: string[];
                     }[];
                     titles: {
                         [key: string]: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 replayQuarantine: {
     requestBody: {
         content: {
             "application/json": {
                 code?: string;
                 import?: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     imports: {
                         accepted: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         batch: number;
                         bytes: number;
                         created?: {
                             partners: number;
                             products: number;
                         };
                         duplicate: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         id: string;
                         kind: "lines" | "payments" | "stock" | "master";
                         name: string;
                         quarantined: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         reasons: {
                             [key: string]: number;
                         };
                         received: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                         sha256: string;
                         source: string;
                         superseded: {
                             netValue: string;
                             quantity: string;
                             rows: number;
                         };
                     }[];
                     tried: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listReports: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         lead: string;
                         name: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
                         takes: ("agreement" | "partner" | "direction")[];
                         title: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 reportFile: {
     parameters: {
         query: {
             agreement?: string;
             direction?: "customerRebate" | "supplierRebate" | "neither";
             format?: "csv" | "xlsx" | "pdf";
             name: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/pdf": string;
                 "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                 "text/csv; charset=utf-8": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listSubscriptions: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     isPaused: boolean;
                     rows: {
                         filter: {
                             [key: string]: string;
                         };
                         format: "csv" | "xlsx" | "pdf";
                         id: string;
                         language: "en" | "zh-CN";
                         last: {
                             at: string;
                             outcome: "sent" | "tooLarge" | "refused" | "notAllowed";
                         } | null;
                         nextAt: string;
                         report: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
                         rhythm: "weekly" | "monthly";
                         timeZone: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 subscribeReport: {
     requestBody: {
         content: {
             "application/json": {
                 filter: {
                     agreement?: string;
                     direction?: "customerRebate" | "supplierRebate" | "neither";
                     partner?: string;
                 };
                 format: "csv" | "xlsx" | "pdf";
                 report: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
                 rhythm: "weekly" | "monthly";
                 timeZone?: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     filter: {
                         [key: string]: string;
                     };
                     format: "csv" | "xlsx" | "pdf";
                     id: string;
                     language: "en" | "zh-CN";
                     last: {
                         at: string;
                         outcome: "sent" | "tooLarge" | "refused" | "notAllowed";
                     } | null;
                     nextAt: string;
                     report: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
                     rhythm: "weekly" | "monthly";
                     timeZone: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 endSubscription: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 makeReport: {
     parameters: {
         query: {
             agreement?: string;
             direction?: "customerRebate" | "supplierRebate" | "neither";
             name: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
             partner?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     bar: {
                         figure: string;
                         label: string[];
                     };
                     batch: number;
                     columns: {
                         holds: "text" | "money" | "percent" | "count";
                         name: string;
                         title: string;
                     }[];
                     day: string;
                     lead: string;
                     name: "earnedByPartner" | "earnedByAgreement" | "recognisedByProduct" | "liability" | "ageing" | "tierProgress" | "programmeReturn" | "marginWaterfall";
                     rows: {
                         cells: {
                             [key: string]: string;
                         };
                         earning: string | null;
                         said: {
                             [key: string]: string;
                         };
                     }[];
                     title: string;
                     totals: {
                         cells: {
                             [key: string]: string;
                         };
                         earning: string | null;
                         said: {
                             [key: string]: string;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getRetention: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     kinds: {
                         days: number;
                         isOwn: boolean;
                         kind: "answers" | "jobs" | "events" | "notices" | "invitations";
                         least: number;
                         most: number;
                     }[];
                     setAt: string | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setRetention: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 days: number | null;
                 kind: "answers" | "jobs" | "events" | "notices" | "invitations";
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     kinds: {
                         days: number;
                         isOwn: boolean;
                         kind: "answers" | "jobs" | "events" | "notices" | "invitations";
                         least: number;
                         most: number;
                     }[];
                     setAt: string | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listRoles: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         isForPartners: boolean;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                         scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 createSandbox: {
     requestBody: {
         content: {
             "application/json": {
                 businessDay: string;
                 company: string;
                 keyExpiresAt: string;
                 name: string;
                 timeZone: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     approverSecret: string;
                     secret: string;
                     tenant: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 findThings: {
     parameters: {
         query?: {
             limit?: string;
             q?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         code: string;
                         id: string;
                         kind: "agreement" | "partner" | "product" | "claim" | "settlement" | "document" | "import";
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listServices: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         code: string;
                         id: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 createService: {
     requestBody: {
         content: {
             "application/json": {
                 code: string;
                 name: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     code: string;
                     id: string;
                     name: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showSession: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     email: string;
                     needs: "secondFactor" | null;
                     person: {
                         id: string;
                         name: string;
                         partners: string[] | null;
                     } | null;
                     roles: {
                         companies: string[] | null;
                         grantedAt: string;
                         limit: {
                             amount: string;
                             currency: string;
                         } | null;
                         role: "administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser";
                     }[];
                     scopes: ("facts:read" | "facts:write" | "bank:read" | "bank:write" | "bank:approve" | "payments:read" | "payments:write" | "payments:approve" | "payments:send" | "agreements:read" | "agreements:write" | "agreements:approve" | "agreements:accept" | "earnings:read" | "calculation:run" | "claims:read" | "claims:write" | "claims:send" | "claims:approve" | "ledger:read" | "ledger:write" | "ledger:approve" | "settlements:read" | "settlements:write" | "settlements:approve" | "cutover:read" | "cutover:write" | "jobs:read" | "jobs:write" | "exports:read" | "audit:read" | "trust:read" | "trust:write" | "trust:decide" | "company:read" | "company:write" | "access:read" | "access:write" | "users:write")[];
                     session: {
                         begunAt: string;
                         device: string;
                         expiresAt: string;
                         id: string;
                         isStrong: boolean;
                         isThis: boolean;
                         method: "password" | "invitation" | "totp" | "recoveryCode" | "passkey" | "sso" | "trial";
                         seenAt: string;
                     };
                     tenant: {
                         code: string;
                         name: string;
                     } | null;
                     tenants: {
                         code: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 signOut: {
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 switchTenant: {
     requestBody: {
         content: {
             "application/json": {
                 tenant: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     tenant: {
                         code: string;
                         name: string;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listSessions: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         begunAt: string;
                         device: string;
                         expiresAt: string;
                         id: string;
                         isStrong: boolean;
                         isThis: boolean;
                         method: "password" | "invitation" | "totp" | "recoveryCode" | "passkey" | "sso" | "trial";
                         seenAt: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 endOtherSessions: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     ended: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 endSession: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 listSettlements: {
     parameters: {
         query?: {
             company?: string;
             cursor?: string;
             limit?: string;
             partner?: string;
             state?: "proposed" | "approved" | "awaitingNumber" | "issued" | "cancelled" | "rejected";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         cancelReason: string | null;
                         cancels: string | null;
                         company: string;
                         currency: string;
                         dueOn: string | null;
                         gross: string;
                         id: string;
                         issuedOn: string | null;
                         kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice" | "lapse";
                         method: "creditNote" | "debitNote" | "payment" | "goods" | "deduction";
                         net: string;
                         number: string | null;
                         partner: string;
                         payout: {
                             from: string;
                             rate: string;
                             source: {
                                 day: string;
                                 rateType: string;
                             } | null;
                         } | null;
                         proposedAt: string;
                         proposedBy: string;
                         reason: "settlement" | "clawBack" | "lapse" | "cancellation" | "advance";
                         reclaims: string | null;
                         run: string;
                         side: "payable" | "receivable";
                         state: "proposed" | "approved" | "awaitingNumber" | "issued" | "cancelled" | "rejected";
                         tax: string;
                         treatment: "priceReduction" | "partnerService" | "outsideScope" | "nonAdjacentPayer";
                         withheld: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeSettlement: {
     requestBody: {
         content: {
             "application/json": {
                 agreements?: string[];
                 company: string;
                 day?: string;
                 partners?: string[];
                 waivers?: {
                     agreement: string;
                     partner?: string;
                     reason: string;
                     term: string;
                 }[];
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     batch: number;
                     company: string;
                     day: string;
                     heldBack: {
                         partner: string;
                         reason: "settlement-held" | "scan-awaited";
                     }[];
                     notDue: string[];
                     parties: {
                         accounts: {
                             adjusted: string;
                             agreement: string;
                             asOf: string;
                             documented: string;
                             earned: string;
                             firstDay: string;
                             lapsed: string;
                             lastDay: string;
                             participant: string;
                             parts: {
                                 amount: string;
                                 kind: "document" | "lapsed" | "held";
                                 reason: "settlement" | "clawBack" | "interimShare" | "incomplete" | "awaitsClaim" | "claimedByUs" | "nextWindow" | "currencyDiffers" | "exchangeRateMissing" | "goodsWithheld" | "taxRateMissing" | "taxBasisMissing" | "overpaid" | "offset" | "belowMinimum" | "lateFacts" | "claimDeadline" | "adjustmentExpired" | "clawBackWaived";
                             }[];
                             stage: "interim" | "final" | "reopened";
                             term: string;
                         }[];
                         currency: string;
                         documents: {
                             gross: string;
                             lines: {
                                 agreement: string;
                                 firstDay: string;
                                 lastDay: string;
                                 net: string;
                                 participant: string;
                                 rate: string;
                                 stated: string;
                                 term: string;
                             }[];
                             method: "creditNote" | "debitNote" | "payment" | "goods" | "deduction";
                             net: string;
                             payout: {
                                 from: string;
                                 rate: string;
                                 source: {
                                     day: string;
                                     rateType: string;
                                 } | null;
                             } | null;
                             reason: "settlement" | "clawBack";
                             tax: string;
                             taxes: {
                                 net: string;
                                 rate: string;
                                 tax: string;
                             }[];
                             treatment: "priceReduction" | "partnerService" | "outsideScope" | "nonAdjacentPayer";
                             withheld: string;
                         }[];
                         earnedIn: string;
                         lacks: ("partnerCountry" | "partnerTaxId" | "companyParty" | "companySeries")[];
                         partner: string;
                         reclaims: {
                             advance: string;
                             agreement: string;
                             amount: string;
                             firstDay: string;
                             lastDay: string;
                             number: string;
                             participant: string;
                             term: string;
                         }[];
                         side: "payable" | "receivable";
                     }[];
                     run: string | null;
                     settlements: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     accounts: {
                         adjusted: string;
                         agreement: string;
                         asOf: string;
                         documented: string;
                         earned: string;
                         firstDay: string;
                         lapsed: string;
                         lastDay: string;
                         participant: string;
                         parts: {
                             amount: string;
                             kind: "document" | "lapsed" | "held";
                             reason: "settlement" | "clawBack" | "interimShare" | "incomplete" | "awaitsClaim" | "claimedByUs" | "nextWindow" | "currencyDiffers" | "exchangeRateMissing" | "goodsWithheld" | "taxRateMissing" | "taxBasisMissing" | "overpaid" | "offset" | "belowMinimum" | "lateFacts" | "claimDeadline" | "adjustmentExpired" | "clawBackWaived";
                         }[];
                         stage: "interim" | "final" | "reopened";
                         term: string;
                     }[];
                     batch: number;
                     cancelReason: string | null;
                     cancels: string | null;
                     company: string;
                     currency: string;
                     day: string;
                     dueOn: string | null;
                     gross: string;
                     id: string;
                     issuedOn: string | null;
                     kind: "creditNote" | "debitNote" | "selfBilledInvoice" | "selfBilledCreditNote" | "paymentNotice" | "reclaimNotice" | "lapse";
                     lacks: ("partnerCountry" | "partnerTaxId" | "companyParty" | "companySeries")[];
                     levels: {
                         approvedBy: string | null;
                         id: string;
                         name: {
                             en: string;
                             "zh-CN": string;
                         };
                     }[];
                     lines: {
                         agreement: string;
                         firstDay: string;
                         lapse: ("lateFacts" | "claimDeadline" | "adjustmentExpired" | "clawBackWaived" | "belowMinimum") | null;
                         lastDay: string;
                         net: string;
                         participant: string;
                         rate: string | null;
                         stage: "interim" | "final" | "reopened";
                         stated: string;
                         term: string;
                     }[];
                     method: "creditNote" | "debitNote" | "payment" | "goods" | "deduction";
                     net: string;
                     number: string | null;
                     partner: string;
                     payout: {
                         from: string;
                         rate: string;
                         source: {
                             day: string;
                             rateType: string;
                         } | null;
                     } | null;
                     proposedAt: string;
                     proposedBy: string;
                     reason: "settlement" | "clawBack" | "lapse" | "cancellation" | "advance";
                     reclaims: string | null;
                     run: string;
                     setOff: {
                         amount: string;
                         number: string;
                         settlement: string;
                     }[];
                     side: "payable" | "receivable";
                     state: "proposed" | "approved" | "awaitingNumber" | "issued" | "cancelled" | "rejected";
                     tax: string;
                     taxes: {
                         net: string;
                         rate: string;
                         tax: string;
                     }[];
                     treatment: "priceReduction" | "partnerService" | "outsideScope" | "nonAdjacentPayer";
                     waivers: {
                         agreement: string;
                         partner: string | null;
                         reason: string;
                         term: string;
                     }[];
                     withheld: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 approveSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                     level: string;
                     missing: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 cancelSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getIssuedDocument: {
     parameters: {
         query?: {
             format?: "pdf" | "ubl" | "json";
             lang?: "en" | "zh-CN";
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": string;
                 "application/pdf": string;
                 "application/xml": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 issueSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     number: string | null;
                     state: "issued" | "awaitingNumber";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 explainSettlementLine: {
     parameters: {
         query?: {
             lang?: "en" | "zh-CN";
         };
         path: {
             id: string;
             line: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": components["schemas"]["SettlementLineExplanation"];
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 numberSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 number: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     number: string | null;
                     state: "issued" | "awaitingNumber";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 rejectSettlement: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 proposeAdvance: {
     requestBody: {
         content: {
             "application/json": {
                 agreement: string;
                 amount: string;
                 beside?: string;
                 participant: string;
                 reason: string;
                 term: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 previewSettlement: {
     requestBody: {
         content: {
             "application/json": {
                 agreements?: string[];
                 company: string;
                 day?: string;
                 partners?: string[];
                 waivers?: {
                     agreement: string;
                     partner?: string;
                     reason: string;
                     term: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     batch: number;
                     company: string;
                     day: string;
                     heldBack: {
                         partner: string;
                         reason: "settlement-held" | "scan-awaited";
                     }[];
                     notDue: string[];
                     parties: {
                         accounts: {
                             adjusted: string;
                             agreement: string;
                             asOf: string;
                             documented: string;
                             earned: string;
                             firstDay: string;
                             lapsed: string;
                             lastDay: string;
                             participant: string;
                             parts: {
                                 amount: string;
                                 kind: "document" | "lapsed" | "held";
                                 reason: "settlement" | "clawBack" | "interimShare" | "incomplete" | "awaitsClaim" | "claimedByUs" | "nextWindow" | "currencyDiffers" | "exchangeRateMissing" | "goodsWithheld" | "taxRateMissing" | "taxBasisMissing" | "overpaid" | "offset" | "belowMinimum" | "lateFacts" | "claimDeadline" | "adjustmentExpired" | "clawBackWaived";
                             }[];
                             stage: "interim" | "final" | "reopened";
                             term: string;
                         }[];
                         currency: string;
                         documents: {
                             gross: string;
                             lines: {
                                 agreement: string;
                                 firstDay: string;
                                 lastDay: string;
                                 net: string;
                                 participant: string;
                                 rate: string;
                                 stated: string;
                                 term: string;
                             }[];
                             method: "creditNote" | "debitNote" | "payment" | "goods" | "deduction";
                             net: string;
                             payout: {
                                 from: string;
                                 rate: string;
                                 source: {
                                     day: string;
                                     rateType: string;
                                 } | null;
                             } | null;
                             reason: "settlement" | "clawBack";
                             tax: string;
                             taxes: {
                                 net: string;
                                 rate: string;
                                 tax: string;
                             }[];
                             treatment: "priceReduction" | "partnerService" | "outsideScope" | "nonAdjacentPayer";
                             withheld: string;
                         }[];
                         earnedIn: string;
                         lacks: ("partnerCountry" | "partnerTaxId" | "companyParty" | "companySeries")[];
                         partner: string;
                         reclaims: {
                             advance: string;
                             agreement: string;
                             amount: string;
                             firstDay: string;
                             lastDay: string;
                             number: string;
                             participant: string;
                             term: string;
                         }[];
                         side: "payable" | "receivable";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 signIn: {
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 password: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt?: string;
                     factors?: ("totp" | "passkey" | "recoveryCode")[];
                     state: "signedIn" | "secondFactor";
                     ticket?: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getSignInPolicy: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     needsSecondFactor: boolean;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setSignInPolicy: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 needsSecondFactor: boolean;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     needsSecondFactor: boolean;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 signInByCode: {
     requestBody: {
         content: {
             "application/json": {
                 code: string;
                 ticket: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     state: "signedIn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 signInByPasskey: {
     requestBody: {
         content: {
             "application/json": {
                 flow: string;
                 response: {
                     [key: string]: unknown;
                 };
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     state: "signedIn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 askPasskey: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     flow: string;
                     options: {
                         [key: string]: unknown;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 finishSignOn: {
     requestBody: {
         content: {
             "application/json": {
                 address: string;
                 flow: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     state: "signedIn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 beginSignOn: {
     requestBody: {
         content: {
             "application/json": {
                 in: "office" | "portal";
                 tenant: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     address: string;
                     flow: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getSsoProvider: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     clientId: string;
                     domains: string[];
                     isOn: boolean;
                     issuer: string;
                     role: ("administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor") | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setSsoProvider: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 clientId: string;
                 clientSecret?: string;
                 domains: string[];
                 isOn: boolean;
                 issuer: string;
                 role: ("administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor") | null;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     clientId: string;
                     domains: string[];
                     isOn: boolean;
                     issuer: string;
                     role: ("administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor") | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listStock: {
     parameters: {
         query?: {
             cursor?: string;
             day?: string;
             known?: string;
             limit?: string;
             partner?: string;
             product?: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         company: string;
                         day: string;
                         location: string | null;
                         partner: string | null;
                         product: string;
                         quantity: string;
                         source: string;
                         unit: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 writeStock: {
     requestBody: {
         content: {
             "application/json": {
                 allOrNothing: boolean;
                 items: {
                     company: string;
                     day: string;
                     location?: string;
                     partner?: string;
                     product: string;
                     quantity: string;
                     source: string;
                     unit: string;
                 }[];
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         207: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         422: {
             content: {
                 "application/json": {
                     done: number;
                     items: {
                         index: number;
                         problem?: {
                             at: string;
                             code: string;
                             detail?: string;
                             errors: {
                                 at: string;
                                 code: string;
                                 detail: string;
                                 facts: {
                                     [key: string]: string;
                                 };
                                 texts: {
                                     en: {
                                         detail: string;
                                         title: string;
                                     };
                                     "zh-CN": {
                                         detail: string;
                                         title: string;
                                     };
                                 };
                                 title: string;
                             }[];
                             requestId?: string;
                             status: number;
                             title: string;
                             type: string;
                         };
                         status: number;
                         value?: {
                             disposition: "accepted" | "duplicate" | "superseded" | "quarantined";
                             revision: number;
                         };
                     }[];
                     refused: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showTrial: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     hasOwn: boolean;
                     isTrial: boolean;
                     reset: {
                         done: number;
                         state: "running" | "done" | "failed";
                         step: "facts" | "calculation" | "money" | "people";
                         total: number | null;
                     } | null;
                     sandbox: {
                         people: {
                             login: string;
                             name: string;
                             partners: string[] | null;
                             roles: ("administrator" | "analyst" | "finance" | "payer" | "approver" | "auditor" | "partnerAdministrator" | "partnerUser")[];
                         }[];
                         tenant: string;
                     } | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 beginOwnCompany: {
     requestBody: {
         content: {
             "application/json": {
                 email: string;
                 name: string;
                 password: string;
                 timeZone: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     state: "signedIn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 resetSandbox: {
     responses: {
         202: {
             content: {
                 "application/json": {
                     done: number;
                     state: "running" | "done" | "failed";
                     step: "facts" | "calculation" | "money" | "people";
                     total: number | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 enterSandbox: {
     requestBody: {
         content: {
             "application/json": {
                 person: string;
             } | {
                 partner: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     expiresAt: string;
                     state: "signedIn";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getTrust: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     arrivals: {
                         arrivedAt: string;
                         lateAt: string;
                         object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         objectId: string;
                         partner: string;
                     }[];
                     figures: {
                         amounts: {
                             atRisk: string;
                             currency: string;
                             prevented: string;
                             recovered: string;
                         }[];
                         cases: {
                             decided: number;
                             open: number;
                             underWay: number;
                         };
                         held: number;
                         unassigned: number;
                     };
                     late: number;
                     policy: {
                         policy: {
                             awaitsScan: boolean;
                             fourEyes: boolean;
                             isNightly: boolean;
                             reviewOthers: number;
                             scanWithinMinutes: number;
                             thresholds: {
                                 bankChange: {
                                     hold: number;
                                     review: number;
                                 };
                                 claim: {
                                     hold: number;
                                     review: number;
                                 };
                                 partner: {
                                     hold: number;
                                     review: number;
                                 };
                                 payment: {
                                     hold: number;
                                     review: number;
                                 };
                                 settlement: {
                                     hold: number;
                                     review: number;
                                 };
                             };
                         };
                         reason: string | null;
                         setAt: string | null;
                         setBy: string | null;
                         version: number;
                     };
                     runs: {
                         endedAt: string;
                         findings: number;
                         fresh: number;
                         id: string;
                         kind: "arrival" | "nightly" | "asked" | "backTest";
                         outcome: {
                             confirmed: number;
                             detector: string;
                             falseAlarms: number;
                             found: number;
                             missed: number;
                             unknown: number;
                         }[] | null;
                         partner: string | null;
                         requestedBy: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listTrustCasesAbout: {
     parameters: {
         query: {
             id: string;
             object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         about: string;
                         amount: string | null;
                         assignee: string | null;
                         assigneeName: string | null;
                         changedAt: string;
                         currency: string | null;
                         decision: ("confirmed" | "falseAlarm") | null;
                         id: string;
                         isHeld: boolean;
                         object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         objectId: string;
                         openedAt: string;
                         partner: string | null;
                         partnerName: string | null;
                         prevented: string | null;
                         reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                         recovered: string | null;
                         score: number;
                         state: "open" | "underWay" | "decided";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 startBackTest: {
     requestBody: {
         content: {
             "application/json": {
                 parameters: {
                     [key: string]: {
                         [key: string]: number;
                     };
                 };
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     id: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getBackTest: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     id: string;
                     parameters: {
                         [key: string]: {
                             [key: string]: number;
                         };
                     };
                     run: {
                         endedAt: string;
                         findings: number;
                         fresh: number;
                         id: string;
                         kind: "arrival" | "nightly" | "asked" | "backTest";
                         outcome: {
                             confirmed: number;
                             detector: string;
                             falseAlarms: number;
                             found: number;
                             missed: number;
                             unknown: number;
                         }[] | null;
                         partner: string | null;
                         requestedBy: string;
                     } | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listTrustCases: {
     parameters: {
         query?: {
             assignee?: string;
             cursor?: string;
             held?: "yes" | "no";
             leastScore?: string;
             limit?: string;
             object?: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
             order?: "score" | "amount" | "age";
             partner?: string;
             state?: "open" | "underWay" | "decided" | "undecided";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         about: string;
                         amount: string | null;
                         assignee: string | null;
                         assigneeName: string | null;
                         changedAt: string;
                         currency: string | null;
                         decision: ("confirmed" | "falseAlarm") | null;
                         id: string;
                         isHeld: boolean;
                         object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         objectId: string;
                         openedAt: string;
                         partner: string | null;
                         partnerName: string | null;
                         prevented: string | null;
                         reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                         recovered: string | null;
                         score: number;
                         state: "open" | "underWay" | "decided";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     case: {
                         about: string;
                         amount: string | null;
                         assignee: string | null;
                         assigneeName: string | null;
                         changedAt: string;
                         currency: string | null;
                         decision: ("confirmed" | "falseAlarm") | null;
                         id: string;
                         isHeld: boolean;
                         object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         objectId: string;
                         openedAt: string;
                         partner: string | null;
                         partnerName: string | null;
                         prevented: string | null;
                         reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                         recovered: string | null;
                         score: number;
                         state: "open" | "underWay" | "decided";
                     };
                     events: {
                         actor: string;
                         actorName: string | null;
                         assignee: string | null;
                         at: string;
                         decision: ("confirmed" | "falseAlarm") | null;
                         evidence: {
                             id: string;
                             object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         } | null;
                         isHeld: boolean;
                         kind: "opened" | "found" | "assigned" | "commented" | "evidenceAdded" | "held" | "released" | "decided";
                         number: number;
                         prevented: string | null;
                         reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                         recovered: string | null;
                         said: string;
                         score: number;
                         state: "open" | "underWay" | "decided";
                     }[];
                     findings: {
                         agreement: string | null;
                         amount: string | null;
                         check: string;
                         currency: string | null;
                         day: string | null;
                         detector: string;
                         evidence: {
                             facts: {
                                 [key: string]: string;
                             };
                             id: string;
                             object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         }[];
                         foundAt: string;
                         group: "fraud" | "leakage";
                         id: string;
                         object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                         objectId: string;
                         partner: string | null;
                         score: number;
                         seenAt: string;
                         text: string;
                         title: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 assignTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 assignee: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: string;
                     amount: string | null;
                     assignee: string | null;
                     assigneeName: string | null;
                     changedAt: string;
                     currency: string | null;
                     decision: ("confirmed" | "falseAlarm") | null;
                     id: string;
                     isHeld: boolean;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                     objectId: string;
                     openedAt: string;
                     partner: string | null;
                     partnerName: string | null;
                     prevented: string | null;
                     reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                     recovered: string | null;
                     score: number;
                     state: "open" | "underWay" | "decided";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 commentTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 evidence?: {
                     id: string;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                 };
                 text: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: string;
                     amount: string | null;
                     assignee: string | null;
                     assigneeName: string | null;
                     changedAt: string;
                     currency: string | null;
                     decision: ("confirmed" | "falseAlarm") | null;
                     id: string;
                     isHeld: boolean;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                     objectId: string;
                     openedAt: string;
                     partner: string | null;
                     partnerName: string | null;
                     prevented: string | null;
                     reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                     recovered: string | null;
                     score: number;
                     state: "open" | "underWay" | "decided";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 decideTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 decision: "confirmed" | "falseAlarm";
                 prevented?: string;
                 reason: "fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready";
                 recovered?: string;
                 text: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: string;
                     amount: string | null;
                     assignee: string | null;
                     assigneeName: string | null;
                     changedAt: string;
                     currency: string | null;
                     decision: ("confirmed" | "falseAlarm") | null;
                     id: string;
                     isHeld: boolean;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                     objectId: string;
                     openedAt: string;
                     partner: string | null;
                     partnerName: string | null;
                     prevented: string | null;
                     reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                     recovered: string | null;
                     score: number;
                     state: "open" | "underWay" | "decided";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 holdTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: string;
                     amount: string | null;
                     assignee: string | null;
                     assigneeName: string | null;
                     changedAt: string;
                     currency: string | null;
                     decision: ("confirmed" | "falseAlarm") | null;
                     id: string;
                     isHeld: boolean;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                     objectId: string;
                     openedAt: string;
                     partner: string | null;
                     partnerName: string | null;
                     prevented: string | null;
                     reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                     recovered: string | null;
                     score: number;
                     state: "open" | "underWay" | "decided";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 releaseTrustCase: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     about: string;
                     amount: string | null;
                     assignee: string | null;
                     assigneeName: string | null;
                     changedAt: string;
                     currency: string | null;
                     decision: ("confirmed" | "falseAlarm") | null;
                     id: string;
                     isHeld: boolean;
                     object: "line" | "claim" | "claimLine" | "settlement" | "payment" | "bankChange" | "approval" | "adjustment" | "partner" | "agreement" | "earning" | "product";
                     objectId: string;
                     openedAt: string;
                     partner: string | null;
                     partnerName: string | null;
                     prevented: string | null;
                     reason: ("fraud" | "claimedTwice" | "notEarned" | "leftUnclaimed" | "mistake" | "rightByContract" | "explained" | "wrongData" | "knownAlready") | null;
                     recovered: string | null;
                     score: number;
                     state: "open" | "underWay" | "decided";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listDetectors: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         changed: {
                             reason: string;
                             setAt: string;
                             setBy: string;
                         } | null;
                         changes: number;
                         feedback: {
                             confirmed: number;
                             falseAlarms: number;
                             precision: number;
                             suggestion: {
                                 leastScore: number;
                                 missed: number;
                                 spared: number;
                             } | null;
                         } | null;
                         group: "fraud" | "leakage";
                         looksFor: string;
                         name: string;
                         parameters: {
                             key: string;
                             least: number;
                             means: string;
                             most: number;
                             usual: number;
                             value: number;
                         }[];
                         title: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 tuneDetector: {
     requestBody: {
         content: {
             "application/json": {
                 detector: string;
                 parameters: {
                     [key: string]: number;
                 };
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     changed: {
                         reason: string;
                         setAt: string;
                         setBy: string;
                     } | null;
                     changes: number;
                     feedback: {
                         confirmed: number;
                         falseAlarms: number;
                         precision: number;
                         suggestion: {
                             leastScore: number;
                             missed: number;
                             spared: number;
                         } | null;
                     } | null;
                     group: "fraud" | "leakage";
                     looksFor: string;
                     name: string;
                     parameters: {
                         key: string;
                         least: number;
                         means: string;
                         most: number;
                         usual: number;
                         value: number;
                     }[];
                     title: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getTrustPolicy: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     policy: {
                         awaitsScan: boolean;
                         fourEyes: boolean;
                         isNightly: boolean;
                         reviewOthers: number;
                         scanWithinMinutes: number;
                         thresholds: {
                             bankChange: {
                                 hold: number;
                                 review: number;
                             };
                             claim: {
                                 hold: number;
                                 review: number;
                             };
                             partner: {
                                 hold: number;
                                 review: number;
                             };
                             payment: {
                                 hold: number;
                                 review: number;
                             };
                             settlement: {
                                 hold: number;
                                 review: number;
                             };
                         };
                     };
                     reason: string | null;
                     setAt: string | null;
                     setBy: string | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 setTrustPolicy: {
     parameters: {
         header: {
             "If-Match": string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 policy: {
                     awaitsScan: boolean;
                     fourEyes: boolean;
                     isNightly: boolean;
                     reviewOthers: number;
                     scanWithinMinutes: number;
                     thresholds: {
                         bankChange: {
                             hold: number;
                             review: number;
                         };
                         claim: {
                             hold: number;
                             review: number;
                         };
                         partner: {
                             hold: number;
                             review: number;
                         };
                         payment: {
                             hold: number;
                             review: number;
                         };
                         settlement: {
                             hold: number;
                             review: number;
                         };
                     };
                 };
                 reason: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     policy: {
                         awaitsScan: boolean;
                         fourEyes: boolean;
                         isNightly: boolean;
                         reviewOthers: number;
                         scanWithinMinutes: number;
                         thresholds: {
                             bankChange: {
                                 hold: number;
                                 review: number;
                             };
                             claim: {
                                 hold: number;
                                 review: number;
                             };
                             partner: {
                                 hold: number;
                                 review: number;
                             };
                             payment: {
                                 hold: number;
                                 review: number;
                             };
                             settlement: {
                                 hold: number;
                                 review: number;
                             };
                         };
                     };
                     reason: string | null;
                     setAt: string | null;
                     setBy: string | null;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 startTrustScan: {
     responses: {
         202: {
             content: {
                 "application/json": {
                     job: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listCaseWorkers: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         id: string;
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 listViews: {
     parameters: {
         query: {
             list: "agreements" | "claims" | "lines" | "earnings" | "ledger";
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         filter: {
                             [key: string]: string;
                         };
                         id: string;
                         isDefault: boolean;
                         list: "agreements" | "claims" | "lines" | "earnings" | "ledger";
                         name: string;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 saveView: {
     requestBody: {
         content: {
             "application/json": {
                 filter: {
                     [key: string]: string;
                 };
                 isDefault: boolean;
                 list: "agreements" | "claims" | "lines" | "earnings" | "ledger";
                 name: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     filter: {
                         [key: string]: string;
                     };
                     id: string;
                     isDefault: boolean;
                     list: "agreements" | "claims" | "lines" | "earnings" | "ledger";
                     name: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 changeView: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 isDefault: boolean;
                 name: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     filter: {
                         [key: string]: string;
                     };
                     id: string;
                     isDefault: boolean;
                     list: "agreements" | "claims" | "lines" | "earnings" | "ledger";
                     name: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 forgetView: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 listWebhooks: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     rows: {
                         bothUntil: string | null;
                         counts: {
                             failed: number;
                             taken: number;
                             waiting: number;
                         };
                         createdAt: string;
                         failingSince: string | null;
                         id: string;
                         kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                         name: string;
                         state: "active" | "paused" | "stopped" | "ended";
                         url: string;
                         version: number;
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 createWebhook: {
     requestBody: {
         content: {
             "application/json": {
                 kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                 name: string;
                 url: string;
             };
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     secret: string;
                     webhook: {
                         bothUntil: string | null;
                         counts: {
                             failed: number;
                             taken: number;
                             waiting: number;
                         };
                         createdAt: string;
                         failingSince: string | null;
                         id: string;
                         kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                         name: string;
                         state: "active" | "paused" | "stopped" | "ended";
                         url: string;
                         version: number;
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getWebhook: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     bothUntil: string | null;
                     counts: {
                         failed: number;
                         taken: number;
                         waiting: number;
                     };
                     createdAt: string;
                     failingSince: string | null;
                     id: string;
                     kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                     name: string;
                     state: "active" | "paused" | "stopped" | "ended";
                     url: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 changeWebhook: {
     parameters: {
         header: {
             "If-Match": string;
         };
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                 name: string;
                 state: "active" | "paused";
                 url: string;
             };
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     bothUntil: string | null;
                     counts: {
                         failed: number;
                         taken: number;
                         waiting: number;
                     };
                     createdAt: string;
                     failingSince: string | null;
                     id: string;
                     kinds: ("import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened")[];
                     name: string;
                     state: "active" | "paused" | "stopped" | "ended";
                     url: string;
                     version: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 endWebhook: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         204: {
         };
         default: components["responses"]["Refused"];
     };
 };
 listWebhookDeliveries: {
     parameters: {
         query?: {
             cursor?: string;
             limit?: string;
             state?: "waiting" | "taken" | "failed";
         };
         path: {
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     next: string | null;
                     rows: {
                         at: string;
                         attempts: number;
                         dueAt: string | null;
                         event: string;
                         last: {
                             at: string;
                             number: number;
                             outcome: "taken" | "refused" | "redirected" | "late" | "unreachable" | "forbidden" | "unsigned";
                             said: string;
                             status: number | null;
                             tookMs: number;
                         } | null;
                         object: {
                             href: string;
                             id: string;
                             kind: "import" | "agreement" | "claim" | "deduction" | "settlement" | "paymentRun" | "payment" | "month" | "webhook";
                         };
                         sequence: number;
                         state: "waiting" | "taken" | "failed";
                         type: "import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened" | "webhook.test";
                     }[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 getWebhookDelivery: {
     parameters: {
         path: {
             event: string;
             id: string;
         };
     };
     responses: {
         200: {
             content: {
                 "application/json": {
                     attempts: {
                         at: string;
                         number: number;
                         outcome: "taken" | "refused" | "redirected" | "late" | "unreachable" | "forbidden" | "unsigned";
                         said: string;
                         status: number | null;
                         tookMs: number;
                     }[];
                     delivery: {
                         at: string;
                         attempts: number;
                         dueAt: string | null;
                         event: string;
                         last: {
                             at: string;
                             number: number;
                             outcome: "taken" | "refused" | "redirected" | "late" | "unreachable" | "forbidden" | "unsigned";
                             said: string;
                             status: number | null;
                             tookMs: number;
                         } | null;
                         object: {
                             href: string;
                             id: string;
                             kind: "import" | "agreement" | "claim" | "deduction" | "settlement" | "paymentRun" | "payment" | "month" | "webhook";
                         };
                         sequence: number;
                         state: "waiting" | "taken" | "failed";
                         type: "import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened" | "webhook.test";
                     };
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendWebhookAgain: {
     parameters: {
         path: {
             event: string;
             id: string;
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     at: string;
                     attempts: number;
                     dueAt: string | null;
                     event: string;
                     last: {
                         at: string;
                         number: number;
                         outcome: "taken" | "refused" | "redirected" | "late" | "unreachable" | "forbidden" | "unsigned";
                         said: string;
                         status: number | null;
                         tookMs: number;
                     } | null;
                     object: {
                         href: string;
                         id: string;
                         kind: "import" | "agreement" | "claim" | "deduction" | "settlement" | "paymentRun" | "payment" | "month" | "webhook";
                     };
                     sequence: number;
                     state: "waiting" | "taken" | "failed";
                     type: "import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened" | "webhook.test";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 sendWebhooksAgain: {
     parameters: {
         path: {
             id: string;
         };
     };
     requestBody: {
         content: {
             "application/json": {
                 since: string;
             };
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     events: number;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 rotateWebhookSecret: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         201: {
             content: {
                 "application/json": {
                     bothUntil: string;
                     secret: string;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 testWebhook: {
     parameters: {
         path: {
             id: string;
         };
     };
     responses: {
         202: {
             content: {
                 "application/json": {
                     at: string;
                     attempts: number;
                     dueAt: string | null;
                     event: string;
                     last: {
                         at: string;
                         number: number;
                         outcome: "taken" | "refused" | "redirected" | "late" | "unreachable" | "forbidden" | "unsigned";
                         said: string;
                         status: number | null;
                         tookMs: number;
                     } | null;
                     object: {
                         href: string;
                         id: string;
                         kind: "import" | "agreement" | "claim" | "deduction" | "settlement" | "paymentRun" | "payment" | "month" | "webhook";
                     };
                     sequence: number;
                     state: "waiting" | "taken" | "failed";
                     type: "import.ended" | "import.undone" | "agreement.submitted" | "agreement.approved" | "agreement.amended" | "agreement.rejected" | "agreement.accepted" | "earnings.changed" | "claim.sent" | "claim.answered" | "claim.received" | "claim.writtenOff" | "dispute.opened" | "dispute.resolved" | "deduction.registered" | "deduction.matched" | "deduction.denied" | "deduction.writtenOff" | "settlement.proposed" | "settlement.approved" | "settlement.rejected" | "settlement.issued" | "settlement.cancelled" | "paymentRun.proposed" | "paymentRun.approved" | "paymentRun.withdrawn" | "paymentRun.sent" | "payment.confirmed" | "payment.returned" | "payment.rejected" | "payment.unknown" | "month.closed" | "month.reopened" | "webhook.test";
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 showWelcome: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     brand: {
                         accent: {
                             dark: string;
                             light: string;
                         } | null;
                         logo: {
                             height: number;
                             sha256: string;
                             width: number;
                         } | null;
                         name: {
                             en: string;
                             "zh-CN": string;
                         } | null;
                         version: number;
                     } | null;
                     contact: {
                         email: string;
                         hours: {
                             en: string;
                             "zh-CN": string;
                         };
                         note: {
                             en: string;
                             "zh-CN": string;
                         };
                         phone: string;
                         version: number;
                     } | null;
                     name: string | null;
                     tenant: string | null;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 openWelcomeLogo: {
     responses: {
         200: {
             content: {
                 "image/png": string;
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 healthz: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     alive: true;
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
 readyz: {
     responses: {
         200: {
             content: {
                 "application/json": {
                     ready: true;
                     underWay: string[];
                     warnings: string[];
                 };
             };
         };
         default: components["responses"]["Refused"];
     };
 };
}
