/**
 * What a system calls its columns, by the field that it has in them: a line for each field, names
 * between commas. `aside` is what is known and is no field of a line; a line with a mark, such as `document?`, says
 * what is aside as long as another column is the field.
 */
export type SystemNames = {
  /** Names of which two must be there before any of the system's is believed; without it each speaks for itself. */
  readonly knownBy?: string;
  /** How many letters a table of the system puts before each of the names; three columns must agree in them. */
  readonly prefix?: number;
  readonly names: string;
};
