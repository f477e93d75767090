import { invalidRate } from '../../app/intake/invalidRate.ts';
import type { MasterRow } from '../../app/ports.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { CODE_LENGTH_MAX } from '../../core/text/key.ts';

/**
 * A row as it is kept, wherever it comes from: rates that nobody could use and codes beyond all length
 * are refused. Refuses: master-invalid.
 */
export function fitMaster(received: MasterRow, at: string): Result<MasterRow> {
  const row = normalised(received);
  const refusals = row.kind === 'rate' ? invalidRate(row, at) : [];
  if (row.code.length > CODE_LENGTH_MAX) {
    refusals.push(refuse('master-invalid', `${at}.code`, { field: 'code', reason: 'code-too-long' }));
  }
  return refusals.length > 0 ? refused(...refusals) : accept(row);
}

/** Lines and agreements are compared in NFC, so master data must be, too. */
function normalised(row: MasterRow): MasterRow {
  const entries = Object.entries(row.attributes);
  return {
    ...row,
    code: row.code.normalize('NFC'),
    name: row.name.normalize('NFC'),
    attributes: Object.fromEntries(
      entries.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')]),
    ),
  };
}
