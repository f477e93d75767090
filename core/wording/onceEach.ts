/**
 * What is made in the same way is made once: a format of `Intl` takes far longer to make than to
 * use. Shape: the arguments are plain data, and few of them ever differ.
 */
export function onceEach<A extends readonly unknown[], F>(make: (...how: A) => F): (...how: A) => F {
  const made = new Map<string, F>();
  return (...how) => {
    const key = JSON.stringify(how);
    const format = made.get(key) ?? make(...how);
    made.set(key, format);
    return format;
  };
}
