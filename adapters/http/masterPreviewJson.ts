import { z } from 'zod';
import { masterChangeJson } from '../../app/intake/masterChangeJson.ts';
import { CHANGES_MAX, type MasterPreview } from '../../app/intake/previewMaster.ts';
import { MASTER_CHANGES } from '../../app/ports/masterChange.ts';
import { MASTER_KINDS } from '../../app/ports.ts';
import type { Language } from '../../core/wording/language.ts';
import { changeSchema, changesJson, previewSummaryJson, previewSummarySchema } from './intakeJson.ts';
import { dayText } from './plainTexts.ts';
import { refusedRowsJson, refusedRowsSchema } from './refusalJson.ts';

export const masterPreviewSchema = z.strictObject({
  summary: previewSummarySchema,
  newThings: z.int().min(0).describe('accepted rows of things that nothing is known of'),
  newVersions: z
    .int()
    .min(0)
    .describe('accepted rows of known things from a day on from which no version is known'),
  correctedVersions: z.int().min(0).describe('accepted rows that say a known version anew'),
  rows: z
    .array(
      z.strictObject({
        row: z.int().min(1).describe('in the file'),
        kind: z.enum(MASTER_KINDS),
        code: z.string(),
        validFrom: dayText.nullable().describe('null: since ever'),
        change: z.enum(MASTER_CHANGES),
        fields: z.array(
          z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    )
    .describe(`what would change, the first ${CHANGES_MAX} rows; beside the version in force on that day`),
  refusedRows: refusedRowsSchema,
  changes: z.array(changeSchema).nullable().describe('what would be booked; null where it was not asked for'),
});

/** Where every row of a file of master data would end. */
export function masterPreviewJson(preview: MasterPreview, language: Language) {
  const { summary, counts, changes, bad, calculated } = preview;
  return {
    summary: previewSummaryJson(summary),
    newThings: counts.newThing,
    newVersions: counts.newVersion,
    correctedVersions: counts.correctedVersion,
    rows: changes.map(masterChangeJson),
    refusedRows: refusedRowsJson(bad, language),
    changes: calculated === undefined ? null : changesJson(calculated),
  };
}
