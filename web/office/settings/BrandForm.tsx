import { useState } from 'react';
import { call } from '../../api/client.ts';
import { fileBody } from '../../api/fileBody.ts';
import type { paths } from '../../api/openApi.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMay } from '../money/useMay.ts';
import type { Brand } from './BrandPage.tsx';
import { BrandPreview } from './BrandPreview.tsx';
import { brandTexts } from './brandTexts.ts';
import type { Deed } from './RulesSection.tsx';
import styles from './Settings.module.css';
import { useAsk } from './useAsk.ts';

const COLOUR = /^#[0-9a-f]{6}$/;

type Wanted = paths['/api/v1/brand']['put']['requestBody']['content']['application/json'];
type Props = { readonly brand: Brand; readonly set: Omit<Deed<Wanted>, 'isSuccess'> };

/** Name, colour and sign, with what partners will see of it beside. */
export function BrandForm({ brand, set }: Props) {
  const say = useSay(brandTexts);
  const mayChange = useMay('company:write');
  const [draft, setDraft] = useState(() => ({
    ...{ en: brand.name?.en ?? '', zh: brand.name?.['zh-CN'] ?? '' },
    ...{ light: brand.accent?.light ?? '', dark: brand.accent?.dark ?? '', logo: brand.logo },
  }));
  const [file, setFile] = useState<File>();
  const change = (changed: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...changed }));
  const add = useAsk(async (chosen: File) => {
    setFile(chosen);
    const { data } = await call.POST('/api/v1/brand/logos', fileBody(chosen));
    if (data !== undefined) change({ logo: data });
  });
  const [en, zh, light, dark] = [draft.en.trim(), draft.zh.trim(), draft.light.trim(), draft.dark.trim()];
  const isNameHalf = (en === '') !== (zh === '');
  const isWhole = !isNameHalf && isColour(light) && isColour(dark) && (light !== '' || dark === '');
  const name = en === '' ? null : { en, 'zh-CN': zh };
  const accent = light === '' ? null : { light, ...(dark !== '' && { dark }) };
  const send = () => set.send({ name, accent, logo: draft.logo?.sha256 ?? null });
  return (
    <>
      <Form
        label={say('brand')}
        onSubmit={() => isWhole && send()}
        submit={mayChange ? say('save') : undefined}
        isPending={set.isPending}
        isDisabled={!isWhole}
      >
        <NamesAndColours draft={draft} onChange={change} />
        {mayChange && (
          <div className={styles.actions}>
            <FileField
              label={say('logo')}
              hint={say('logoHint')}
              kinds={['image/png']}
              file={file}
              onChoose={add.ask}
            />
            {draft.logo !== null && (
              <Button kind="quiet" onPress={() => change({ logo: null })}>
                {say('noLogo')}
              </Button>
            )}
          </div>
        )}
      </Form>
      {add.error !== null && <Refused error={add.error} />}
      {set.error !== null && (
        <>
          <Refused error={set.error} />
          <Nearest problem={asProblem(set.error)} onTake={change} />
        </>
      )}
      <BrandPreview
        name={name}
        logo={draft.logo}
        light={COLOUR.test(light) ? light : undefined}
        dark={COLOUR.test(dark) ? dark : undefined}
      />
    </>
  );
}

type DraftProps = {
  readonly draft: Readonly<Record<'en' | 'zh' | 'light' | 'dark', string>>;
  readonly onChange: (changed: Partial<DraftProps['draft']>) => void;
};

/** The name in both languages or in none, and the colours by their signs. */
function NamesAndColours({ draft, onChange }: DraftProps) {
  const say = useSay(brandTexts);
  const isNameHalf = (draft.en.trim() === '') !== (draft.zh.trim() === '');
  const colourError = (text: string) => (isColour(text.trim()) ? undefined : say('colourForm'));
  return (
    <>
      <TextField label={say('nameEn')} value={draft.en} onChange={(typed) => onChange({ en: typed })} />
      <TextField
        label={say('nameZh')}
        value={draft.zh}
        onChange={(typed) => onChange({ zh: typed })}
        error={isNameHalf ? say('bothNames') : undefined}
      />
      <TextField
        label={say('accentLight')}
        hint={say('accentLightHint')}
        value={draft.light}
        onChange={(typed) => onChange({ light: typed.toLowerCase() })}
        error={colourError(draft.light)}
      />
      <TextField
        label={say('accentDark')}
        hint={say('accentDarkHint')}
        value={draft.dark}
        onChange={(typed) => onChange({ dark: typed.toLowerCase() })}
        error={colourError(draft.dark)}
      />
    </>
  );
}

function isColour(text: string): boolean {
  return text === '' || COLOUR.test(text);
}

type Colours = { readonly light?: string; readonly dark?: string };

/** For each colour that was refused the nearest that can be read, one press away. */
function Nearest({
  problem,
  onTake,
}: {
  readonly problem: Problem;
  readonly onTake: (colours: Colours) => void;
}) {
  const say = useSay(brandTexts);
  const faint = problem.reasons.filter(({ code }) => code === 'accent-too-faint');
  const colours: Colours = Object.fromEntries(
    faint.map(({ at, facts = {} }) => [at.split('.')[1] ?? '', facts.nearest ?? '']),
  );
  const named = Object.values(colours).join(', ');
  if (faint.length === 0) return null;
  return (
    <div className={styles.actions}>
      <Button onPress={() => onTake(colours)}>{say('takeNearest', { colour: named })}</Button>
    </div>
  );
}
