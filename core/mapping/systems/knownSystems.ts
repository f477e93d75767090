import { BUSINESS_ONE } from './businessOne.ts';
import { CHINESE_HEADINGS, GOLDEN_TAX, KINGDEE, YONYOU_U8 } from './chinese.ts';
import { DISTRIBUTION, PROPHET_21 } from './distributors.ts';
import { DATEV, GERMAN_SYSTEMS } from './german.ts';
import { BPCS, INFOR_LN, INFOR_M3, SYTELINE } from './infor.ts';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_LINES, DYNAMICS_365, GREAT_PLAINS } from './microsoft.ts';
import { JD_EDWARDS, NETSUITE, ORACLE_EBS } from './oracle.ts';
import { LOGO_AND_NETSIS, MACOLA, PRIORITY, PROTHEUS, QAD } from './otherSystems.ts';
import { REPLACEMENTS } from './replacements.ts';
import { SAGE_100, SAGE_300, SAGE_X3 } from './sage.ts';
import { SAP, SAP_DELIVERIES, SAP_INVOICE_CHECKING, SAP_ORDERS } from './sap.ts';
import { SAP_BW, SAP_BW_LOADED, SAP_LABELS } from './sapLabels.ts';
import { SAP_TEXTS } from './sapTexts.ts';
import { AMAZON, SHOP_TABLES, SHOPIFY, SHOPS } from './shops.ts';
import { ERPNEXT, ODOO, QUICKBOOKS, XERO } from './smallBusiness.ts';
import { CATALOGUES, CHARGEBACKS, ELECTRONIC_INVOICES } from './standards.ts';
import type { SystemNames } from './systemNames.ts';

/** Every table there is. Of two that know a name the first one is believed: special layouts stand before what they are part of. */
export const KNOWN_SYSTEMS: readonly SystemNames[] = [
  REPLACEMENTS,
  SAP_DELIVERIES,
  SAP_ORDERS,
  SAP_INVOICE_CHECKING,
  SAP,
  SAP_LABELS,
  SAP_TEXTS,
  SAP_BW,
  SAP_BW_LOADED,
  BUSINESS_ONE,
  ORACLE_EBS,
  JD_EDWARDS,
  NETSUITE,
  BUSINESS_CENTRAL,
  BUSINESS_CENTRAL_LINES,
  DYNAMICS_365,
  GREAT_PLAINS,
  INFOR_M3,
  INFOR_LN,
  SYTELINE,
  DISTRIBUTION,
  QAD,
  BPCS,
  MACOLA,
  PROPHET_21,
  SAGE_300,
  SAGE_100,
  SAGE_X3,
  PROTHEUS,
  LOGO_AND_NETSIS,
  PRIORITY,
  SHOP_TABLES,
  QUICKBOOKS,
  XERO,
  ODOO,
  ERPNEXT,
  SHOPIFY,
  AMAZON,
  SHOPS,
  ELECTRONIC_INVOICES,
  CHARGEBACKS,
  CATALOGUES,
  DATEV,
  GERMAN_SYSTEMS,
  KINGDEE,
  YONYOU_U8,
  GOLDEN_TAX,
  CHINESE_HEADINGS,
];
