import { createContext, type ReactNode, useContext } from 'react';
import { type AgreementText, type Json, type Path, pathText, wordAt } from '../text/textPath.ts';

/** What every field of the editor works with. */
export type Editor = {
  readonly text: AgreementText;
  readonly set: (path: readonly [string, ...Path], value: Json | undefined) => void;
  /** Several places at once. */
  readonly setAll: (
    changes: readonly (readonly [path: readonly [string, ...Path], value: Json | undefined])[],
  ) => void;
  /** What the server says of a place, in the reader's language. */
  readonly errors: ReadonlyMap<string, string>;
  /** The id of an agreement that exists never changes. */
  readonly isNew: boolean;
  /** The year of the newest lines, where the text was begun with that one and not with this. */
  readonly ofLines: string | undefined;
};

const EditorContext = createContext<Editor | undefined>(undefined);

export function EditorProvider({
  editor,
  children,
}: {
  readonly editor: Editor;
  readonly children: ReactNode;
}) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === undefined) throw new Error('Fault: a field without editor');
  return editor;
}

type Field = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** One place of the text as a field. */
export function useField(path: readonly [string, ...Path]): Field {
  const { text, set, errors } = useEditor();
  return {
    value: wordAt(text, path),
    onChange: (value) => set(path, value),
    error: errors.get(pathText(path)),
  };
}
