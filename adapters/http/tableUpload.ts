import { z } from 'zod';
import { FILE_UPLOAD } from './fileUpload.ts';

const FILE_BYTES_MAX = 64 * 1024 ** 2;

/** A table of the same kinds that is held as a whole. */
export const TABLE_UPLOAD = { ...FILE_UPLOAD, maxBytes: FILE_BYTES_MAX };

const NAME_MAX = 200;

/** What is kept as its name, and said of it. */
export const fileNameParameter = {
  schema: z
    .string()
    .max(NAME_MAX)
    .regex(/^\P{Cc}+$/u)
    .normalize('NFC'),
  expected: `\\P{Cc}{1,${NAME_MAX}}`,
  meaning: 'what the file is called',
  isRequired: true,
};
