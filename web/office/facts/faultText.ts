type Fault = { readonly title: string; readonly facts: Readonly<Record<string, string>> };

/** What is wrong, with the field called as the page calls it; what was received, in quotes, stays as it is. */
export function faultText({ title, facts: { field } }: Fault, nameOf: (field: string) => string): string {
  if (field === undefined || field === '') return title;
  const code = field.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return title.replace(new RegExp(`(?<![“\\w.])${code}(?![”\\w.])`), () => nameOf(field));
}
