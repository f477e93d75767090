import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMe } from '../money/useMe.ts';
import { BrandForm } from './BrandForm.tsx';
import { brandTexts } from './brandTexts.ts';
import { ContactForm } from './ContactForm.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

export type Brand = Answer<'getBrand'>;

/** What partners see of us, at which addresses, and whom everybody asks for help. */
export function BrandPage() {
  const say = useSay(brandTexts);
  const brand = api.useQuery('get', '/api/v1/brand');
  const contact = api.useQuery('get', '/api/v1/contact');
  const setBrand = api.useMutation('put', '/api/v1/brand');
  const setContact = api.useMutation('put', '/api/v1/contact');
  const seen = (version = 0) => ({ header: { 'If-Match': `"${version}"` } });
  return (
    <SettingsFrame lead={say('lead')}>
      <Section title={say('brand')} lead={say('brandLead')}>
        {brand.error !== null && <Failure error={brand.error} onRetry={() => void brand.refetch()} />}
        {brand.isPending && <Skeleton />}
        {brand.data !== undefined && (
          <BrandForm
            key={brand.data.version}
            brand={brand.data}
            set={{
              ...setBrand,
              send: (body) => setBrand.mutate({ params: seen(brand.data.version), body }),
            }}
          />
        )}
        {setBrand.isSuccess && <Done title={say('saved')} />}
      </Section>
      {brand.data !== undefined && <Addresses addresses={brand.data.addresses} />}
      <Section title={say('contact')} lead={say('contactLead')}>
        {contact.error !== null && <Failure error={contact.error} onRetry={() => void contact.refetch()} />}
        {contact.isPending && <Skeleton />}
        {contact.data !== undefined && (
          <ContactForm
            key={contact.data.version}
            contact={contact.data}
            set={{
              ...setContact,
              send: (body) => setContact.mutate({ params: seen(contact.data.version), body }),
            }}
          />
        )}
        {setContact.isSuccess && <Done title={say('contactSaved')} />}
      </Section>
    </SettingsFrame>
  );
}

function Addresses({ addresses }: Pick<Brand, 'addresses'>) {
  const say = useSay(brandTexts);
  const code = useMe()?.tenant.code ?? 'tenant';
  return (
    <Section title={say('addresses')} lead={say('addressesLead')}>
      {addresses.length === 0 && <p>{say('noAddresses', { setting: `${code}=https://…` })}</p>}
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <a href={`${address}/portal`}>{address}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
