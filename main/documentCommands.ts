import { type Command, Option } from 'commander';
import type { Config } from './config.ts';
import { onDemand } from './onDemand.ts';
import { DOCUMENT_FORMATS, STATEMENT_FORMATS } from './paperFormats.ts';
import type { Terminal } from './terminal.ts';

const { renderDocumentFile, writeRedLetters } = onDemand(() => import('./commands/renderDocument.ts'));
const { writeStatement } = onDemand(() => import('./commands/statement.ts'));

type Guarded = (run: (terminal: Terminal) => Promise<void>) => () => Promise<void>;

/** The commands for documents of ours, below `openrebate documents`. */
export function addDocumentCommands(documents: Command, guarded: Guarded): void {
  documents
    .command('render <document> <file>')
    .description('a credit note, debit note or notice (JSON) as PDF or electronic invoice; needs no database')
    .addOption(new Option('--format <format>', 'what to write').choices(DOCUMENT_FORMATS).default('pdf'))
    .action((document, file, options) =>
      guarded((terminal) => renderDocumentFile(terminal, document, file, options))(),
    );
  documents
    .command('red-letter <document> <originals> <file>')
    .description('what the Chinese tax system asks of red-letter invoices, as CSV; needs no database')
    .action((document, originals, file) =>
      guarded((terminal) => writeRedLetters(terminal, document, originals, file))(),
    );
}

type WithConfig = (run: (terminal: Terminal, config: Config) => Promise<void>) => () => Promise<void>;

/** `openrebate statement`. */
export function addStatementCommand(statement: Command, withConfig: WithConfig): void {
  statement
    .requiredOption('--company <code>', 'the company of ours')
    .requiredOption('--from <day>', 'the first day in the books')
    .requiredOption('--until <day>', 'the last day in the books')
    .addOption(new Option('--format <format>', 'what to write').choices(STATEMENT_FORMATS).default('pdf'))
    .action((partner, file, options) =>
      withConfig((terminal, config) => writeStatement(terminal, config, partner, file, options))(),
    );
}
