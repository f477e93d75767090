import { Command, Option } from 'commander';
import { ACCRUAL_FORMATS } from '../adapters/files/accrualExport.ts';
import { LEDGER_FORMATS } from '../adapters/files/ledgerExport.ts';
import { EXPORT_FORMATS } from '../adapters/files/lineExport.ts';
import { systemClock } from '../adapters/system/systemClock.ts';
import { companyDay } from '../app/businessDay.ts';
import { ALIAS_KINDS } from '../app/ports/aliasStore.ts';
import { CASH_GRAINS } from '../core/cashFlow/cashFlow.ts';
import { addAdjustmentCommands } from './adjustmentCommands.ts';
import { addAgreementCommands, addApprovalCommands } from './agreementCommands.ts';
import { addAuditCommands } from './auditCommands.ts';
import { addBulkCommands } from './bulkCommands.ts';
import { addCaseCommands } from './caseCommands.ts';
import { addClaimCommands } from './claimCommands.ts';
import type { KeyOptions } from './commands/access.ts';
import type { AccountOptions } from './commands/accounts.ts';
import type { AccountChangeOptions } from './commands/bankChanges.ts';
import type { CalculateFiles } from './commands/calculateFiles.ts';
import type { CashOptions } from './commands/cashFlow.ts';
import type { InspectCommand } from './commands/inspect.ts';
import type { SandboxOptions } from './commands/sandbox.ts';
import type { TenantOptions } from './commands/tenant.ts';
import type { ProofOptions } from './commands/writeProof.ts';
import { type Config, readConfig } from './config.ts';
import { addCutOverCommands } from './cutOverCommands.ts';
import { addDocumentCommands, addStatementCommand } from './documentCommands.ts';
import { addBalanceCommands, addDeductionCommands, addFundCommands } from './fundCommands.ts';
import { addLedgerCommands } from './ledgerCommands.ts';
import { addMailCommands } from './mailCommands.ts';
import { onDemand } from './onDemand.ts';
import { addPayCommands } from './payCommands.ts';
import { addPrivacyCommands } from './privacyCommands.ts';
import { addRetentionCommands } from './retentionCommands.ts';
import { addSettlementCommands } from './settlementCommands.ts';
import { EXIT, openTerminal, type Terminal, terminalLanguage } from './terminal.ts';
import { text } from './texts.ts';
import { addTransportCommands } from './transportCommands.ts';
import { addTrustCommands } from './trustCommands.ts';
import { VERSION } from './version.ts';
import { addWebhookCommands } from './webhookCommands.ts';

const { addKey, addPerson, addService, endKey, makeAdministrator, showAccess, showCaller } = onDemand(
  () => import('./commands/access.ts'),
);
const { makeAccount, setAccountPassword } = onDemand(() => import('./commands/accounts.ts'));
const { printSchema, showAgreement, validateAgreement } = onDemand(() => import('./commands/agreement.ts'));
const { listAliases, setAlias, suggestNames } = onDemand(() => import('./commands/aliases.ts'));
const { backUp } = onDemand(() => import('./commands/backup.ts'));
const { setAccount, showAccount } = onDemand(() => import('./commands/bank.ts'));
const { decideChange, listChanges } = onDemand(() => import('./commands/bankChanges.ts'));
const { calculateFromFiles, calculateInDatabase } = onDemand(() => import('./commands/calculate.ts'));
const { showCashFlow } = onDemand(() => import('./commands/cashFlow.ts'));
const { runConformance } = onDemand(() => import('./commands/conformance.ts'));
const { examine } = onDemand(() => import('./commands/doctor.ts'));
const { showEarnings } = onDemand(() => import('./commands/earnings.ts'));
const { explainOne, explainWhy } = onDemand(() => import('./commands/explain.ts'));
const { exportAccrualFile } = onDemand(() => import('./commands/exportAccruals.ts'));
const { exportLineFile } = onDemand(() => import('./commands/exportFacts.ts'));
const { exportLedgerFile } = onDemand(() => import('./commands/exportLedger.ts'));
const { importFactFile, showPayments, showStock } = onDemand(() => import('./commands/facts.ts'));
const { importAgreementFile } = onDemand(() => import('./commands/importAgreement.ts'));
const { importLineFile } = onDemand(() => import('./commands/importLines.ts'));
const { importMasterData } = onDemand(() => import('./commands/importMaster.ts'));
const { listImports, showOneImport, undoOneImport } = onDemand(() => import('./commands/imports.ts'));
const { inspectFile } = onDemand(() => import('./commands/inspect.ts'));
const { addCalculation, changeJob, showJob, showJobs } = onDemand(() => import('./commands/jobs.ts'));
const { listKeys, rotateKeys } = onDemand(() => import('./commands/keys.ts'));
const { listMappings, saveDescription, showMapping } = onDemand(() => import('./commands/mappings.ts'));
const { showMaster } = onDemand(() => import('./commands/master.ts'));
const { migrateDatabase } = onDemand(() => import('./commands/migrate.ts'));
const { move } = onDemand(() => import('./commands/move.ts'));
const { dismiss, exportQuarantine, listQuarantine, repairRow, replay } = onDemand(
  () => import('./commands/quarantine.ts'),
);
const { reconcileOneAgreement, reconcileOneImport, showRevisions } = onDemand(
  () => import('./commands/reconcile.ts'),
);
const { checkOnly, restore } = onDemand(() => import('./commands/restore.ts'));
const { makeSandbox, moveDay, showDays } = onDemand(() => import('./commands/sandbox.ts'));
const { serveOnly, start } = onDemand(() => import('./commands/start.ts'));
const { printTemplate } = onDemand(() => import('./commands/template.ts'));
const { makeTenant } = onDemand(() => import('./commands/tenant.ts'));
const { verify } = onDemand(() => import('./commands/verify.ts'));
const { answerWhyNot } = onDemand(() => import('./commands/whyNot.ts'));
const { work } = onDemand(() => import('./commands/worker.ts'));

type Common = { readonly json?: boolean; readonly lang?: string };

const program = new Command('openrebate')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.usage))
  .description('B2B rebates: agreements and invoice lines in, exact and explained amounts out.')
  .version(VERSION)
  .option('--json', 'results as JSON on standard output')
  .option('--lang <language>', 'en or zh-CN; else that of the terminal')
  .configureHelp({ showGlobalOptions: true });

command('start', 'start everything: database, demo data, calculation, server').action(withConfig(start));
command('serve', 'serve the API and the page from a database that is set up')
  .option('--no-worker', 'leave the jobs to `openrebate worker`')
  .action((options) => withConfig((terminal, config) => serveOnly(terminal, config, options))());
command('worker', 'do the jobs of all tenants in a process of its own; any number at once').action(
  withConfig(work),
);
command('migrate', 'bring the schema of the database up to date').action(withConfig(migrateDatabase));
command(
  'backup <file>',
  'everything that the database holds at one instant, in one file; - is standard output',
).action((file) => withConfig((terminal, config) => backUp(terminal, config, file))());
command('restore <file>', 'fill an empty database with a backup, and migrate it; - is standard input')
  .option('--check', 'only read the file and say whether it is whole; needs no database')
  .action((file, { check }) =>
    check
      ? guarded((terminal) => checkOnly(terminal, file))()
      : withConfig((terminal, config) => restore(terminal, config, file))(),
  );
command('move', 'everything of this database into another, empty one')
  .requiredOption('--to <address>', 'of the owner role in the empty database; or: embedded')
  .action(({ to }) => withConfig((terminal, config) => move(terminal, config, to))());
command('doctor', 'examine node, database, role and tenant').action(withConfig(examine));

command('inspect <file>', 'how a file of another system is written, and which column may be which field')
  .option(
    '--as <subject>',
    'lines, partner, product, category, rate, price, ownDocument, payments or stock',
    'lines',
  )
  .option('--write <file>', 'write a description of the file, to be edited and used with import --source')
  .option('--source <name>', 'with --write: what the system is called')
  .option('--encoding <name>', 'the encoding of a text file, where it is not certain')
  .option('--delimiter <sign>', 'what separates its columns, where it is not certain')
  .option('--sheet <name>', 'the sheet of a workbook')
  .option('--path <path>', 'where the rows of a JSON file stand, such as data.items[]')
  .option('--header-row <number>', 'the row that names the columns')
  .action((path, options: InspectCommand) => guarded((terminal) => inspectFile(terminal, path, options))());

const imports = program.command('import').description('bring facts and agreements into the database');
command('lines <file>', 'sales or purchase lines (CSV, .gz)', imports)
  .option('--source <description>', 'how the columns of another system become fields')
  .option('--mapping <name>', 'the same, by the name of a saved description')
  .option('--folder <folder>', 'where the files lie that the description looks into')
  .option('--key <key>', 'name of this delivery: given again, it has no effect and the same answer')
  .option('--all-or-nothing', 'one row that is no line refuses the file; else the good rows come in')
  .option('--whole-documents', 'documents without line numbers are whole: what they lack is withdrawn')
  .option('--failed <file>', 'write the rows that fail, with the reasons')
  .option('--preview', 'say what the import would do, and write nothing')
  .option('--earnings', 'with --preview: what would be booked afterwards, too')
  .action((file, options) =>
    withConfig((terminal, config) => importLineFile(terminal, config, file, options))(),
  );
command('master <file>', 'partners, products and other master data (JSON or a table)', imports)
  .option('--source <description>', 'how the columns of another system become master data')
  .option('--mapping <name>', 'the same, by the name of a saved description')
  .option('--folder <folder>', 'where the files lie that the description looks into')
  .option('--good-rows', 'bad rows wait in quarantine; else one bad row refuses the file')
  .option('--failed <file>', 'write the rows that fail, with the reasons')
  .option('--preview', 'say what the import would change, field by field, and write nothing')
  .option('--earnings', 'with --preview: what would be booked afterwards, too')
  .action((file, options) =>
    withConfig((terminal, config) => importMasterData(terminal, config, file, options))(),
  );
command('agreement <file>', 'an agreement (JSON, YAML)', imports)
  .option('--new-version', 'this text replaces the one that is known', false)
  .action((file, options) =>
    withConfig((terminal, config) => importAgreementFile(terminal, config, file, options))(),
  );

const done = program.command('imports').description('look at imports, and take them back');
command('list', 'the last imports', done).action(withConfig(listImports));
command('show <import>', 'where the rows of an import ended, and what still waits', done).action((id) =>
  withConfig((terminal, config) => showOneImport(terminal, config, id))(),
);
command('undo <import>', 'take a whole import back; the next calculation reverses the books', done)
  .requiredOption('--reason <text>', 'why')
  .action((id, options) => withConfig((terminal, config) => undoOneImport(terminal, config, id, options))());

const quarantine = program.command('quarantine').description('rows that are no facts yet');
command('list', 'the rows that wait, with every reason', quarantine)
  .option('--import <import>', 'only those of an import')
  .option('--kind <kind>', 'only those of files of lines, payments, stock or master')
  .option('--code <code>', 'only those refused by this code')
  .option('--limit <number>', 'how many at most', Number, 50)
  .action((options) => withConfig((terminal, config) => listQuarantine(terminal, config, options))());
command('export <import> <file>', 'the waiting rows as CSV, to correct and import', quarantine).action(
  (id, file) => withConfig((terminal, config) => exportQuarantine(terminal, config, id, file))(),
);
command('repair <import> <row>', 'change fields of a row; it becomes a fact of its own', quarantine)
  .requiredOption('--set <field=text...>', 'what a field reads instead')
  .action((id, row, options) =>
    withConfig((terminal, config) => repairRow(terminal, config, id, row, options))(),
  );
command('replay', 'try the waiting rows again, as they were received', quarantine)
  .option('--import <import>', 'only those of an import')
  .option('--code <code>', 'only those refused by this code')
  .action((options) => withConfig((terminal, config) => replay(terminal, config, options))());
command('dismiss <import> [rows...]', 'put rows aside for good; without rows, all that wait', quarantine)
  .option('--code <code>', 'only those refused by this code')
  .requiredOption('--reason <text>', 'why')
  .action((id, rows, options) =>
    withConfig((terminal, config) => dismiss(terminal, config, id, rows, options))(),
  );

for (const [kind, meaning] of [
  ['payments', 'payments by the documents that they go to'],
  ['stock', 'what lay in stock on a day, ours and partners’'],
] as const) {
  command(`${kind} <file>`, meaning, imports)
    .option('--source <description>', 'how the columns of another system become fields')
    .option('--mapping <name>', 'the same, by the name of a saved description')
    .option('--folder <folder>', 'where the files lie that the description looks into')
    .option('--all-or-nothing', 'one row that is none refuses the file; else the good rows come in')
    .option('--failed <file>', 'write the rows that fail, with the reasons')
    .option('--preview', 'say what the import would do, and write nothing')
    .option('--earnings', 'with --preview: what would be booked afterwards, too')
    .action((file, options) =>
      withConfig((terminal, config) => importFactFile(terminal, config, kind, file, options))(),
    );
}
command('payments <source> <document>', 'what was paid on a document, and since when it is covered').action(
  (source, document) =>
    withConfig((terminal, config) => showPayments(terminal, config, { source, document }))(),
);
command('master', 'partners, products and other master data as of a day, as known on another')
  .option('--kind <kind>', 'only of this kind, such as partner')
  .option('--code <code>', 'only what has this code')
  .option('--effective <day>', 'in force on this day instead of today')
  .option('--known <day>', 'as known at the end of this day')
  .action((options) => withConfig((terminal, config) => showMaster(terminal, config, options))());
command('stock', 'what lay in stock at the end of a day')
  .option('--day <day>', 'this day instead of today')
  .option('--known <day>', 'as known at the end of this day')
  .option('--partner <code>', 'of this partner only')
  .option('--product <code>', 'of this product only')
  .action((options) => withConfig((terminal, config) => showStock(terminal, config, options))());
const reconcile = program.command('reconcile').description('account for every row and line');
command('import <import>', 'the rows of an import, and what every term makes of its lines', reconcile).action(
  (id) => withConfig((terminal, config) => reconcileOneImport(terminal, config, id))(),
);
command('agreement <agreement>', 'what an agreement makes of every line that is known', reconcile).action(
  (code) => withConfig((terminal, config) => reconcileOneAgreement(terminal, config, code))(),
);
command(
  'revisions <source> <document> <line>',
  'who said what of a line, by which file, and since when',
).action((source, document, line) =>
  withConfig((terminal, config) => showRevisions(terminal, config, { source, document, line }))(),
);
const exports = program.command('export').description('take facts out');
command('lines <file>', 'every line that is known, in our line format, with a manifest', exports)
  .addOption(new Option('--format <format>', 'csv, xlsx or ndjson').choices(EXPORT_FORMATS).default('csv'))
  .option('--partner <code>', 'only lines of a partner')
  .action((file, options) =>
    withConfig((terminal, config) => exportLineFile(terminal, config, file, options))(),
  );
command('ledger <file>', 'the books, for hledger, beancount or the general ledger of another system', exports)
  .addOption(
    new Option('--format <format>', 'hledger, beancount or csv').choices(LEDGER_FORMATS).default('csv'),
  )
  .option('--company <code>', 'only the books of this company')
  .option('--from <day>', 'from this day in the books on')
  .option('--until <day>', 'until this day, which belongs to it')
  .option('--period <month>', 'the days of a month, such as 2026-01')
  .option('--table <file>', 'how the columns of the CSV are called, and what they hold')
  .action((file, options) =>
    withConfig((terminal, config) => exportLedgerFile(terminal, config, file, options))(),
  );
command('accruals <file>', 'what is recognised of each line, for margin reports', exports)
  .addOption(new Option('--format <format>', 'csv or ndjson').choices(ACCRUAL_FORMATS).default('csv'))
  .option('--company <code>', 'only what this company bears')
  .option('--agreement <code>', 'only of this agreement')
  .option('--from <day>', 'of lines that act on this day or later')
  .option('--until <day>', 'of lines that act up to this day')
  .option('--period <month>', 'of lines that act in a month, such as 2026-01')
  .action((file, options) =>
    withConfig((terminal, config) => exportAccrualFile(terminal, config, file, options))(),
  );

const aliases = program.command('alias').description('what senders call partners and products of ours');
command('suggest', 'names that rows wait for, and which of ours they may stand for', aliases)
  .option('--import <import>', 'only those of an import')
  .option('--limit <number>', 'how many at most', Number, 50)
  .action((options) => withConfig((terminal, config) => suggestNames(terminal, config, options))());
command('list', 'the names that somebody has confirmed', aliases).action(withConfig(listAliases));
for (const kind of ALIAS_KINDS) {
  command(
    `${kind} <source> <received> [code]`,
    `what a source means by a ${kind}; without a code, nothing any more`,
    aliases,
  ).action((source, received, code) =>
    withConfig((terminal, config) => setAlias(terminal, config, kind, source, received, code))(),
  );
}

const mappings = program.command('mapping').description('descriptions of files, saved by name');
command('save <name> <description>', 'save a description; other content is a new version', mappings)
  .option('--header <file>', 'a file that it reads: others with its columns find the description')
  .action((name, path, options) =>
    withConfig((terminal, config) => saveDescription(terminal, config, name, path, options))(),
  );
command('list', 'the saved descriptions', mappings).action(withConfig(listMappings));
command('show <name>', 'a description as it was saved', mappings)
  .option('--of-version <number>', 'not the last version but this one', Number)
  .action((name, options) =>
    withConfig((terminal, config) => showMapping(terminal, config, name, options))(),
  );

const agreement = program.command('agreement').description('look at agreements');
command('validate <file>', 'what is wrong with an agreement file, and what may not be meant', agreement)
  .option('--volume <number>', 'compare the formulas at this volume; else at and around each threshold')
  .action((file, { volume }) => guarded((terminal) => validateAgreement(terminal, file, volume))());
command(
  'show <agreement>',
  'an agreement file, or one of the database by its id, in plain language',
  agreement,
).action((name) => withConfig((terminal, config) => showAgreement(terminal, config, name))());
command('schema', 'the JSON Schema of agreement files', agreement).action(() => guarded(printSchema)());
command(
  'template [name]',
  'a worked agreement of a programme to start from; without a name, which there are',
  agreement,
).action((name) => guarded((terminal) => printTemplate(terminal, name))());
addAgreementCommands(agreement, withConfig);
addBulkCommands(
  agreement.command('bulk').description('create or renew many from one spreadsheet'),
  withConfig,
);
addCutOverCommands(program.command('cutover').description('take over what was before'), withConfig);
addLedgerCommands(program.command('ledger').description('the books of our companies'), withConfig);
addClaimCommands(program.command('claims').description('what is claimed, by us and from us'), withConfig);
addDeductionCommands(program.command('deductions').description('what partners paid less'), withConfig);
addBalanceCommands(program.command('balances').description('what partners confirm'), withConfig);
const trust = program.command('trust').description('what looks like fraud, and what was left on the table');
addTrustCommands(trust, { guarded, withConfig, today });
addCaseCommands(trust, withConfig);
addFundCommands(program.command('funds').description('money for marketing of partners'), withConfig);
addDocumentCommands(program.command('documents').description('papers by which rebates are settled'), guarded);
addStatementCommand(
  command(
    'statement <partner> <file>',
    'what is open with a partner, what changed it, and how it was earned',
  ),
  withConfig,
);
addAdjustmentCommands(
  program.command('adjustments').description('amounts that are earned beside the terms'),
  withConfig,
);
addSettlementCommands(
  program.command('settlement').description('what is earned becomes money on documents'),
  withConfig,
);
addApprovalCommands(program.command('approval').description('who has to approve what'), withConfig);

command(
  'calculate',
  'calculate from files; or, without --agreement, what is due in the database, and book it',
)
  .option('--agreement <file>', 'the agreement (JSON, YAML)')
  .option('--lines <file...>', 'the lines (CSV); several files count as several deliveries')
  .option('--source <description>', 'how the columns of another system become fields')
  .option('--master <file>', 'partners and products (JSON)')
  .option('--effective <day>', 'facts up to this day count; today where it is left out')
  .option('--known <day>', 'only what was known at the end of this day')
  .option('--booked <file>', 'what is booked already: the difference is shown, too')
  .option(
    '--adjustments <file>',
    'amounts that were approved beside the terms, as adjustments export writes them',
  )
  .option('--proof <file>', 'write a proof that others can verify with lines of their own')
  .option('--full', 'with --proof: cost and other internal things as well, for an auditor of ours')
  .option('--partner <code>', 'with --proof: for this partner, all others as figures only')
  .option('--sign-with <file>', 'with --proof: an Ed25519 private key (PEM)')
  .action((options: Partial<CalculateFiles & ProofOptions>, self: Command) => {
    const { agreement: path, lines, proof, full, partner, signWith } = options;
    if (path === undefined && Object.keys(self.opts()).length === 0) return withConfig(calculateInDatabase)();
    if (path === undefined || lines === undefined) self.error('error: --agreement and --lines go together');
    if (proof === undefined && (full || partner !== undefined || signWith !== undefined)) {
      self.error('error: --full, --partner and --sign-with go with --proof');
    }
    if (full && partner !== undefined) self.error('error: --full is for an auditor, never for a partner');
    return guarded((terminal) =>
      calculateFromFiles(terminal, { ...options, agreement: path, lines }, today()),
    )();
  });

command('why-not', 'why a line does not count, or a partner earns no more, and what would change it')
  .requiredOption('--agreement <file>', 'the agreement (JSON, YAML)')
  .requiredOption('--lines <file...>', 'the lines (CSV); several files count as several deliveries')
  .option('--source <description>', 'how the columns of another system become fields')
  .option('--master <file>', 'partners and products (JSON)')
  .option('--effective <day>', 'facts up to this day count; today where it is left out')
  .option('--known <day>', 'only what was known at the end of this day')
  .option('--line <document/line>', 'the line that is asked about')
  .option('--partner <code>', 'the partner that is asked about')
  .action((options: CalculateFiles & { line?: string; partner?: string }, self: Command) => {
    const { line, partner } = options;
    if ((line === undefined) === (partner === undefined)) self.error('error: --line or --partner');
    const question = line === undefined ? { partner: partner ?? '' } : { line };
    return guarded((terminal) => answerWhyNot(terminal, options, question, today()))();
  });

command('verify <proof>', 'compute a proof again from your own lines, without database or network')
  .requiredOption('--lines <file...>', 'the lines (CSV); several files count as several deliveries')
  .option('--source <description>', 'how the columns of another system become fields')
  .option('--open <file>', 'the opening file of a partner’s proof, with the lines of all partners')
  .option('--public-key <file>', 'check the signature with this Ed25519 public key (PEM)')
  .action((path, options) => guarded((terminal) => verify(terminal, path, options))());

command('conformance [path]', 'run the published vectors, or those of a folder or file').action((path) =>
  guarded((terminal) => runConformance(terminal, path))(),
);

command('earnings <agreement>', 'what an agreement gave, as of any day and as it was known on any day')
  .option('--effective <day>', 'facts up to this day count; the business day where it is left out')
  .option('--known <day>', 'as it was known at the end of this day; the business day where it is left out')
  .option('--partner <code>', 'only this partner')
  .action((id, options) => withConfig((terminal, config) => showEarnings(terminal, config, id, options))());

const tenant = command('tenant', 'tenants: clients of this installation, apart from each other');
command('create <code> <name>', 'a tenant, or one company more for one that is there', tenant)
  .requiredOption('--company <code>', 'a company of ours in it')
  .option('--company-name <name>', 'its name; else its code')
  .requiredOption('--time-zone <zone>', 'where its days begin and end, such as Europe/Berlin')
  .option('--administrator <login>', 'the person who lets in all others; prints a key')
  .action((code, name, options: TenantOptions) =>
    withConfig((terminal, config) => makeTenant(terminal, config, { code, name }, options))(),
  );

const sandbox = program.command('sandbox').description('tenants for trying out, and the days they stand on');
command('create <name>', 'a tenant for trying out; prints the keys of its owner and its approver', sandbox)
  .requiredOption('--company <code>', 'the code that its company gets')
  .requiredOption('--time-zone <zone>', 'where its days begin and end, such as Europe/Berlin')
  .requiredOption('--day <day>', 'the day that it stands on; it can be moved')
  .option('--days <number>', 'how long the keys are valid', '90')
  .action((name, options: SandboxOptions) =>
    withConfig((terminal, config) => makeSandbox(terminal, config, name, options))(),
  );
command('show', 'our companies, and the day that each stands on', sandbox).action(withConfig(showDays));
command('move <company> <day>', 'let a company of a sandbox stand on another day', sandbox).action(
  (company, day) => withConfig((terminal, config) => moveDay(terminal, config, company, day))(),
);

const access = command('access', 'who may come in: persons, services, keys and their scopes');
command('list', 'all of them, and which duties do not go together', access).action(withConfig(showAccess));
command('whoami', 'who the key in OPENREBATE_KEY is', access).action(withConfig(showCaller));
command('administrator <login> <name>', 'the first person, who lets in all others', access).action(
  (login, name) => withConfig((terminal, config) => makeAdministrator(terminal, config, login, name))(),
);
command('person <login> <name>', 'a person of ours, or one of partners', access)
  .option('--partners <codes...>', 'a partner’s person: whose rows they see')
  .action((login, name, { partners }: { readonly partners?: string[] }) =>
    withConfig((terminal, config) =>
      addPerson(terminal, config, { login, name, ...(partners && { partners }) }),
    )(),
  );
command('service <code> <name>', 'a program of ours; it never approves', access).action((code, name) =>
  withConfig((terminal, config) => addService(terminal, config, code, name))(),
);
command('key', 'issue a key; it is shown this once', access)
  .option('--person <id>', 'whose key it is')
  .option('--service <id>', 'which program’s key it is')
  .requiredOption('--scopes <scopes...>', 'what it may')
  .requiredOption('--label <text>', 'where it will be kept')
  .option('--days <number>', 'how long it is valid', '90')
  .action((options: KeyOptions, self: Command) => {
    if ((options.person === undefined) === (options.service === undefined)) {
      self.error('error: --person or --service');
    }
    return withConfig((terminal, config) => addKey(terminal, config, options))();
  });
command('revoke <key>', 'end a key at once', access).action((id) =>
  withConfig((terminal, config) => endKey(terminal, config, id))(),
);

const account = program.command('account').description('who signs in at a browser');
command('create <email> <name>', 'a person with roles who can sign in; prints a password', account)
  .option('--roles <roles...>', 'what the person is', ['administrator'])
  .option('--password-stdin', 'take the password from standard input instead')
  .action((email, name, options: AccountOptions) =>
    withConfig((terminal, config) => makeAccount(terminal, config, { email, name }, options))(),
  );
command('password <email>', 'another password for whoever has lost it; ends their sessions', account)
  .option('--password-stdin', 'take it from standard input instead of printing one')
  .action((email, options) =>
    withConfig((terminal, config) => setAccountPassword(terminal, config, email, options))(),
  );

const jobs = command('jobs', 'what is to be done, is being done and was done, the newest first')
  .option('--state <state>', 'only those in this state')
  .action((options) => withConfig((terminal, config) => showJobs(terminal, config, options))());
command('show <id>', 'one of them', jobs).action((id) =>
  withConfig((terminal, config) => showJob(terminal, config, id))(),
);
command('calculate [agreement]', 'ask a worker for the calculation of what is due', jobs).action(
  (agreement) => withConfig((terminal, config) => addCalculation(terminal, config, agreement))(),
);
for (const deed of ['retry', 'cancel'] as const) {
  const what = deed === 'retry' ? 'do a job that failed once more' : 'do not do a job that waits';
  command(`${deed} <id>`, what, jobs).action((id) =>
    withConfig((terminal, config) => changeJob(terminal, config, id, deed))(),
  );
}

const keys = program.command('keys').description('the keys that bank accounts and secrets are sealed with');
command('list', 'fingerprints, when each was made, how many texts it has sealed; never a key', keys).action(
  withConfig(listKeys),
);
command('rotate', 'a new key, and everything sealed anew with it', keys)
  .option('--no-new-key', 'only seal anew with the key that is current')
  .action((options) => withConfig((terminal, config) => rotateKeys(terminal, config, options))());

const bank = program.command('bank').description('where partners are paid');
command('set <partner> <file>', 'an account from a JSON file; the word none ends it', bank)
  .requiredOption('--from <day>', 'from which day on')
  .action((partner, file, { from }) =>
    withConfig((terminal, config) => setAccount(terminal, config, { partner, file, from }))(),
  );
command('show <partner>', 'enough to recognise the account by', bank)
  .option('--day <day>', 'the account of this day instead of today')
  .option('--reveal <reason>', 'the whole account; the reason goes into the audit trail')
  .action((partner, options) =>
    withConfig((terminal, config) => showAccount(terminal, config, { partner, ...options }))(),
  );

command('changes', 'who said where whom to pay, the latest first, and who decided', bank)
  .option('--partner <code>', 'only of this partner')
  .option('--waiting', 'only those that wait for a second person')
  .option('--before <batch>', 'those said before this batch')
  .action((options: AccountChangeOptions) =>
    withConfig((terminal, config) => listChanges(terminal, config, options))(),
  );
command('approve <partner> <batch>', 'approve what another person said, with the key of a person', bank)
  .option('--reason <text>', 'how it was checked')
  .action((partner, batch, options) =>
    withConfig((t, config) => decideChange(t, config, { partner, batch, is: 'approved', ...options }))(),
  );
command('reject <partner> <batch>', 'reject what another person said, with the key of a person', bank)
  .requiredOption('--reason <text>', 'why')
  .action((partner, batch, options) =>
    withConfig((t, config) => decideChange(t, config, { partner, batch, is: 'rejected', ...options }))(),
  );

addWebhookCommands(
  program.command('webhooks').description('programs outside that are told of what happens'),
  withConfig,
);
addPrivacyCommands(
  program.command('privacy').description('what is kept of persons, and how they are forgotten'),
  withConfig,
);
addRetentionCommands(program.command('retention').description('how long what may go is kept'), withConfig);
addTransportCommands(
  program
    .command('transport')
    .description('how a tenant works, from one where it was tried to one where it counts'),
  withConfig,
);
addMailCommands(program.command('mails').description('notices and reports that go out by mail'), withConfig);
addPayCommands(program.command('pay').description('what leaves our accounts'), withConfig);
addAuditCommands(
  program.command('audit').description('who did what, in a chain that shows any change'),
  withConfig,
);

command('cash-flow', 'what is to be paid and to come by week or month, how late it is, and what is owed')
  .addOption(new Option('--by <grain>', 'week or month').choices(CASH_GRAINS).default('month'))
  .option('--day <day>', 'seen from this day instead of today')
  .option('--known <day>', 'as known at the end of this day')
  .option('--company <code>', 'only this company')
  .option('--partner <code>', 'only this partner')
  .action((options: CashOptions) =>
    withConfig((terminal, config) => showCashFlow(terminal, config, options))(),
  );

const explain = program.command('explain').description('why this much, why nothing');
command('earning <id>', 'an amount down to its lines and bookings', explain).action((id) =>
  withConfig((terminal, config) => explainOne(terminal, config, id))(),
);
command('line <source> <document> <line>', 'what a line is to each term, and why', explain).action(
  (source, document, line) =>
    withConfig((terminal, config) => explainWhy(terminal, config, { source, document, line }))(),
);

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});
await program.parseAsync(process.argv);

function command(name: string, description: string, parent: Command = program): Command {
  return parent.command(name).description(description);
}

/** Runs a command; what is not expected ends with a code of its own. */
function guarded(run: (terminal: Terminal) => Promise<void>): () => Promise<void> {
  return async () => {
    const { json, lang } = program.opts<Common>();
    const terminal = openTerminal({ language: terminalLanguage(lang, process.env), json: json === true });
    try {
      await run(terminal);
    } catch (error) {
      const isOutage = isConnectionLost(error);
      process.exitCode = isOutage ? EXIT.outage : EXIT.fault;
      terminal.say(
        isOutage
          ? text(terminal.language, 'lostDatabase', { reason: (error as Error).message })
          : String((error as Error).stack ?? error),
      );
    }
  };
}

function withConfig(run: (terminal: Terminal, config: Config) => Promise<void>): () => Promise<void> {
  return guarded(async (terminal) => {
    const config = readConfig(process.env);
    return config.ok ? run(terminal, config.value) : terminal.refuse(config.refusals);
  });
}

function isConnectionLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|08|57P)/.test(code) || /Connection terminated/.test(String(error))
  );
}

function today(): number {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return companyDay({ code: '', name: '', timeZone }, systemClock);
}
