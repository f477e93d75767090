/** How large a file may be; every reader refuses what is beyond. */
export type FileLimits = {
  /** Bytes of a data file, as it lies there and again after unpacking (a small .gz can be huge). */
  readonly fileBytes: number;
  /** Bytes of one row; a quote that is never closed ends here instead of in memory. */
  readonly rowBytes: number;
  /** Bytes of a JSON or YAML file, which is read as a whole. */
  readonly textBytes: number;
};

export const FILE_LIMITS: FileLimits = {
  fileBytes: 1024 ** 3,
  rowBytes: 128 * 1024,
  textBytes: 32 * 1024 ** 2,
};
