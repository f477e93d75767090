/** What this browser remembers of its reader. A browser may forbid storage; the pages work without. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`openrebate.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`openrebate.${name}`, value);
  } catch {
    // Then the next visit begins anew.
  }
}
