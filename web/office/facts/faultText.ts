type Fault = { readonly title: string; readonly facts: Readonly<Record<string, string>> };

/** What is wrong, with the field called as the page calls it; what was received stands in quotes and stays as it is. */
export function faultText(
  { title, facts: { field = '' } }: Fault,
  nameOf: (field: string) => string,
): string {
  const at = field === '' ? -1 : placeOf(title, field);
  return at === -1 ? title : `${title.slice(0, at)}${nameOf(field)}${title.slice(at + field.length)}`;
}

/** Behind all quotes, else before them; -1 where the field only stands in some. */
function placeOf(title: string, field: string): number {
  const behind = title.indexOf(field, title.lastIndexOf('”') + 1);
  if (behind !== -1) return behind;
  const before = title.indexOf(field);
  return before < title.indexOf('“') ? before : -1;
}
