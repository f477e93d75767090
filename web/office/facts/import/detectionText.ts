/** How a file is written, in signs that need no translation. */
export function detectionText(detection: unknown): string {
  const { format, encoding, delimiter, sheet, path } = detection as Readonly<
    Record<string, string | undefined>
  >;
  const mark = delimiter === '\t' ? 'TAB' : delimiter;
  return [format?.toUpperCase(), encoding?.toUpperCase(), mark && `“${mark}”`, sheet, path]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}
