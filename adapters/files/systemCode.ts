/** Errors of files carry the name of the call; those of a connection do, too, and are none of ours. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const code = String(error.code);
  return ['connect', 'getaddrinfo'].includes(String(error.syscall)) || /^(ECONN|EPIPE|ETIMEDOUT)/.test(code)
    ? undefined
    : code;
}
