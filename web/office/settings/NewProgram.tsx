import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { keyTexts } from './keyTexts.ts';

const EMPTY = { code: '', name: '' };

/** Another program that calls the API. */
export function NewProgram() {
  const say = useSay(keyTexts);
  const { texts: draft, field, clear } = useFields(EMPTY);
  const add = api.useMutation('post', '/api/v1/services', { onSuccess: clear });
  return (
    <>
      {add.isSuccess && <Done title={say('added')} />}
      {add.error !== null && <Refused error={add.error} />}
      <Form
        label={say('newProgram')}
        onSubmit={() => add.mutate({ body: draft })}
        actions={
          <Button type="submit" isPending={add.isPending} isDisabled={draft.code === '' || draft.name === ''}>
            {say('add')}
          </Button>
        }
      >
        <TextField label={say('code')} hint={say('codeHint')} {...field('code')} />
        <TextField label={say('name')} {...field('name')} />
      </Form>
    </>
  );
}
