/** How large a file may be; every reader refuses what is beyond. */
export type FileLimits = {
  /** Bytes of a data file, as it lies there and again after unpacking (a small .gz can be huge). */
  readonly fileBytes: number;
  /** Bytes of one row; a quote that is never closed ends here instead of in memory. */
  readonly rowBytes: number;
  /** Bytes of a JSON or YAML file, which is read as a whole. */
  readonly textBytes: number;
  /** Columns of a table; a row of 16,384 cells is no table of ours. */
  readonly columns: number;
  /** How many times its packed size a file may unpack to, once it is large enough to matter. */
  readonly unpackedTimes: number;
  /** Bytes that may be unpacked whatever their packed size. */
  readonly unpackedFree: number;
  /** Files inside an archive. */
  readonly archiveFiles: number;
  /** Bytes of the texts that the cells of a workbook share, unpacked: they are held in memory. */
  readonly sharedBytes: number;
  /** Objects and lists inside each other. */
  readonly depth: number;
};

export const FILE_LIMITS: FileLimits = {
  fileBytes: 1024 ** 3,
  rowBytes: 128 * 1024,
  textBytes: 32 * 1024 ** 2,
  columns: 1000,
  unpackedTimes: 200,
  unpackedFree: 16 * 1024 ** 2,
  archiveFiles: 1000,
  sharedBytes: 48 * 1024 ** 2,
  depth: 32,
};
