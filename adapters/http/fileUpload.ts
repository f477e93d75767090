const FILE_BYTES_MAX = 1024 ** 3;

/** Files that hold facts: their bytes decide what they are, whatever they are called. */
export const FILE_UPLOAD = {
  mediaTypes: [
    'text/csv',
    'application/json',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/gzip',
    'application/octet-stream',
  ],
  maxBytes: FILE_BYTES_MAX,
};
