const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id at all; the database takes no other. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}
