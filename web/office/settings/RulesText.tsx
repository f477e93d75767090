import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import type { Deed } from './RulesSection.tsx';
import { ruleTexts } from './ruleTexts.ts';

type Props = {
  /** What one begins from. */
  readonly start: unknown;
  readonly deed: Deed<Record<string, unknown>>;
  readonly send: string;
  readonly done: string;
};

/** Rules as a text in their format, which is sent as a whole. */
export function RulesText({ start, deed, send, done }: Props) {
  const say = useSay(ruleTexts);
  const [text, setText] = useState<string>();
  if (text === undefined) {
    return (
      <>
        {deed.isSuccess && <Done title={done} />}
        <Button onPress={() => setText(JSON.stringify(start, null, 2))}>{say('propose')}</Button>
      </>
    );
  }
  const parsed = parsedOf(text);
  return (
    <>
      {deed.error !== null && <Refused error={deed.error} />}
      {deed.isSuccess && <Done title={done} />}
      <Form
        label={say('text')}
        onSubmit={() => parsed && deed.send(parsed)}
        actions={
          <>
            <Button type="submit" kind="primary" isPending={deed.isPending} isDisabled={parsed === undefined}>
              {send}
            </Button>
            <Button kind="quiet" onPress={() => setText(undefined)}>
              {say('close')}
            </Button>
          </>
        }
      >
        <LongTextField
          label={say('text')}
          hint={say('textHint')}
          rows={16}
          value={text}
          onChange={setText}
          error={parsed === undefined ? say('noText') : undefined}
        />
      </Form>
    </>
  );
}

function parsedOf(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
