import { api } from '../../../api/client.ts';
import { useFields } from '../../../shell/useFields.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ComboField } from '../../../ui/ComboField.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Form } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { NodeKind, Tree } from './hierarchySearch.ts';
import { hierarchyTexts } from './texts.ts';
import { useGroups } from './useGroups.ts';

type Props = {
  readonly tree: Tree;
  readonly kind: NodeKind;
  readonly code: string;
  readonly above: string;
};

/** Below whom it stands, from which day on and until when. */
export function MoveForm({ tree, kind, code, above }: Props) {
  const say = useSay(hierarchyTexts);
  const { texts, field } = useFields({ above, from: '', until: '' });
  const move = api.useMutation('post', '/api/v1/hierarchies/attributes');
  const choices = useGroups(tree).filter(({ id }) => id !== code);
  const save = () => {
    const { from, until } = texts;
    move.mutate({
      body: {
        ...{ kind, code, attribute: kind === 'product' ? 'category' : 'parent', value: texts.above },
        ...(from !== '' && { from }),
        ...(until !== '' && { until }),
      },
    });
  };
  const versions = move.data?.versions;
  return (
    <>
      {versions !== undefined && <Done title={say(versions === 0 ? 'same' : 'moved')} />}
      {move.error !== null && <Refused error={move.error} />}
      <Form label={say('move')} onSubmit={save} submit={say('moveNow')} isPending={move.isPending}>
        <ComboField
          label={say('newAbove')}
          placeholder={say('nobody')}
          choices={choices}
          {...field('above')}
        />
        <TextField type="date" label={say('from')} hint={say('fromHint')} {...field('from')} />
        <TextField type="date" label={say('until')} hint={say('untilHint')} {...field('until')} />
      </Form>
    </>
  );
}
