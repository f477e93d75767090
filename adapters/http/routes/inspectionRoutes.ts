import { z } from 'zod';
import type { Suggestion } from '../../../core/mapping/assignFields.ts';
import { REASONS } from '../../../core/mapping/candidate.ts';
import { SUBJECTS, type Subject } from '../../../core/mapping/subject.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import type { Json } from '../../../core/text/canonicalJson.ts';
import { FILE_UPLOAD } from '../fileUpload.ts';
import { textParameter } from '../parameters.ts';
import { answer, route } from '../route.ts';

export type InspectedFile = {
  readonly name: string;
  readonly detection: Json;
  readonly rows: number;
  readonly isWhole: boolean;
  readonly columns: readonly (Suggestion & {
    readonly holds: 'numbers' | 'days' | 'texts' | 'nothing';
    readonly reading?: Json;
    readonly asked?: { readonly example: string; readonly readings: readonly string[] };
  })[];
  readonly first: readonly (readonly string[])[];
  readonly description: Json;
  /** The last saved description that reads files with these columns. */
  readonly saved?: { readonly name: string; readonly version: number; readonly description: Json };
};

export type InspectionUseCases = {
  /** Refuses: what is said of a file that cannot be read, or that could be read in two ways. */
  readonly inspectFile: (file: {
    readonly path: string;
    readonly name: string;
    readonly subject: Subject;
    readonly source?: string;
  }) => Promise<Result<InspectedFile>>;
};

const define = route<InspectionUseCases>();

const columnSchema = z.strictObject({
  column: z.string(),
  field: z.string().describe('a field of ours; aside where it is none'),
  confidence: z.int().min(0).max(100),
  isSure: z.boolean().describe('false: to be looked at before it is used'),
  why: z.array(z.enum(REASONS)),
  holds: z.enum(['numbers', 'days', 'texts', 'nothing']),
  reading: z.unknown().describe('how its numbers or days are written, as far as it is certain; else null'),
  asked: z
    .strictObject({ example: z.string(), readings: z.array(z.string()) })
    .nullable()
    .describe('what could be read in two ways, and must be said under reading'),
});

const WHY = ['nameSays', 'valuesFit'];
const NUMBER = { holds: 'numbers', reading: { number: '1.234,56' }, asked: null };
const COLUMNS = [
  {
    ...{ column: 'Rechnung', field: 'document', confidence: 77, isSure: false, why: WHY },
    ...{ holds: 'texts', reading: null, asked: null },
  },
  { column: 'Menge', field: 'quantity', confidence: 96, isSure: true, why: WHY, ...NUMBER },
  { column: 'Betrag', field: 'netValue', confidence: 77, isSure: false, why: WHY, ...NUMBER },
];

export const inspectionRoutes = [
  define({
    id: 'inspectFile',
    method: 'POST',
    path: '/api/v1/files/inspection',
    summary:
      'How a file of another system is written and which of its columns may be which field, with a description to save; nothing is kept',
    scope: 'facts:read',
    isRead: true,
    query: {
      name: textParameter('what the file is called'),
      source: textParameter('what the system is called that it comes from'),
      as: {
        schema: z.enum(SUBJECTS).optional(),
        expected: SUBJECTS.join(', '),
        meaning: 'what it holds; without it lines',
      },
    },
    upload: FILE_UPLOAD,
    answer: z.strictObject({
      name: z.string(),
      detection: z.unknown().describe('format, encoding, delimiter, sheet, header row: whatever there is'),
      rows: z.int().describe('how many were looked at'),
      isWhole: z.boolean().describe('whether they are all'),
      columns: z.array(columnSchema),
      first: z.array(z.array(z.string())),
      description: z.unknown().describe('to be completed where it says ???, and saved as a mapping'),
      saved: z
        .strictObject({ name: z.string(), version: z.int(), description: z.unknown() })
        .nullable()
        .describe('the last saved description of files with these columns; the file comes in by it as it is'),
    }),
    example: {
      query: { name: 'april.csv', source: 'shop' },
      file: 'Rechnung;Menge;Betrag\nR1;1.234,5;99,90\n',
      answer: {
        name: 'april.csv',
        detection: { format: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"', headerRow: 1 },
        rows: 1,
        isWhole: true,
        columns: COLUMNS,
        first: [['R1', '1.234,5', '99,90']],
        description: { format: 'openrebate-lines/v1', source: 'shop' },
        saved: null,
      },
    },
    respond: async ({ query, upload }, { inspectFile }) => {
      const { name = 'upload', source, as: subject = 'lines' } = query;
      const file = { path: upload.path, name, subject, ...(source !== undefined && { source }) };
      const inspected = await inspectFile(file);
      if (!inspected.ok) return inspected;
      const columns = inspected.value.columns.map(({ reading = null, asked = null, ...column }) => {
        return { ...column, reading, asked };
      });
      const { saved = null } = inspected.value;
      return answer({ ...inspected.value, columns, saved });
    },
  }),
];
