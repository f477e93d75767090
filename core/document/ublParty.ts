import { type XmlElement, xmlGroup, xmlLeaf } from '../text/xmlText.ts';
import type { DocumentParty } from './rebateDocument.ts';

/**
 * A party in UBL. In a document that is nothing for the tax no tax number may stand; it then identifies
 * the party by itself.
 */
export function ublParty(name: string, party: DocumentParty, isOutside: boolean): XmlElement | undefined {
  const { electronicAddress, taxId, registration } = party;
  const isSeller = name === 'cac:AccountingSupplierParty';
  const isVat = taxId !== undefined && hasCountry(taxId, party.country);
  const scheme = isVat ? 'VAT' : 'TAX';
  // EN 16931 knows a tax number without its country for the seller alone (BT-32).
  const isTaxShown = taxId !== undefined && !isOutside && (isVat || isSeller);
  return xmlGroup(name, [
    xmlGroup('cac:Party', [
      electronicAddress &&
        xmlLeaf('cbc:EndpointID', electronicAddress.address, { schemeID: electronicAddress.scheme }),
      isTaxShown && isVat ? undefined : xmlGroup('cac:PartyIdentification', [xmlLeaf('cbc:ID', taxId)]),
      postalAddress(party),
      isTaxShown
        ? xmlGroup('cac:PartyTaxScheme', [
            xmlLeaf('cbc:CompanyID', taxId),
            xmlGroup('cac:TaxScheme', [xmlLeaf('cbc:ID', scheme)]),
          ])
        : undefined,
      xmlGroup('cac:PartyLegalEntity', [
        xmlLeaf('cbc:RegistrationName', party.name),
        xmlLeaf('cbc:CompanyID', registration),
      ]),
    ]),
  ]);
}

/** Whether a tax number begins with the letters of its country, as numbers of the Union do (BR-CO-09). Greece writes EL. */
function hasCountry(taxId: string, country: string): boolean {
  return taxId.startsWith(country === 'GR' ? 'EL' : country);
}

function postalAddress({ addressLines, city, postCode, country }: DocumentParty): XmlElement | undefined {
  const [street, more, last] = addressLines;
  return xmlGroup('cac:PostalAddress', [
    xmlLeaf('cbc:StreetName', street),
    xmlLeaf('cbc:AdditionalStreetName', more),
    xmlLeaf('cbc:CityName', city),
    xmlLeaf('cbc:PostalZone', postCode),
    xmlGroup('cac:AddressLine', [xmlLeaf('cbc:Line', last)]),
    xmlGroup('cac:Country', [xmlLeaf('cbc:IdentificationCode', country)]),
  ]);
}
