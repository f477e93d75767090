import { type Command, Option } from 'commander';
import { DOCUMENT_FORMATS, renderDocumentFile } from './commands/renderDocument.ts';
import type { Terminal } from './terminal.ts';

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
}
