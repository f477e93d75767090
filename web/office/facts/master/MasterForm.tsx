import { useState } from 'react';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Form } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldName } from '../useFieldName.ts';
import { problemOfItem } from './problemOfItem.ts';
import { masterTexts } from './texts.ts';

type Said = Answer<'listMasterVersions'>['rows'][number];

/** A new version of a thing, begun with what was said of it last. */
export function MasterForm({ last }: { readonly last: Said }) {
  const say = useSay(masterTexts);
  const fieldName = useFieldName();
  const [name, setName] = useState(last.name);
  const [validFrom, setValidFrom] = useState(last.validFrom ?? '');
  const [attributes, setAttributes] = useState<Readonly<Record<string, string>>>(last.attributes);
  const [more, setMore] = useState({ name: '', value: '' });
  const write = api.useMutation('post', '/api/v1/master-data/bulk');
  const save = () => {
    const said = more.name.trim() === '' ? attributes : { ...attributes, [more.name.trim()]: more.value };
    setAttributes(said);
    setMore({ name: '', value: '' });
    const { kind, code } = last;
    const item = { kind, code, name, attributes: said, ...(validFrom !== '' && { validFrom }) };
    write.mutate({ body: { items: [item], allOrNothing: false } });
  };
  const refused = problemOfItem(write.data);
  const isChanged = write.data?.items[0]?.value?.isChanged;
  return (
    <>
      {isChanged !== undefined && <Done title={say(isChanged ? 'saved' : 'same')} />}
      {(refused ?? write.error) !== null && <Refused error={refused ?? write.error} />}
      <Form
        label={say('edit')}
        onSubmit={save}
        actions={
          <Button type="submit" kind="primary" isPending={write.isPending}>
            {say('save')}
          </Button>
        }
      >
        <TextField label={say('name')} value={name} onChange={setName} isRequired />
        <TextField type="date" label={say('validFrom')} value={validFrom} onChange={setValidFrom} />
        {Object.entries(attributes).map(([field, text]) => (
          <TextField
            key={field}
            label={fieldName(field)}
            value={text}
            onChange={(said) => setAttributes({ ...attributes, [field]: said })}
          />
        ))}
        <TextField
          label={say('attribute')}
          value={more.name}
          onChange={(said) => setMore({ ...more, name: said })}
        />
        <TextField
          label={say('value')}
          value={more.value}
          onChange={(said) => setMore({ ...more, value: said })}
        />
      </Form>
    </>
  );
}
