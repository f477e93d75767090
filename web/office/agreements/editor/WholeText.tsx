import { useState } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { isFields, type Json, type Path } from '../text/textPath.ts';
import { useEditor } from './EditorContext.tsx';
import { editorTexts } from './texts.ts';

/** Everything that a contract can say and the fields do not ask for: the text in the open format. */
export function WholeText() {
  const say = useSay(editorTexts);
  const { text, setAll } = useEditor();
  const [typed, setTyped] = useState<string>();
  const parsed = typed === undefined ? text : parse(typed);
  const take = () => {
    if (parsed === undefined) return;
    const names = new Set([...Object.keys(text), ...Object.keys(parsed)]);
    setAll([...names].map((name): [readonly [string, ...Path], Json | undefined] => [[name], parsed[name]]));
    setTyped(undefined);
  };
  return (
    <details>
      <summary>{say('wholeText')}</summary>
      <LongTextField
        label={say('wholeTextLabel')}
        hint={say('wholeTextHint')}
        rows={18}
        value={typed ?? JSON.stringify(text, null, 2)}
        onChange={setTyped}
        error={parsed === undefined ? say('noJson') : undefined}
      />
      <Button onPress={take} isDisabled={typed === undefined || parsed === undefined}>
        {say('takeText')}
      </Button>
    </details>
  );
}

function parse(typed: string): { readonly [name: string]: Json | undefined } | undefined {
  try {
    const value = JSON.parse(typed) as Json;
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
