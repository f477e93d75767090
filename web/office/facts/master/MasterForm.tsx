import { useState } from 'react';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Done } from '../../../ui/Done.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Form } from '../../../ui/Form.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useFieldName } from '../useFieldName.ts';
import { problemOfItem } from './problemOfItem.ts';
import { masterTexts } from './texts.ts';

type Said = Answer<'listMasterVersions'>['rows'][number];

/** What documents and statements name of a partner: asked for also where nothing was said of it yet. */
const OF_A_PARTNER = ['country', 'taxId', 'registration', 'address1', 'address2', 'postCode', 'city'];

function fieldsOf(kind: Said['kind'], attributes: Said['attributes']): readonly string[] {
  const said = Object.keys(attributes);
  return kind === 'partner' ? [...new Set([...OF_A_PARTNER, ...said])] : said;
}

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
    // What was never said and is left empty is not said.
    const filled = Object.entries(said).filter(([field, text]) => text !== '' || field in last.attributes);
    const item = {
      kind,
      code,
      name,
      attributes: Object.fromEntries(filled),
      ...(validFrom !== '' && { validFrom }),
    };
    write.mutate({ body: { items: [item], allOrNothing: false } });
  };
  const refused = problemOfItem(write.data);
  const isChanged = write.data?.items[0]?.value?.isChanged;
  return (
    <>
      {isChanged !== undefined && <Done title={say(isChanged ? 'saved' : 'same')} />}
      {(refused ?? write.error) !== null && <Refused error={refused ?? write.error} />}
      <Form label={say('edit')} onSubmit={save} submit={say('save')} isPending={write.isPending}>
        <TextField label={say('name')} value={name} onChange={setName} isRequired />
        <TextField type="date" label={say('validFrom')} value={validFrom} onChange={setValidFrom} />
        {fieldsOf(last.kind, attributes).map((field) => (
          <TextField
            key={field}
            label={fieldName(field)}
            value={attributes[field] ?? ''}
            hint={field === 'country' ? say('countryHint') : undefined}
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
