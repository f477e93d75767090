import { api } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { problemOfItem } from '../facts/master/problemOfItem.ts';
import { rateTexts } from './rateTexts.ts';

const EMPTY = { from: '', into: '', validFrom: '', kind: 'closing', value: '' };

/** One rate of one pair, from its day on. Other kinds that hold on that day stay as they are. */
export function RateForm() {
  const say = useSay(rateTexts);
  const { texts, field, change } = useFields(EMPTY);
  const write = api.useMutation('post', '/api/v1/master-data/bulk');
  const { from, into, validFrom, kind, value } = texts;
  const code = `${from.trim()}/${into.trim()}`;
  const isWhole = [from, into, validFrom, kind, value].every((text) => text.trim() !== '');
  const known = api.useQuery(
    'get',
    '/api/v1/master-data',
    { params: { query: { kind: 'rate', code, effective: validFrom, limit: '1' } } },
    { enabled: isWhole },
  );
  const send = () => {
    const [there] = known.data?.rows ?? [];
    const others = there !== undefined && there.validFrom === validFrom ? there.attributes : {};
    const attributes = { ...others, [kind.trim()]: value.trim() };
    const item = { kind: 'rate' as const, code, validFrom, attributes };
    write.mutate({ body: { items: [item], allOrNothing: false } });
  };
  const refused = problemOfItem(write.data) ?? write.error;
  const isChanged = write.data?.items[0]?.value?.isChanged;
  return (
    <Section title={say('add')} lead={say('addLead')}>
      {isChanged !== undefined && <Done title={say(isChanged ? 'saved' : 'same')} />}
      {refused !== null && <Refused error={refused} />}
      <Form
        label={say('add')}
        onSubmit={() => isWhole && known.data !== undefined && send()}
        submit={say('save')}
        isPending={write.isPending}
        isDisabled={!isWhole || known.data === undefined}
      >
        <TextField
          label={say('from')}
          value={from}
          onChange={(typed) => change({ from: typed.toUpperCase() })}
        />
        <TextField
          label={say('into')}
          value={into}
          onChange={(typed) => change({ into: typed.toUpperCase() })}
        />
        <TextField label={say('value')} inputMode="decimal" {...field('value')} />
        <TextField label={say('validFrom')} type="date" {...field('validFrom')} />
        <TextField label={say('kind')} hint={say('kindHint')} {...field('kind')} />
      </Form>
    </Section>
  );
}
