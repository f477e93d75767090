import type { operations } from '../../api/openApi.ts';

type Operation = operations['makeReport'];
export type ReportQuery = Operation['parameters']['query'];
export type MadeReport = Operation['responses'][200]['content']['application/json'];
export type ReportRow = MadeReport['rows'][number];

const NAMES: Readonly<Record<ReportQuery['name'], true>> = {
  earnedByPartner: true,
  earnedByAgreement: true,
  recognisedByProduct: true,
  liability: true,
  ageing: true,
  tierProgress: true,
  programmeReturn: true,
  marginWaterfall: true,
};

export function isReportName(name: string): name is ReportQuery['name'] {
  return name in NAMES;
}
